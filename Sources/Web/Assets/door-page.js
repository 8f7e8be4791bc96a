// The door's page: its parts, its words, and how they are drawn.

const door = document.getElementById("door");
const texts = door.dataset;
const field = document.getElementById("ticket");
const result = document.getElementById("result");
const found = document.getElementById("found");
const net = document.getElementById("net");
const words = Object.fromEntries(
  [...door.querySelectorAll("template[data-outcome]")].map((one) => [one.dataset.outcome, one.dataset]));
const claimsEnd = Number(texts.claimsEnd) * 1000, deletesAt = Number(texts.deletesAt) * 1000;
// Whatever the address says behind it: a ticket that a camera opened is part of no page that is kept.
const page = location.origin + texts.path;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
// As the pages write it: `9 h 30`, `11 h`; `9:30`, `11:00`.
const clock = (time) => {
  const parts = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", timeZone: texts.zone }).formatToParts(time);
  const [hour, minute] = ["hour", "minute"].map((type) => parts.find((part) => part.type === type).value);
  if (document.documentElement.lang !== "fr") return `${Number(hour)}:${minute}`;
  return `${Number(hour)}\u00a0h${minute === "00" ? "" : `\u00a0${minute}`}`;
};
const many = (count) => (count === 1 ? texts.one : fill(texts.many, { count }));

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
};

const sign = (icon) => {
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  drawn.setAttribute("class", "sign");
  drawn.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${icon}`);
  drawn.append(use);
  return drawn;
};

const toDo = (things) =>
  things.length
    ? element("p", { class: "to-do" }, element("strong", {}, texts.toDo), ...things.map((thing) => element("span", {}, thing)))
    : null;

// Buttons that go on from here, in one form: a value, a label, and whether it is a quiet one.
const deeds = (fields, buttons) =>
  element("form", { class: "deeds", method: "post", action: texts.path },
    ...Object.entries(fields).map(([name, value]) => element("input", { type: "hidden", name, value })),
    ...buttons.map(([value, label, isQuiet]) => element("button", { name: "do", value, class: isQuiet ? "quiet" : null }, label)));

// What became of a scan.
const say = (told, form = null) => {
  const word = words[told.outcome];
  const card = element("section", { class: "outcome-card", "data-kind": told.outcome, role: "status" }, sign(word.icon),
    element("div", {}, element("p", { class: "word" }, word.word),
      told.name ? element("p", { class: "who" }, told.name) : null,
      ...told.lines.map((line) => element("p", {}, line)),
      ["checked_in", "waiting"].includes(told.outcome) ? toDo(told.toDo ?? []) : null));
  result.replaceChildren(...[card, form].filter(Boolean));
  found.replaceChildren();
  // Also for whoever pressed a button far below, but for one who presses it again and again, whom the numbers beside answer.
  if (!told.isCounted) result.scrollIntoView({ block: "nearest" });
  play(told.outcome);
};

const personCard = (person) => {
  const left = person.places - person.inside;
  const isWalkIn = person.status === "waiting" && !person.isWalkIn;
  const label = isWalkIn ? texts.walkIn : texts.in;
  const buttons = [];
  if (person.status !== "cancelled") {
    for (let count = left; count > 0; count--) {
      buttons.push([`${isWalkIn ? "walk_" : ""}in:${count}`, left === 1 ? label : `${texts.in} · ${many(count)}`, count < left]);
    }
  }
  if (person.inside) buttons.push(["out:1", person.inside === 1 ? texts.out : `${texts.out} · ${texts.one}`, true]);
  const part = fill(texts.part, { inside: person.inside, places: person.places });
  const state = { confirmed: part, waiting: `${texts.waiting} · ${part}`, cancelled: person.inside ? `${texts.cancelled} · ${part}` : texts.cancelled }[person.status];
  return element("li", {}, element("p", { class: "who" }, person.name ?? person.reference),
    element("p", { class: "state" }, `${state} · ${person.reference}`), toDo(person.toDo),
    buttons.length ? deeds({ ticket: person.reference }, buttons) : null);
};

// Those whom a search or a group's ticket names.
const offer = (people) => {
  result.replaceChildren();
  found.replaceChildren(...(people.length
    ? [element("h2", {}, texts.results), element("ul", { class: "people" }, ...people.slice(0, 30).map(personCard))]
    : [element("p", { class: "nobody" }, texts.nobody)]));
};

// The numbers below, by what a device knows.
const drawCounts = (counts) => {
  const shown = { ...counts, allInside: insideAt(counts), remaining: freeAt(counts, claimsEnd, now()) };
  for (const place of door.querySelectorAll("[data-count]")) place.textContent = shown[place.dataset.count];
  const crowding = shown.allInside >= counts.roomCapacity ? "full" : shown.allInside * 10 >= counts.roomCapacity * 9 ? "near" : "fine";
  door.querySelector(".counts").dataset.crowding = crowding;
  document.getElementById("crowding").textContent = { full: texts.atLimit, near: texts.near, fine: "" }[crowding];
};
