// <noroshi-qr text label>: the text as a QR code, for somebody who stands beside the screen; without script the words are read out.
import { qrcode } from "../lib/qrcode-generator/qrcode.js";

const QUIET = 4;

class NoroshiQr extends HTMLElement {
  connectedCallback() {
    const code = qrcode(0, "M");
    code.addData(this.getAttribute("text"));
    code.make();
    const count = code.getModuleCount();
    let path = "";
    for (let row = 0; row < count; row++) {
      for (let column = 0; column < count; column++) {
        if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
      }
    }
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const side = count + 2 * QUIET;
    svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", this.getAttribute("label"));
    // Scanners want dark on light, in the dark theme too.
    for (const [name, shape, fill] of [["rect", { width: side, height: side }, "#fff"], ["path", { d: path }, "#000"]]) {
      const part = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(shape)) part.setAttribute(key, value);
      part.setAttribute("fill", fill);
      svg.append(part);
    }
    this.replaceChildren(svg);
  }
}

customElements.define("noroshi-qr", NoroshiQr);
