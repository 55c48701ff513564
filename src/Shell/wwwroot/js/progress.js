// <noroshi-progress src>: renews itself every second while the page is looked at, and reloads the page once the work is done.
import { json } from "./colours.js";

class NoroshiProgress extends HTMLElement {
  connectedCallback() {
    if (this.getAttribute("src")) this.timer = setInterval(() => this.renew(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  async renew() {
    if (document.hidden || this.asking) return;
    this.asking = true;
    try {
      const { percent, done, label } = await json(this.getAttribute("src"));
      if (done) {
        clearInterval(this.timer);
        location.reload();
        return;
      }
      const bar = this.querySelector("progress");
      percent == null ? bar.removeAttribute("value") : (bar.value = percent);
      if (percent != null) this.querySelector("[data-share]").textContent = `${percent}%`;
      if (label) this.querySelector(".progress-label > span").textContent = label;
    } catch (error) {
      console.warn(error);
    } finally {
      this.asking = false;
    }
  }
}

customElements.define("noroshi-progress", NoroshiProgress);
