// The command palette: a dialog rendered by the server, filled from the node while typing.
import { json } from "./colours.js";

let asked = 0;

export function open(dialog) {
  if (dialog.open) return;
  dialog.showModal();
  const box = dialog.querySelector("input");
  box.select();
  if (!dialog.dataset.ready) {
    dialog.dataset.ready = "1";
    wire(dialog, box, dialog.querySelector("[role=listbox]"), dialog.querySelector("[role=status]"));
  }
  box.dispatchEvent(new Event("input"));
}

function wire(dialog, box, list, status) {
  let answer = Promise.resolve();
  const ask = async () => {
    const ticket = ++asked;
    try {
      const { entries } = await json(`/api/v1/shell/palette?q=${encodeURIComponent(box.value)}`);
      if (ticket === asked) show(list, status, box, entries, dialog.dataset.nothing);
    } catch (error) {
      console.warn(error);
      if (ticket === asked) show(list, status, box, [], dialog.dataset.failed);
    }
  };
  box.addEventListener("input", () => { answer = ask(); });
  box.addEventListener("keydown", async event => {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      // Quick hands press Enter before the node has answered to the last letter.
      event.preventDefault();
      await answer;
      const chosen = list.querySelector("[aria-selected=true]");
      if (chosen) location.assign(chosen.dataset.href);
      return;
    }
    const options = [...list.children];
    const at = options.findIndex(option => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = (at + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length;
      select(options, options[next], box);
    }
  });
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
  dialog.addEventListener("click", event => {
    if (event.target === dialog) dialog.close();
  });
}

function show(list, status, box, entries, nothing) {
  list.replaceChildren(...entries.map((entry, index) => {
    const option = Object.assign(document.createElement("li"), { id: `palette-${index}` });
    option.setAttribute("role", "option");
    option.dataset.href = entry.href;
    const title = Object.assign(document.createElement("span"), { textContent: entry.title });
    const kind = Object.assign(document.createElement("small"), { textContent: entry.kind, className: "muted" });
    option.append(title, kind);
    return option;
  }));
  status.textContent = entries.length ? "" : nothing;
  box.setAttribute("aria-expanded", String(entries.length > 0));
  select([...list.children], list.firstElementChild, box);
}

function select(options, chosen, box) {
  for (const option of options) option.setAttribute("aria-selected", String(option === chosen));
  if (chosen) {
    box.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  } else {
    box.removeAttribute("aria-activedescendant");
  }
}
