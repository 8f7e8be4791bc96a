// The line to the service: the list comes, what was recorded goes, twice if need be.

const line = { hasNetwork: true, isLoggedOut: false, hasSent: false, flagged: 0, knowsOthers: false };
// What says that nothing is wrong.
const fine = ["checked_in", "checked_out", "undone"];
let store, list;

// A telephone's clock may be wrong: how far it is behind the service's, in milliseconds.
let behind = 0;
const now = () => Date.now() + behind;
const learnTime = (answer) => {
  const difference = Date.parse(answer.headers.get("date")) - Date.now();
  behind = Math.abs(difference) > 60_000 ? difference : 0;
};

const item = (fact) => ({
  session: fact.slug, ticket: fact.ticket ?? undefined, direction: fact.direction, people: fact.people ?? undefined,
  at: new Date(fact.at).toISOString(), offline: fact.offline, walk_in: fact.walkIn, undoes: fact.undoes ?? undefined,
  request_key: fact.key });

// The patience is in milliseconds.
const post = async (facts, patience = 10_000) => {
  let answer;
  try {
    answer = await fetch("/staff/door/check-ins", {
      method: "POST", body: JSON.stringify(facts.map(item)), signal: AbortSignal.timeout(patience),
      headers: { "content-type": "application/json", "x-form-token": document.body.dataset.formToken } });
  } catch (error) {
    line.hasNetwork = false;
    throw error;
  }
  line.isLoggedOut = answer.redirected || [401, 403].includes(answer.status);
  line.hasNetwork = answer.status < 500;
  if (!answer.ok || line.isLoggedOut) throw Object.assign(new Error(), { status: answer.status });
  return answer.json();
};

// The list as it is with this, once.
const remember = async (fact) => {
  if (!list || list.counted.includes(fact.key)) return;
  list.counted.push(fact.key);
  if (fact.direction !== "undo") apply(list, fact);
  else if (fact.undone) apply(list, fact.undone, -1);
  await store.keep(list);
};

// Which tickets are for the other doors here, without a name: enough to send people there.
const readOthers = async () => {
  const answer = await fetch(`${texts.path}/others`, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) return;
  list.others = await answer.json();
  line.knowsOthers = true;
  await store.keep(list);
};

const refresh = async () => {
  try {
    const answer = await fetch(`${texts.path}/list${list ? "?again" : ""}`, { signal: AbortSignal.timeout(10_000) });
    line.isLoggedOut = answer.redirected || [401, 403].includes(answer.status);
    line.hasNetwork = answer.status < 500;
    if (!answer.ok || line.isLoggedOut) return;
    const { people, counts } = await answer.json();
    learnTime(answer);
    list = {
      slug: texts.slug, page, people, counts, others: list?.others ?? [], counted: [], readAt: now(), behind, deletesAt };
    // What is not sent yet, the service does not know of.
    for (const fact of await store.queue()) if (fact.slug === texts.slug) await remember(fact);
    await store.keep(list);
    if (!line.knowsOthers) await readOthers();
  } catch {
    line.hasNetwork = false;
  }
};

// Sends what was recorded, in its order. What the service can't take must not hold up the rest for ever: unreadable, or too
// large, it is dropped; where the service fails at it, it stays for another time. Other answers are not about what was sent.
let isSending = false;
const send = async () => {
  if (isSending) return;
  isSending = true;
  let most = 50, from = 0;
  for (let facts; (facts = (await store.queue()).filter((fact) => fact.number > from).slice(0, most)).length;) {
    try {
      const replies = await post(facts);
      line.hasSent = true;
      line.flagged += replies.filter((reply) => reply.accepted && !fine.includes(reply.outcome)).length;
    } catch (error) {
      if (![400, 413, 500].includes(error.status) || line.isLoggedOut) break;
      if (most > 1) {
        most = 1;
        continue;
      }
      from = facts[0].number;
      if (error.status === 500) continue;
    }
    for (const fact of facts) await store.drop(fact.number);
  }
  isSending = false;
};

const showLine = async () => {
  const waiting = (await store.queue()).length;
  const time = list ? clock(list.readAt) : "";
  const parts = [line.isLoggedOut ? texts.loggedOut
    : line.hasNetwork ? fill(texts.fresh, { time })
    : list ? fill(texts.offline, { time }) : texts.offlineEmpty];
  if (waiting) parts.push(fill(texts.queued, { count: waiting }));
  else if (line.hasSent) parts.push(texts.sent);
  if (line.flagged) parts.push(fill(texts.flagged, { count: line.flagged }));
  net.dataset.state = line.isLoggedOut ? "out" : line.hasNetwork ? "on" : "off";
  net.dataset.waiting = waiting;
  const text = parts.join(" · ");
  // Said once to who hears the page, and not each time that it is asked.
  if (net.textContent !== text) net.textContent = text;
};
