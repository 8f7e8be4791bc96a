// Adds two comforts; every page works without them.

// A summary of errors takes the focus. Browsers that know `autofocus` on any element have done it already.
const notice = document.getElementById("notice");
if (notice && document.activeElement !== notice) notice.focus();

// A form is sent once, and says that it is on its way. The service would not count a second one either.
for (const form of document.querySelectorAll("form[data-sending]")) {
  const button = form.querySelector("button");
  const label = button.textContent;
  form.addEventListener("submit", (event) => {
    if (button.hasAttribute("aria-disabled")) return event.preventDefault();
    button.setAttribute("aria-disabled", "true");
    button.textContent = form.dataset.sending;
  });
  // Coming back by the browser's history shows the page as it was left.
  addEventListener("pageshow", () => {
    button.removeAttribute("aria-disabled");
    button.textContent = label;
  });
}
