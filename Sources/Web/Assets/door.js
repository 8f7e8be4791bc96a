// The door with scripts: the list lies on the device, so that names are found at once and people are let in without network.
// Without them, or without a place to keep things, every form on the page works as it stands.

// What was counted last, as long as its card offers to take it back.
let last;

const tell = (fact, person, outcome, reply = {}) => {
  const counts = list?.counts;
  const lines = [];
  const { places = person?.places, inside = person?.inside } = reply;
  const remaining = reply.remaining ?? (counts ? freeAt(counts, claimsEnd, Date.now()) : null);
  const left = reply.roomLeft ?? (counts ? roomLeft(counts) : 0);
  if (places != null) lines.push(fill(texts.part, { inside, places }));
  if (reply.since) lines.push(fill(reply.own ? texts.since : texts.sinceElsewhere, { time: reply.since }));
  if (outcome === "checked_in" && (reply.beyond ?? (counts ? beyond(counts) : 0))) lines.push(texts.beyond);
  if (outcome === "given_away") lines.push(fill(left ? texts.givenAwaySome : texts.givenAwayAll, { count: left, time: clock(claimsEnd) }));
  if (["waiting", "full"].includes(outcome) && remaining != null) lines.push(fill(texts.free, { remaining }));
  lines.push(...(reply.whereabouts ?? []));
  if (!line.hasNetwork && outcome === "unknown") lines.push(texts.later);

  let form = null;
  if (["checked_in", "checked_out"].includes(outcome)) form = deeds({ undoes: fact.key }, [["undo", texts.undo, true]]);
  if (outcome === "waiting" && remaining >= (places ?? 1)) {
    form = deeds({ ticket: fact.ticket }, [[`walk_in:${places ?? 1}`, texts.walkIn]]);
  }
  if (outcome === "given_away" && left) form = deeds({ ticket: fact.ticket }, [[`in:${left}`, `${texts.in} · ${many(left)}`]]);
  if (!line.hasNetwork && outcome === "unknown") form = deeds({ ticket: fact.ticket }, [["walk_in:1", texts.walkIn]]);
  say({ outcome, name: reply.name ?? person?.name, lines, toDo: reply.toDo ?? person?.toDo }, form);
};

// Recorded first, then sent: what is lost on the way is sent again, and counts once by its key.
const count = async (fact, person) => {
  // What was recorded before goes first: this may take it back.
  if ((await store.queue()).length) await send();
  fact.number = await store.record(fact);
  const [reply] = await post([fact]).catch(() => []);
  if (reply) {
    await store.drop(fact.number);
    fact.people = reply.people ?? fact.people;
    last = fact;
    tell(fact, person, reply.outcome, reply);
    await refresh();
  } else {
    const no = objection(list, fact, person, claimsEnd, Date.now());
    if (no) {
      await store.drop(fact.number);
    } else {
      fact.offline = true;
      await store.record(fact);
      await remember(fact);
      last = fact;
    }
    tell(fact, person, no ?? { in: "checked_in", out: "checked_out", undo: "undone" }[fact.direction]);
  }
  await show();
};

// What a form asked: the one for scanning, or one of those that a card offers.
const act = async (fields, deed, isScan) => {
  const [name, number] = deed.split(":");
  const text = (fields.get("ticket") ?? "").trim();
  const code = readCode(text);
  const person = text ? await personOf(list, code) : null;
  const undoes = fields.get("undoes");
  const fact = {
    key: crypto.randomUUID(), slug: texts.slug, at: Date.now(), offline: false, undoes,
    undone: undoes && last?.key === undoes ? last : null, direction: name.replace("walk_", ""),
    walkIn: name.startsWith("walk_"), people: number ? Number(number) : null,
    ticket: text ? person?.reference ?? code.token ?? text : null, reference: person?.reference ?? null };
  if (isScan) {
    if (!text) return;
    const named = list?.people.filter((one) => isNamed(one, text)) ?? [];
    if (!person && !code.token && (named.length || !code.reference)) return offer(named);
    if (person && fact.direction === "in" && person.status !== "cancelled" && person.places - person.inside > 1) return offer([person]);
  }
  if (fact.direction !== "undo") fact.people ??= 1;
  await count(fact, person);
};

const show = async () => {
  if (list) drawCounts(list.counts);
  await showLine();
};

// Deletes what is over, also where nobody looks. Returns whether this session is.
const forget = async () => {
  if ((await store.forget(Date.now())).includes(texts.slug)) {
    list = null;
    result.replaceChildren();
    found.replaceChildren();
    net.textContent = texts.deleted;
  }
  return Date.now() >= deletesAt;
};

const keepUp = async () => {
  if (await forget()) return;
  await send();
  await refresh();
  await show();
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
  // One after the other, as at a real door: what is scanned while another scan is under way waits for it.
  let turn = Promise.resolve();
  const take = (form, button) => {
    const fields = new FormData(form);
    const isScan = form.id === "scan";
    if (isScan) field.value = "";
    turn = turn.then(() => act(fields, button?.value ?? "in", isScan)).catch(() => {});
    return turn;
  };
  door.addEventListener("submit", (event) => {
    event.preventDefault();
    take(event.target, event.submitter).finally(() => field.focus({ preventScroll: true }));
  });
  // A hand scanner types wherever the focus is.
  document.addEventListener("keydown", (event) => {
    if (event.target === document.body && event.key.length === 1 && !event.ctrlKey && !event.metaKey) field.focus();
  });
  document.getElementById("camera").hidden = false;
  document.getElementById("camera-switch").hidden = true;
  await keepUp();
  addEventListener("online", keepUp);
  addEventListener("visibilitychange", () => document.hidden || keepUp());
  setInterval(() => (document.hidden ? forget() : keepUp()), 15_000);
  door.dataset.ready = "";
  const look = camera((text) => {
    field.value = text;
    return take(document.getElementById("scan"), null);
  });
  await Promise.allSettled([look, keepPage()]);
  door.dataset.kept = "";
};
begin();
