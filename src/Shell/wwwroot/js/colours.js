// Resolves the theme's custom properties (light-dark() and all) to what a canvas understands.
export function colour(name) {
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

/** Calls back when the device switches between light and dark; answers a function that stops it. */
export function onThemeChange(callback) {
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", callback);
  return () => scheme.removeEventListener("change", callback);
}

/** Fetches JSON of this node, or throws with the status. */
export async function json(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}
