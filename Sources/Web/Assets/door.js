// The door with a script: the list lies on the device, so that names are found at once and people are let in without network.
// Without it, or without a place to keep things, every form on the page works as it stands.

const door = document.getElementById("door");
const texts = door.dataset;
const field = document.getElementById("ticket");
const result = document.getElementById("result");
const found = document.getElementById("found");
const net = document.getElementById("net");
const words = Object.fromEntries(
  [...door.querySelectorAll("template[data-outcome]")].map((one) => [one.dataset.outcome, one.dataset]));
const claimsEnd = Number(texts.claimsEnd) * 1000, deletesAt = Number(texts.deletesAt) * 1000;
const page = location.origin + location.pathname;
let store, list, hasNetwork = true, isLoggedOut = false;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const clock = (time) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit", timeZone: texts.zone }).format(time);
const many = (count) => (count === 1 ? texts.one : fill(texts.many, { count }));

// Drawing ------------------------------------------------------------------------------------------------

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

const deeds = (fields, buttons) =>
  element("form", { class: "deeds", method: "post", action: location.pathname },
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
  play(told.outcome);
};

const card = (person) => {
  const left = person.places - person.inside;
  const isWalkIn = person.status === "waiting" && !person.isWalkIn;
  const label = isWalkIn ? texts.walkIn : texts.in;
  const buttons = [];
  if (person.status !== "cancelled") {
    for (let count = left; count > 0; count--) {
      buttons.push([`${isWalkIn ? "walk_" : ""}in:${count}`, left === 1 ? label : `${label} · ${many(count)}`, count < left]);
    }
  }
  if (person.inside) buttons.push(["out:1", person.inside === 1 ? texts.out : `${texts.out} · ${texts.one}`, true]);
  const part = fill(texts.part, { inside: person.inside, places: person.places });
  const state = { confirmed: part, waiting: `${texts.waiting} · ${part}`, cancelled: texts.cancelled }[person.status];
  return element("li", {}, element("p", { class: "who" }, person.name ?? person.reference),
    element("p", { class: "state" }, `${state} · ${person.reference}`), toDo(person.toDo),
    buttons.length ? deeds({ ticket: person.reference }, buttons) : null);
};

const offer = (people) => {
  result.replaceChildren();
  found.replaceChildren(...(people.length
    ? [element("h2", {}, texts.results), element("ul", { class: "people" }, ...people.slice(0, 30).map(card))]
    : [element("p", { class: "nobody" }, texts.nobody)]));
};

const showCounts = () => {
  if (!list) return;
  const counts = { ...list.counts, allInside: list.counts.inside + list.counts.walkInsInside, remaining: freeAt(list.counts, claimsEnd, Date.now()) };
  for (const place of door.querySelectorAll("[data-count]")) place.textContent = counts[place.dataset.count];
  const crowding = counts.allInside >= counts.roomCapacity ? "full" : counts.allInside * 10 >= counts.roomCapacity * 9 ? "near" : "fine";
  door.querySelector(".counts").dataset.crowding = crowding;
  document.getElementById("crowding").textContent = { full: texts.atLimit, near: texts.near, fine: "" }[crowding];
};

const showNet = async () => {
  const waiting = (await store.queue()).length;
  const time = list ? clock(list.readAt) : "";
  const state = isLoggedOut ? texts.loggedOut
    : hasNetwork ? fill(texts.fresh, { time })
    : list ? fill(texts.offline, { time }) : texts.offlineEmpty;
  net.dataset.state = isLoggedOut ? "out" : hasNetwork ? "on" : "off";
  net.dataset.waiting = waiting;
  net.textContent = waiting ? `${state} · ${fill(texts.queued, { count: waiting })}` : state;
};

// Counting -----------------------------------------------------------------------------------------------

const person = async ({ token, reference }) => {
  if (!list) return null;
  const code = token && await hashOf(token);
  return list.people.find((one) => (code && one.code === code) || one.reference === reference) ?? null;
};

// What the device says by its own list. Null: let pass, and recorded.
const objection = (fact, who) => {
  if (fact.direction === "undo") return null;
  if (!who) return fact.walkIn ? null : "unknown";
  if (fact.direction === "out") return fact.people > who.inside ? "not_inside" : null;
  if (who.status === "cancelled") return "cancelled";
  if (who.status === "waiting" && !fact.walkIn && !who.isWalkIn) return "waiting";
  if (who.inside >= who.places) return "already_in";
  return who.inside + fact.people > who.places ? "too_many" : null;
};

