// The door with scripts: the list lies on the device, so that names are found at once and people are let in without network.
// Without them, or without a place to keep things, every form on the page works as it stands.

// What was counted last, as long as its card offers to take it back.
let last;

const tell = (fact, person, outcome, reply = {}) => {
  const counts = list?.counts;
  const lines = [];
  const { places = person?.places, inside = person?.inside } = reply;
  const remaining = reply.remaining ?? (counts ? freeAt(counts, claimsEnd, now()) : null);
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
  const isCounted = fact.walkIn && !fact.ticket && fine.includes(outcome);
  say({ outcome, name: reply.name ?? person?.name, lines, toDo: reply.toDo ?? person?.toDo, isCounted }, form);
};

// What the service says: nothing where it does not say it soon. Where it did not answer before and there is a list to go by,
// nobody at the door waits for it.
const ask = async (fact) => {
  if (list && !line.hasNetwork) return null;
  // What was recorded before goes first: this may take it back.
  if ((await store.queue()).length) await send();
  // Recorded first, then sent: what is lost on the way is sent again, and counts once by its key.
  fact.number = await store.record(fact);
  const [reply] = await post([fact], list ? 3_000 : 6_000).catch(() => []);
  if (reply) await store.drop(fact.number);
  return reply ?? null;
};

// Decided by the list on the device, and recorded for later.
const decide = async (fact, person) => {
  const other = person || !fact.ticket ? null : await otherOf(list, readCode(fact.ticket));
  const no = other ? "wrong_session" : objection(list, fact, person, claimsEnd, now());
  if (!no) {
    fact.offline = true;
    fact.number = await store.record(fact);
    await remember(fact);
    last = fact;
  } else if (fact.number) {
    await store.drop(fact.number);
  }
  tell(fact, person, no ?? { in: "checked_in", out: "checked_out", undo: "undone" }[fact.direction], other ?? {});
};

const count = async (fact, person) => {
  const reply = await ask(fact);
  if (reply) {
    fact.people = reply.people ?? fact.people;
    last = fact;
    tell(fact, person, reply.outcome, reply);
    await refresh();
  } else {
    await decide(fact, person);
    keepUp();
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
    key: crypto.randomUUID(), slug: texts.slug, at: now(), notedAt: Date.now(), offline: false, undoes,
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
  return now() >= deletesAt;
};

const catchUp = async () => {
  const isOver = await forget();
  await send();
  if (isOver && !(await store.queue()).length) return;
  if (!isOver) await refresh();
  await show();
};

// One at a time: whoever asks meanwhile has it done once more.
let isWanted = false, keeping = null;
const keepUp = () => {
  isWanted = true;
  keeping ??= (async () => {
    while (isWanted) {
      isWanted = false;
      await catchUp().catch(() => {});
    }
    keeping = null;
  })();
  return keeping;
};

const keepPage = async () => {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register("/staff/door/worker.js", { scope: "/staff/door" });
  const files = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((one) => one.href || one.src);
  await (await caches.open("door-1")).addAll([page, ...files]);
};

// One after the other, as at a real door: what is scanned while the device looks for its list, or while another scan is under
// way, waits for that.
let turn;
const take = (form, button) => {
  const fields = new FormData(form);
  const isScan = form.id === "scan";
  if (isScan) field.value = "";
  turn = turn.then(() => act(fields, button?.value ?? "in", isScan)).catch(() => {});
  return turn;
};

const takeForm = (event) => {
  event.preventDefault();
  take(event.target, event.submitter).finally(() => field.focus({ preventScroll: true }));
};

const findList = async () => {
  store = await DoorStore.open();
  list = await store.list(texts.slug);
  if (list) {
    behind = list.behind;
    // By what the device holds the door is open already, however long the service takes.
    drawCounts(list.counts);
  } else {
    await fetch("/health/live", { signal: AbortSignal.timeout(3_000) }).then(learnTime, () => {});
  }
};

const begin = async () => {
  door.addEventListener("submit", takeForm);
  turn = findList();
  try {
    await turn;
  } catch (error) {
    door.removeEventListener("submit", takeForm);
    throw error;
  }
  // A hand scanner types wherever the focus is.
  document.addEventListener("keydown", (event) => {
    if (event.target === document.body && event.key.length === 1 && !event.ctrlKey && !event.metaKey) field.focus();
  });
  document.getElementById("camera").hidden = false;
  document.getElementById("camera-switch").hidden = true;
  const look = camera((text) => {
    field.value = text;
    return take(document.getElementById("scan"), null);
  });
  await keepUp();
  addEventListener("online", keepUp);
  addEventListener("visibilitychange", () => document.hidden || keepUp());
  setInterval(() => (document.hidden ? forget() : keepUp()), 15_000);
  door.dataset.ready = "";
  await Promise.allSettled([look, keepPage()]);
  door.dataset.kept = "";
};
begin();
