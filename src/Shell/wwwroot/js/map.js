// <noroshi-map src label>: a dot for each state on land without borders. The list beside it says the same, so readers of the screen skip it.
import { json } from "./colours.js";

const svg = (name, attributes) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
};
// Equirectangular, the Pacific in the middle: readers in Japan look for themselves there first.
const centre = 150, width = 960, top = 84, bottom = -58, scale = width / 360;
const across = longitude => ((((longitude - centre + 180) % 360) + 360) % 360) * scale;
const down = latitude => (top - Math.max(bottom, Math.min(top, latitude))) * scale;

const leaps = (from, to) => Math.abs(across(from[0]) - across(to[0])) > width / 2;

/** A ring as path data, in pieces where it leaves one edge of the sheet and enters at the other; each piece closes along the edge. */
function path(ring) {
  const cut = ring.findIndex((point, index) => index > 0 && leaps(ring[index - 1], point));
  const turned = cut > 0 ? [...ring.slice(cut, -1), ...ring.slice(0, cut)] : ring;
  return turned.map(([longitude, latitude], index) => {
    const move = index === 0 || leaps(turned[index - 1], turned[index]);
    return `${move ? "M" : "L"}${across(longitude).toFixed(1)} ${down(latitude).toFixed(1)}`;
  }).join("");
}

function rings(geometry) {
  switch (geometry?.type) {
    case "FeatureCollection": return geometry.features.flatMap(rings);
    case "GeometryCollection": return geometry.geometries.flatMap(rings);
    case "Feature": return rings(geometry.geometry);
    case "Polygon": return geometry.coordinates;
    case "MultiPolygon": return geometry.coordinates.flat();
    default: return [];
  }
}

async function land() {
  const [file] = await Promise.all([json("/api/v1/shell/map"), import("../lib/topojson/topojson-client.min.js")]);
  return rings(file.type === "Topology" ? globalThis.topojson.feature(file, file.objects.land ?? Object.values(file.objects)[0]) : file);
}

class NoroshiMap extends HTMLElement {
  async connectedCallback() {
    try {
      const [outline, { places }, points] = await Promise.all([land(), json(this.getAttribute("src")), json(new URL("../map/places.json", import.meta.url))]);
      this.replaceChildren(this.draw(outline, places, points.places));
    } catch (error) {
      console.warn(error);
      this.replaceChildren(Object.assign(document.createElement("p"), { className: "chart-failed", textContent: this.dataset.failed }));
    }
  }

  draw(outline, places, points) {
    const sheet = svg("svg", { viewBox: `0 0 ${width} ${Math.round((top - bottom) * scale)}`, "aria-hidden": "true", focusable: "false" });
    const ground = svg("g", { class: "map-land" });
    ground.append(svg("path", { d: outline.map(path).join("") }));
    sheet.append(ground);
    const placed = places.filter(place => points[place.code] && place.size > 0).sort((left, right) => right.size - left.size);
    const largest = Math.sqrt(placed[0]?.size ?? 1);
    placed.forEach((place, rank) => sheet.append(this.dot(place, points[place.code], 3 + (19 * Math.sqrt(place.size)) / largest, rank)));
    return sheet;
  }

  dot(place, [longitude, latitude], radius, rank) {
    const x = across(longitude), y = down(latitude);
    const link = svg("a", { tabindex: "-1", class: "map-dot", ...(place.href && { href: place.href }) });
    const title = svg("title", {});
    title.textContent = `${place.name} ${place.figure}`;
    link.append(title, svg("circle", { cx: x, cy: y, r: radius.toFixed(1) }));
    if (rank < 8) {
      const left = x > width - 130;
      const label = svg("text", { x: left ? x - radius - 4 : x + radius + 4, y: y + 5, "text-anchor": left ? "end" : "start" });
      label.textContent = place.name;
      link.append(label);
    }
    return link;
  }
}

customElements.define("noroshi-map", NoroshiMap);
