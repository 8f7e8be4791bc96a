// Keeps the door's pages there without network. It stores no names: those are in the page's own list, which deletes itself.

const shelf = "door-1";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// Pages and files that the door needs: from the network where there is one, or else as they were last.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
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
  const late = new Promise((resolve) => setTimeout(resolve, 5_000, found));
  const answer = fetch(request).then((answer) => (answer.status < 500 ? answer : found), () => found);
  return Promise.race([answer, late]);
};
