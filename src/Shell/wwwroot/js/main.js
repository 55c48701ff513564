// What every page gets. Each page works without it; the heavier parts are fetched only where they are used.
const parts = {
  "noroshi-chart": "./chart.js",
  "noroshi-ledger": "./ledger-verify.js",
  "noroshi-hotline": "./hotline.js",
  "noroshi-map": "./map.js",
  "noroshi-qr": "./qr.js",
  "noroshi-progress": "./progress.js",
  "noroshi-table": "./table.js",
  "noroshi-who": "./who.js",
};
for (const [name, file] of Object.entries(parts)) {
  if (document.querySelector(name)) import(file);
}

const palette = document.getElementById("palette");
const openPalette = async () => (await import("./palette.js")).open(palette);
const typing = target => target.closest("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", event => {
  if (event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && palette) {
    event.preventDefault();
    openPalette();
  } else if (event.key === "?" && !typing(event.target)) {
    const shortcuts = document.getElementById("shortcuts");
    if (shortcuts && !shortcuts.open) shortcuts.showModal();
  } else if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details[data-dismiss][open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
});

document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details[data-dismiss][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const link = event.target.closest("[data-palette]");
  if (link && palette && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openPalette();
  }
  if (event.target.closest("[data-shortcuts]")) {
    event.preventDefault();
    document.getElementById("shortcuts").showModal();
  }
});

// A form is sent once, however often its button is pressed. One that a script held back has not been sent.
document.addEventListener("submit", event => {
  if (event.defaultPrevented) return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
