// <noroshi-ledger src>: fetches the leaves and tiles of the ledger, computes hashes, root and signature here, and compares them with
// the signed checkpoint. Nothing the node says about its own ledger is believed.
const WIDTH = 256;
const HASH = 32;

class NoroshiLedger extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.message = document.createElement("p");
    this.message.setAttribute("role", "status");
    if (!window.crypto?.subtle) {
      this.append(this.message);
      this.say(this.dataset.insecure);
      return;
    }
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "secondary";
    this.button.textContent = this.dataset.button;
    this.button.addEventListener("click", () => this.run());
    this.bar = document.createElement("progress");
    this.bar.hidden = true;
    this.bar.setAttribute("aria-label", this.dataset.button);
    this.append(this.button, this.bar, this.message);
  }

  async run() {
    this.button.disabled = true;
    this.bar.hidden = false;
    this.bar.value = 0;
    this.say("");
    try {
      this.finish(await this.verify());
    } catch (error) {
      console.warn(error);
      this.finish({ text: this.dataset.failed, good: false });
    }
  }

  finish({ text, good }) {
    this.button.disabled = false;
    this.bar.hidden = true;
    this.say(text, good);
  }

  async verify() {
    const note = await (await this.fetch("checkpoint")).text();
    const [name, size, root] = note.split("\n");
    const count = Number(size);
    const tree = new Tree();
    this.bar.max = Math.max(1, count);
    for (let start = 0; start < count; start += WIDTH) {
      const width = Math.min(WIDTH, count - start);
      const path = tilePath(start / WIDTH, width);
      const [bundle, tile] = await Promise.all([this.bytes(`tile/entries/${path}`), this.bytes(`tile/0/${path}`)]);
      const hashes = await Promise.all(entries(bundle).map(entry => hash(0, entry)));
      for (let i = 0; i < width; i++) {
        if (!hashes[i] || !same(hashes[i], tile.subarray(i * HASH, (i + 1) * HASH))) return { text: fill(this.dataset.badLeaf, number(start + i)), good: false };
        await tree.add(hashes[i]);
      }
      this.bar.value = start + width;
      this.say(fill(this.dataset.progress, number(start + width), number(count)));
    }
    if (base64(await tree.root()) !== root) return { text: this.dataset.badRoot, good: false };
    if (!await signed(note, name, this.dataset.key)) return { text: this.dataset.badSignature, good: false };
    return { text: fill(this.dataset.valid, number(count)), good: true };
  }

  say(text, good) {
    this.message.textContent = text;
    this.message.className = good === undefined ? "" : good ? "good" : "burn";
  }

  async fetch(path) {
    const response = await fetch(`${this.getAttribute("src")}/${path}`, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response;
  }

  async bytes(path) {
    return new Uint8Array(await (await this.fetch(path)).arrayBuffer());
  }
}

/** RFC 6962: neighbours of equal height are joined; what is left over is joined from the right. */
class Tree {
  peaks = [];

  async add(leaf) {
    let peak = { height: 0, hash: leaf };
    while (this.peaks.at(-1)?.height === peak.height) peak = { height: peak.height + 1, hash: await hash(1, this.peaks.pop().hash, peak.hash) };
    this.peaks.push(peak);
  }

  async root() {
    if (this.peaks.length === 0) return new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array()));
    let root = this.peaks.at(-1).hash;
    for (const peak of this.peaks.slice(0, -1).reverse()) root = await hash(1, peak.hash, root);
    return root;
  }
}

async function hash(mark, ...parts) {
  const whole = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  whole[0] = mark;
  let at = 1;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

/** The leaves of a bundle, each after its length in two bytes. */
function entries(bundle) {
  const found = [];
  for (let at = 0; at + 2 <= bundle.length;) {
    const length = (bundle[at] << 8) | bundle[at + 1];
    found.push(bundle.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return found;
}

function tilePath(index, width) {
  let text = String(index % 1000).padStart(3, "0");
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) text = `x${String(rest % 1000).padStart(3, "0")}/${text}`;
  return width === WIDTH ? text : `${text}.p/${width}`;
}

/** Verifies the ledger's own signature below the note: ECDSA over P-256 with SHA-256. */
async function signed(note, name, verifier) {
  const cut = note.lastIndexOf("\n\n");
  const spki = unbase64(verifier.slice(verifier.indexOf("+", verifier.indexOf("+") + 1) + 1)).subarray(1);
  const id = new Uint8Array(await crypto.subtle.digest("SHA-256", spki)).subarray(0, 4);
  const key = await crypto.subtle.importKey("spki", spki, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  for (const line of note.slice(cut + 2).split("\n")) {
    const [mark, signer, text] = line.split(" ");
    if (mark !== "—" || signer !== name) continue;
    const content = unbase64(text);
    if (!same(content.subarray(0, 4), id)) continue;
    return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, plain(content.subarray(4)), new TextEncoder().encode(note.slice(0, cut + 1)));
  }
  return false;
}

/** Two integers in DER, as 64 bytes. */
function plain(der) {
  const whole = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const integer = der.subarray(at + 2, at + 2 + der[at + 1]);
    const digits = integer.length > 32 ? integer.subarray(integer.length - 32) : integer;
    whole.set(digits, end - digits.length);
    at += 2 + der[at + 1];
  }
  return whole;
}

const same = (left, right) => left.length === right.length && left.every((byte, i) => byte === right[i]);
const base64 = bytes => btoa(String.fromCharCode(...bytes));
const unbase64 = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
const number = value => value.toLocaleString(document.documentElement.lang);
const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);

customElements.define("noroshi-ledger", NoroshiLedger);