const tell = (fact, who, outcome, reply = {}) => {
  const lines = [];
  const { places = who?.places, inside = who?.inside } = reply;
  const remaining = reply.remaining ?? (list ? freeAt(list.counts, claimsEnd, Date.now()) : null);
  if (places != null) lines.push(fill(texts.part, { inside, places }));
  if (reply.since) lines.push(fill(reply.own ? texts.since : texts.sinceElsewhere, { time: reply.since }));
  lines.push(...(reply.whereabouts ?? []));
  if (["waiting", "full"].includes(outcome) && remaining != null) lines.push(fill(texts.free, { remaining }));
  if (!hasNetwork && outcome === "unknown") lines.push(texts.later);
  let form = null;
  if (["checked_in", "checked_out"].includes(outcome)) form = deeds({ undoes: fact.key }, [["undo", texts.undo, true]]);
  if (outcome === "waiting" && remaining >= (places ?? 1)) {
    form = deeds({ ticket: fact.ticket }, [[`walk_in:${places ?? 1}`, texts.walkIn]]);
  }
  if (!hasNetwork && outcome === "unknown") form = deeds({ ticket: fact.ticket }, [["walk_in:1", texts.walkIn]]);
  say({ outcome, name: reply.name ?? who?.name, lines, toDo: reply.toDo ?? who?.toDo }, form);
};

const item = (fact) => ({
  session: fact.slug, ticket: fact.ticket ?? undefined, direction: fact.direction, people: fact.people ?? undefined,
  at: new Date(fact.at).toISOString(), offline: fact.offline, walk_in: fact.walkIn, undoes: fact.undoes ?? undefined,
  request_key: fact.key });

const post = async (facts) => {
  const answer = await fetch("/staff/door/check-ins", {
    method: "POST", body: JSON.stringify(facts.map(item)), signal: AbortSignal.timeout(6_000),
    headers: { "content-type": "application/json", "x-form-token": document.body.dataset.formToken } });
  hasNetwork = answer.status < 500;
  isLoggedOut = [401, 403].includes(answer.status);
  if (!answer.ok) throw Object.assign(new Error(), { status: answer.status });
  return answer.json();
};

// Recorded first, then sent: what is lost on the way is sent again, and counts once by its key.
const count = async (fact, who) => {
  // What was recorded before goes first: this may take it back.
  if ((await store.queue()).length) await send();
  fact.number = await store.record(fact);
  let reply;
  try {
    [reply] = await post([fact]);
  } catch {
    if (!isLoggedOut) hasNetwork = false;
  }
  if (reply) {
    await store.drop(fact.number);
    tell(fact, who, reply.outcome, reply);
    await refresh();
  } else {
    const no = objection(fact, who);
    if (no) {
      await store.drop(fact.number);
    } else {
      fact.offline = true;
      await store.record(fact);
      await remember(fact);
    }
    tell(fact, who, no ?? { in: "checked_in", out: "checked_out", undo: "undone" }[fact.direction]);
  }
  showCounts();
  await showNet();
};

// The list as it is with this.
const remember = async (fact) => {
  if (!list) return;
  if (fact.direction === "undo") {
    const undone = list.made?.[fact.undoes];
    if (undone) apply(list, undone, -1);
  } else {
    apply(list, fact);
    list.made = { ...list.made, [fact.key]: fact };
  }
  await store.keep(list);
};

const act = async (form, button) => {
  const fields = new FormData(form);
  const [name, number] = (button?.value ?? "in").split(":");
  const text = (fields.get("ticket") ?? "").trim();
  const code = readCode(text);
  const who = text ? await person(code) : null;
  const fact = {
    key: crypto.randomUUID(), slug: texts.slug, at: Date.now(), offline: false, undoes: fields.get("undoes"),
    direction: name.replace("walk_", ""), walkIn: name.startsWith("walk_"), people: number ? Number(number) : null,
    ticket: text ? who?.reference ?? code.token ?? text : null, reference: who?.reference ?? null };
  if (form.id === "scan") {
    if (!text) return;
    field.value = "";
    const named = list?.people.filter((one) => isNamed(one, text)) ?? [];
    if (!who && !code.token && (named.length || !code.reference)) return offer(named);
    if (who && fact.direction === "in" && who.status !== "cancelled" && who.places - who.inside > 1) return offer([who]);
  }
  if (fact.direction !== "undo") fact.people ??= 1;
  await count(fact, who);
};

// Keeping current ----------------------------------------------------------------------------------------

const refresh = async () => {
  try {
    const answer = await fetch(`${location.pathname}/list${list ? "?again" : ""}`, { signal: AbortSignal.timeout(10_000) });
    isLoggedOut = answer.redirected || [401, 403].includes(answer.status);
    if (!answer.ok || isLoggedOut) return;
    const { people, counts } = await answer.json();
    hasNetwork = true;
    list = { slug: texts.slug, page, people, counts, readAt: Date.now(), deletesAt };
    // What is not sent yet, the service does not know of.
    for (const fact of await store.queue()) if (fact.slug === texts.slug) await remember(fact);
    await store.keep(list);
  } catch {
    hasNetwork = false;
  }
  showCounts();
};

