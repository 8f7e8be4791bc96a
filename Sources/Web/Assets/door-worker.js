// Keeps the door's pages there without network. It stores no names: those are in the page's own list, which deletes itself.
// The service sends DoorStore before it.

const shelf = "door-1";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// Lists whose day is over go whenever a door is asked for, wherever that leads: the link has ended by then as well.
const forget = async () => (await DoorStore.open()).forget(Date.now());

// Pages and files that the door needs: from the network where there is one, or else as they were last.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.mode === "navigate") event.waitUntil(forget().catch(() => {}));
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const isAsset = url.pathname.startsWith("/assets/");
  const isPage = request.mode === "navigate" && url.pathname.startsWith("/staff/door/sessions/");
  if (isAsset) event.respondWith(kept(request));
  if (isPage) event.respondWith(fresh(request, url));
});

// The address of a file changes with its content.
const kept = async (request) => {
  const found = await caches.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(shelf)).put(request, answer.clone());
  return answer;
};

// A network that does not answer, or a service that can't, is none: nobody at a door waits for long.
const fresh = async (request, url) => {
  const found = await caches.match(url.origin + url.pathname);
  if (!found) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, 2_000, found));
  const answer = fetch(request).then((answer) => (answer.status < 500 ? answer : found), () => found);
  return Promise.race([answer, late]);
};
