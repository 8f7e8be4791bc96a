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

  // Deletes the lists, and the pages kept beside them, whose day is over, and what could not be sent for a week: the service
  // no longer knows a key so old, and might count it twice. Returns the sessions of the lists.
  async forget(now) {
    for (const fact of await this.queue()) if (fact.notedAt < now - 7 * 86_400_000) await this.drop(fact.number);
    const lists = await this.run("lists", "readonly", (store) => store.getAll());
    const over = lists.filter((list) => list.deletesAt <= now + list.behind);
    for (const list of over) {
      await this.run("lists", "readwrite", (store) => store.delete(list.slug));
      if (window.caches) {
        for (const name of await caches.keys()) await (await caches.open(name)).delete(list.page);
      }
    }
    return over.map((list) => list.slug);
  }
}
