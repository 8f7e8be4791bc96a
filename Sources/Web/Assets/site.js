// Adds two comforts; every page works without them.

// A summary of errors takes the focus. Browsers that know `autofocus` on any element have done it already.
const notice = document.getElementById("notice");
if (notice && document.activeElement !== notice) notice.focus();

// A form is sent once, and says that it is on its way. The service would not count a second one either.
for (const form of document.querySelectorAll("form[data-sending]")) {
  let pressed, label;
  form.addEventListener("submit", (event) => {
    if (pressed) return event.preventDefault();
    pressed = event.submitter ?? form.querySelector("button");
    label = pressed.textContent;
    pressed.setAttribute("aria-disabled", "true");
    pressed.textContent = form.dataset.sending;
  });
  // Coming back by the browser's history shows the page as it was left.
  addEventListener("pageshow", () => {
    if (!pressed) return;
    pressed.removeAttribute("aria-disabled");
    pressed.textContent = label;
    pressed = undefined;
  });
}

// The words about places left stay current while a page is open: one small resource, four times a minute, once while the
// tab is hidden, and more seldom after errors. Words are changed in place and not announced.
const shown = new Map();
for (const words of document.querySelectorAll(".p, [data-places]")) {
  const link = words.closest("li, .slot")?.querySelector("a[href*='/sessions/']");
  const slug = words.dataset.places ?? link?.pathname.split("/").pop();
  if (slug) shown.set(slug, [...(shown.get(slug) ?? []), words]);
}

// A map counts the places of what it shows, by arrondissement.
const areas = document.querySelectorAll("[data-area]");
const source = document.querySelector("[data-from]")?.dataset.from ?? `/${document.documentElement.lang}/places.json`;

if (shown.size || areas.length) {
  const often = 15_000, seldom = 60_000, longest = 600_000;
  let failures = 0, timer, last = Date.now();

  const pause = () => Math.min((document.hidden ? seldom : often) * 2 ** failures, longest);
  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, last + pause() - Date.now()));
  };

  const look = async () => {
    last = Date.now();
    try {
      const answer = await fetch(source, { signal: AbortSignal.timeout(10_000) });
      if (!answer.ok) throw new Error(answer.status);
      const { sessions, areas: counted } = await answer.json();
      for (const element of areas) if (counted[element.dataset.area]) showArea(element, counted[element.dataset.area]);
      for (const [slug, places] of shown) if (sessions[slug]) for (const words of places) show(words, sessions[slug]);
      failures = 0;
    } catch {
      failures++;
    }
    plan();
  };

  const show = (words, [text, mark]) => {
    if (words.textContent === text) return;
    words.textContent = text;
    words.classList.remove("few", "none");
    if (mark) words.classList.add(mark);
  };

  const showArea = (element, area) => {
    const value = area[element.dataset.shows];
    if (element.dataset.shows !== "shade") {
      if (element.textContent !== value) element.textContent = value;
    } else if (!element.classList.contains(value)) {
      element.classList.remove("s0", "s1", "s2", "s3", "s4", "s5");
      element.classList.add(value);
    }
  };

  addEventListener("visibilitychange", plan);
  plan();
}

// What is under way shows how far it is, until it is over.
const look = async (part) => {
  try {
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(10_000) });
    if (!answer.ok || answer.redirected) return;
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (!next) return;
    if (next.textContent !== part.textContent) part.replaceWith(next);
    else next.remove();
    watch(document.getElementById(part.id));
  } catch {
    watch(part);
  }
};
const watch = (part) => part.dataset.look && setTimeout(look, Number(part.dataset.look), part);
for (const part of document.querySelectorAll("[data-look]")) watch(part);
