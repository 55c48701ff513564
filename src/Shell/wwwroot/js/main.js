// Small helpers on every page; each page works without them.
document.addEventListener("keydown", event => {
  if (event.key === "Escape") document.querySelectorAll("details[data-dismiss][open]").forEach(menu => { menu.open = false; menu.querySelector("summary").focus(); });
});
document.addEventListener("click", event => {
  document.querySelectorAll("details[data-dismiss][open]").forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});
