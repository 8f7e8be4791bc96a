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

const fresh = async (request, url) => {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await caches.match(url.origin + url.pathname);
    if (found) return found;
    throw error;
  }
};
