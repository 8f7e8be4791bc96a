// Keeps a board current: the service sends numbers, the page has the words.

const board = document.getElementById("board");
const live = document.getElementById("live");
const number = new Intl.NumberFormat(board.dataset.locale);
const counts = ["capacity", "confirmed", "waiting", "arrived", "inside"];

const write = (place, text) => {
  if (place && place.textContent !== text) place.textContent = text;
};

const show = (place, numbers) => {
  const [, , , , inside, room, flagged] = numbers;
  counts.forEach((name, index) => {
    for (const cell of place.querySelectorAll(`[data-count="${name}"]`)) write(cell, number.format(numbers[index]));
  });
  const crowding = inside >= room ? "full" : inside * 10 >= room * 9 ? "near" : "fine";
  place.dataset.crowding = crowding;
  write(place.querySelector("[data-word]"), { full: board.dataset.atLimit, near: board.dataset.near, fine: "" }[crowding]);
  place.querySelector(".fill")?.setAttribute("width", Math.min(100, (inside * 100) / room));
  const flags = place.querySelector("[data-flags]");
  if (flags) {
    flags.hidden = flagged === 0;
    write(flags, board.dataset.flagged.replace("{count}", number.format(flagged)));
  }
};

// A screen that nobody sees costs nothing.
let stream, again;
const follow = () => {
  stream?.close();
  clearTimeout(again);
  if (document.hidden) return;
  stream = new EventSource(board.dataset.stream);
  stream.addEventListener("message", (event) => {
    const sessions = JSON.parse(event.data);
    for (const place of board.querySelectorAll("[data-session]")) {
      const numbers = sessions[place.dataset.session];
      if (numbers) show(place, numbers);
    }
    write(live, board.dataset.live);
    live.dataset.live = event.lastEventId;
  });
  // The browser comes back by itself, but not after an answer that is no stream: the login has ended, or the service can't
  // answer for a while.
  stream.addEventListener("error", ({ target }) => {
    if (target.readyState !== EventSource.CLOSED) return;
    write(live, board.dataset.stopped);
    again = setTimeout(follow, 15_000);
  });
};
follow();
addEventListener("visibilitychange", follow);