let isSending = false;
const send = async () => {
  if (isSending) return;
  isSending = true;
  let most = 50;
  for (let facts; (facts = (await store.queue()).slice(0, most)).length;) {
    try {
      await post(facts);
    } catch (error) {
      if (error.status !== 400) {
        if (!isLoggedOut) hasNetwork = false;
        break;
      }
      // One of them can't be read: the others must not wait for it for ever.
      if (most > 1) {
        most = 1;
        continue;
      }
    }
    for (const fact of facts) await store.drop(fact.number);
  }
  isSending = false;
};

const keepUp = async () => {
  if ((await store.forget(Date.now())).includes(texts.slug)) {
    list = null;
    net.textContent = texts.deleted;
    return;
  }
  if (Date.now() >= deletesAt) return;
  await send();
  await refresh();
  await showNet();
};

// Each outcome has a sound of its own: hertz and milliseconds, one after the other.
const tunes = {
  checked_in: [[880, 90], [1320, 140]], checked_out: [[660, 90], [440, 140]], undone: [[440, 80], [440, 80]],
  already_in: [[520, 120], [0, 60], [520, 120]], not_inside: [[390, 160]], too_many: [[520, 90], [390, 90], [520, 90]],
  wrong_session: [[330, 140], [440, 140], [330, 140]], wrong_day: [[294, 200], [247, 200]], cancelled: [[196, 420]],
  session_cancelled: [[196, 200], [165, 300]], waiting: [[587, 120], [494, 220]], full: [[220, 150], [0, 60], [220, 150], [0, 60], [220, 150]],
  unknown: [[262, 90], [208, 260]], unknown_session: [[262, 260]], nothing_to_undo: [[350, 100]], key_reused: [[350, 100]] };
let audio;
const play = (outcome) => {
  if (!document.getElementById("sound").checked) return;
  audio ??= new AudioContext();
  let at = audio.currentTime;
  for (const [hertz, length] of tunes[outcome] ?? []) {
    if (hertz) {
      const tone = audio.createOscillator(), loudness = audio.createGain();
      tone.frequency.value = hertz;
      loudness.gain.setValueAtTime(0.25, at);
      loudness.gain.exponentialRampToValueAtTime(0.01, at + length / 1000);
      tone.connect(loudness).connect(audio.destination);
      tone.start(at);
      tone.stop(at + length / 1000);
    }
    at += length / 1000;
  }
};

// The camera, where the browser reads codes by itself.
const camera = async () => {
  if (!window.BarcodeDetector || !(await BarcodeDetector.getSupportedFormats()).includes("qr_code")) return;
  const view = document.getElementById("view"), button = document.getElementById("camera-switch");
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  let stream, last = { text: "", at: 0 };
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    view.hidden = true;
    button.textContent = texts.camera;
  };
  const look = async () => {
    if (!stream) return;
    const [code] = await detector.detect(view).catch(() => []);
    // A code that stays in the picture is read once.
    if (code && (code.rawValue !== last.text || Date.now() - last.at > 4_000)) {
      last = { text: code.rawValue, at: Date.now() };
      field.value = code.rawValue;
      await act(document.getElementById("scan"), null);
    } else if (code) {
      last.at = Date.now();
    }
    setTimeout(look, 120);
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (stream) return stop();
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).catch(() => null);
    if (!stream) return;
    view.srcObject = stream;
    view.hidden = false;
    await view.play();
    button.textContent = texts.cameraStop;
    look();
  });
};

const keepPage = async () => {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register("/staff/door/worker.js", { scope: "/staff/door" });
  const files = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((one) => one.href || one.src);
  await (await caches.open("door-1")).addAll([page, ...files]);
};

const begin = async () => {
  store = await DoorStore.open();
  list = await store.list(texts.slug);
  door.addEventListener("submit", (event) => {
    event.preventDefault();
    act(event.target, event.submitter).finally(() => field.focus({ preventScroll: true }));
  });
  // A hand scanner types wherever the focus is.
  document.addEventListener("keydown", (event) => {
    if (event.target === document.body && event.key.length === 1 && !event.ctrlKey && !event.metaKey) field.focus();
  });
  document.getElementById("camera").hidden = false;
  document.getElementById("camera-switch").hidden = true;
  await keepUp();
  addEventListener("online", keepUp);
  setInterval(() => document.hidden || keepUp(), 15_000);
  door.dataset.ready = "";
  await Promise.allSettled([camera(), keepPage()]);
  door.dataset.kept = "";
};
begin();
