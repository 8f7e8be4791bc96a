// What a device at a door keeps: the lists of its sessions, until their day is over, and what it recorded, until that is sent.

const openStore = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("door", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("lists", { keyPath: "slug" });
      request.result.createObjectStore("queue", { keyPath: "number", autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

class DoorStore {
  static async open() {
    const store = new DoorStore();
    store.database = await openStore();
    return store;
  }

  run(name, mode, work) {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(name, mode);
      const request = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }

  list(slug) { return this.run("lists", "readonly", (lists) => lists.get(slug)); }
  keep(list) { return this.run("lists", "readwrite", (lists) => lists.put(list)); }
  queue() { return this.run("queue", "readonly", (queue) => queue.getAll()); }
  record(fact) { return this.run("queue", "readwrite", (queue) => queue.put(fact)); }
  drop(number) { return this.run("queue", "readwrite", (queue) => queue.delete(number)); }

  // Deletes the lists, and the pages kept beside them, whose day is over. Returns their sessions.
  async forget(now) {
    const lists = await this.run("lists", "readonly", (store) => store.getAll());
    const over = lists.filter((list) => list.deletesAt <= now);
    for (const list of over) {
      await this.run("lists", "readwrite", (store) => store.delete(list.slug));
      if (window.caches) {
        for (const name of await caches.keys()) await (await caches.open(name)).delete(list.page);
      }
    }
    return over.map((list) => list.slug);
  }
}

// What a scanner read: the token at the end of an address, or a reference as people write it.
const readCode = (text) => {
  const token = text.trim().split(/[?#]/)[0].split("/").pop();
  const letters = text.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const reference = /^[0-9A-HJKMNP-TV-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
  return { token: /^[\w-]{34}$/.test(token) ? token : null, reference };
};

// The service gives a list the hashes of codes, so that nobody can make a ticket of it.
const hashOf = async (token) => {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return [...new Uint8Array(hash).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const isNamed = (person, text) => {
  const typed = plain(text);
  const words = person.name ? plain(person.name) : [];
  return typed.length > 0 && typed.every((part) => words.some((word) => word.startsWith(part)));
};

// The count at a door by what a device knows, as the service does it.
const freeAt = (counts, claimsEnd, now) =>
  Math.max(0, counts.capacity - counts.walkInsInside - (now < claimsEnd ? Math.max(counts.confirmed, counts.arrived) : counts.arrived));

// Adds what was recorded here to a list that does not know of it yet.
const apply = (list, fact, sign = 1) => {
  const person = list.people.find((one) => one.reference === fact.reference);
  const people = fact.people * (fact.direction === "out" ? -1 : 1) * sign;
  const isWalkIn = !person || person.isWalkIn || person.status !== "confirmed";
  const change = person ? Math.min(person.places, Math.max(0, person.inside + people)) - person.inside : people;
  if (person) {
    person.inside += change;
    person.isWalkIn = isWalkIn;
  }
  const { counts } = list;
  if (isWalkIn) {
    counts.walkInsInside = Math.max(0, counts.walkInsInside + change);
    if (fact.direction === "in") counts.walkIns = Math.max(0, counts.walkIns + change);
  } else {
    counts.inside = Math.max(0, counts.inside + change);
    counts.arrived = Math.max(counts.arrived + (fact.direction === "in" && sign < 0 ? change : 0), counts.inside);
  }
};
