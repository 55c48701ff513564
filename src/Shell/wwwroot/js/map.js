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
    const dots = placed.map(place => {
      const [longitude, latitude] = points[place.code];
      return { place, x: across(longitude), y: down(latitude), radius: 3 + (13 * Math.sqrt(place.size)) / largest };
    });
    sheet.append(...dots.map(dot => this.dot(dot)));
    const taken = [];
    for (const dot of dots.slice(0, 12)) {
      const label = this.label(dot, taken);
      if (label) sheet.append(label);
    }
    return sheet;
  }

  dot({ place, x, y, radius }) {
    const link = svg("a", { tabindex: "-1", class: "map-dot", ...(place.href && { href: place.href }) });
    const title = svg("title", {});
    title.textContent = `${place.name} ${place.figure}`;
    link.append(title, svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1) }));
    return link;
  }

  /** The name beside its dot, right or left, wherever no other name stands; none when neither side is free. */
  label({ place, x, y, radius }, taken) {
    const size = this.clientWidth < 640 ? 26 : 15;
    const wide = [...place.name].reduce((sum, letter) => sum + (letter > "\u2e7f" ? size : size * 0.56), 0);
    for (const right of [true, false]) {
      const from = right ? x + radius + 4 : x - radius - 4 - wide;
      const box = [from, y - size * 0.6, from + wide, y + size * 0.6];
      if (box[0] < 0 || box[2] > width || taken.some(other => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
      taken.push(box);
      const text = svg("text", { x: from.toFixed(1), y: (y + size * 0.35).toFixed(1), class: "map-name" });
      text.textContent = place.name;
      return text;
    }
    return null;
  }
}

customElements.define("noroshi-map", NoroshiMap);
