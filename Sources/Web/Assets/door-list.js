// A session's list, and the count at its door by what a device knows: the service's rules, without the service. Nothing here
// touches the page or the network.

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

const personOf = async (list, { token, reference }) => {
  const code = token && await hashOf(token);
  return list?.people.find((one) => (code && one.code === code) || one.reference === reference) ?? null;
};

// The other session here that a code is for, as far as the device knows.
const otherOf = async (list, { token, reference }) => {
  const code = token && await hashOf(token);
  return list?.others.find((one) => one.codes.includes(code) || one.references.includes(reference)) ?? null;
};

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const isNamed = (person, text) => {
  const typed = plain(text);
  const words = person.name ? plain(person.name) : [];
  return typed.length > 0 && typed.every((part) => words.some((word) => word.startsWith(part)));
};

const insideAt = (counts) => counts.inside + counts.walkInsInside;
const roomLeft = (counts) => Math.max(0, counts.roomCapacity - insideAt(counts));
const beyond = (counts) => Math.max(0, counts.arrived + counts.walkInsInside - counts.capacity);

// How many may be let in without places (app.free_at_door).
const freeAt = (counts, claimsEnd, now) =>
  Math.max(0, counts.capacity - counts.walkInsInside - (now < claimsEnd ? Math.max(counts.confirmed, counts.arrived) : counts.arrived));

// Why somebody is not let in or out (app.door_objection), or null: let pass, and recorded.
const objection = (list, fact, person, claimsEnd, now) => {
  if (fact.direction === "undo") return null;
  if (!person && !fact.walkIn) return "unknown";
  const inside = person ? person.inside : list?.counts.walkInsInside;
  if (person?.status === "cancelled" && (fact.direction === "in" || !inside)) return "cancelled";
  if (fact.direction === "out") return inside === 0 ? "not_inside" : fact.people > inside ? "too_many" : null;
  if (person?.status === "waiting" && !fact.walkIn && !person.isWalkIn) return "waiting";
  if (person && inside >= person.places) return "already_in";
  if (person && inside + fact.people > person.places) return "too_many";
  if (!list) return null;
  const hasPlaces = person?.status === "confirmed";
  if (!hasPlaces && fact.people > freeAt(list.counts, claimsEnd, now)) return "full";
  if (fact.people > roomLeft(list.counts)) return hasPlaces && now >= claimsEnd ? "given_away" : "full";
  return null;
};

// Adds what was recorded here to a list that does not know of it yet, or takes it off again.
const apply = (list, fact, sign = 1) => {
  const { counts } = list;
  const person = list.people.find((one) => one.reference === fact.reference);
  const people = fact.people * (fact.direction === "out" ? -1 : 1) * sign;
  const isWalkIn = !person || person.status !== "confirmed";
  let arrived = fact.direction === "in" ? people : 0, inside = people;
  if (person) {
    const before = { ...person };
    person.inside = Math.min(person.places, Math.max(0, person.inside + people));
    person.arrived = arrived < 0 ? person.inside : Math.max(person.arrived, person.inside);
    person.isWalkIn = isWalkIn;
    arrived = person.arrived - before.arrived;
    inside = person.inside - before.inside;
  }
  if (isWalkIn) {
    counts.walkIns = Math.max(0, counts.walkIns + arrived);
    counts.walkInsInside = Math.min(counts.walkIns, Math.max(0, counts.walkInsInside + inside));
  } else {
    counts.arrived += arrived;
    counts.inside += inside;
  }
};
