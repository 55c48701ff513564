// <noroshi-hotline src>: listens to what rings, shows it on every page, sounds until it is acknowledged, and says when it hears nothing.
// One tab listens and tells the others: a browser keeps few connections to one place.
const LOST_AFTER = 35_000;
const EVERY = { flash: 2_000, immediate: 8_000, priority: 60_000, routine: 0 };
const URGENCY = ["flash", "immediate", "priority", "routine"];
const remembered = name => localStorage.getItem("noroshi-hotline-" + name) === "1";
const remember = (name, value) => localStorage.setItem("noroshi-hotline-" + name, value ? "1" : "0");

class NoroshiHotline extends HTMLElement {
  connectedCallback() {
    this.rings = null;
    this.heading = document.title;
    this.channel = new BroadcastChannel("noroshi-hotline");
    this.channel.onmessage = ({ data }) => this.told(data);
    this.state("connecting");
    this.watch = setInterval(() => this.check(), 1_000);
    document.addEventListener("keydown", event => this.key(event));
    for (const wake of ["pointerdown", "keydown"]) document.addEventListener(wake, () => this.ready(), { once: true });
    // The device knows of a cut line before the silence is long enough to tell.
    addEventListener("offline", () => this.state("lost"));
    addEventListener("online", () => (this.leads ? this.listen() : this.channel.postMessage({ kind: "hello" })));
    new ResizeObserver(() => document.documentElement.style.setProperty("--ringing-height", `${this.part("ringing").offsetHeight}px`)).observe(this.part("ringing"));
    this.part("mute").addEventListener("click", () => this.mute());
    document.addEventListener("click", event => event.target.closest("[data-hotline-keys]") && this.keys());
    this.switches();
    // Locks are there on https and localhost only; elsewhere each tab listens for itself.
    if (navigator.locks) {
      navigator.locks.request("noroshi-hotline", () => new Promise(() => this.listen()));
      this.channel.postMessage({ kind: "hello" });
    } else {
      this.listen();
    }
  }

  part(name) {
    return this.querySelector(`[data-part=${name}]`);
  }

  listen() {
    this.leads = true;
    this.source?.close();
    this.source = new EventSource(this.getAttribute("src"));
    for (const kind of ["rings", "changed", "beat", "bye"]) {
      this.source.addEventListener(kind, event => {
        const told = { kind, data: JSON.parse(event.data) };
        if (kind === "rings") this.last = told;
        this.channel.postMessage(told);
        this.told(told);
      });
    }
    this.source.onerror = () => {
      if (this.leaving) return;
      this.state("lost");
      this.channel.postMessage({ kind: "lost" });
      if (this.source.readyState === EventSource.CLOSED) setTimeout(() => this.listen(), 5_000);
    };
  }

  told({ kind, data }) {
    if (kind === "hello") {
      if (this.leads && this.last) this.channel.postMessage(this.last);
      return;
    }
    if (kind === "lost") {
      this.state("lost");
      return;
    }
    this.heard = Date.now();
    this.leaving = kind === "bye";
    if (!this.leaving) this.state("live");
    if (kind === "rings") this.show(data);
    if (kind === "changed") this.renew();
  }

  check() {
    if (this.heard && Date.now() - this.heard > LOST_AFTER) {
      this.state("lost");
      if (this.leads) {
        this.heard = Date.now();
        this.listen();
      }
    }
    this.clocks();
    this.sound();
  }

  clocks() {
    for (const time of document.querySelectorAll("time[data-left]")) {
      const left = Math.round((Date.parse(time.dateTime) - Date.now()) / 1000);
      const clock = `${Math.floor(Math.abs(left) / 3600)}:${String(Math.floor(Math.abs(left) / 60) % 60).padStart(2, "0")}:${String(Math.abs(left) % 60).padStart(2, "0")}`;
      time.textContent = (left < 0 ? this.dataset.over : this.dataset.left).replace("{0}", clock);
    }
  }

  state(name) {
    if (this.dataset.state === name) return;
    this.dataset.state = name;
    this.part("lost").hidden = name !== "lost";
    this.connection();
  }

  connection() {
    const shown = document.querySelector("[data-hotline-connection]");
    if (!shown) return;
    const name = this.dataset.state;
    shown.textContent = this.dataset[name];
    shown.className = name === "lost" ? "burn" : name === "live" ? "good" : "muted";
  }

  show(rings) {
    const fresh = this.rings && rings.some(ring => !this.rings.some(old => old.message === ring.message));
    this.rings = rings;
    const list = this.part("rings");
    list.replaceChildren(...rings.map(ring => this.line(ring)));
    this.clocks();
    this.part("ringing").hidden = rings.length === 0;
    document.title = rings.length > 0 ? `(${rings.length}) ${this.heading}` : this.heading;
    if (fresh) this.chimed = 0;
    this.sound();
  }

  line(ring) {
    const item = document.createElement("li");
    item.className = "ring-" + ring.precedence;
    const link = document.createElement("a");
    link.href = `/hotline/${encodeURIComponent(ring.conversation)}#${ring.message}`;
    link.textContent = ring.title;
    const subject = document.createElement("span");
    subject.textContent = ring.subject;
    const time = document.createElement("time");
    time.dateTime = ring.targetAt;
    time.dataset.left = "";
    item.append(link, " ", subject, " ", time);
    for (const [when, words] of [[ring.reached, this.dataset.reached], [!ring.sounds, this.dataset.silent]]) {
      if (!when) continue;
      const mark = document.createElement("span");
      mark.className = "ring-mark";
      mark.textContent = words;
      item.append(" ", mark);
    }
    return item;
  }

  // Takes over what the page says now, unless somebody is writing there. The page itself stays: loading it again would take away
  // the leave to sound, and the answer to what was just pressed.
  async renew() {
    if (!document.querySelector("[data-hotline-live]")) return;
    const ticket = this.asked = (this.asked ?? 0) + 1;
    try {
      const response = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
      if (!response.ok || response.redirected) throw new Error(`${response.status}`);
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main");
      if (ticket !== this.asked) return;
      if (this.writing()) throw new Error("writing");
      this.take(fresh);
    } catch {
      document.querySelector("[data-hotline-changed]")?.removeAttribute("hidden");
    }
  }

  writing() {
    return document.activeElement?.closest("input, textarea, select") || [...document.querySelectorAll("main textarea, main input[type=text], main input[type=search]")].some(field => field.value !== field.defaultValue);
  }

  take(fresh) {
    const main = document.querySelector("main");
    const focus = main.contains(document.activeElement) ? document.activeElement : null;
    main.replaceChildren(...fresh.childNodes);
    this.connection();
    this.switches();
    this.clocks();
    if (!focus || focus === main) return;
    const same = [...main.querySelectorAll(focus.tagName)].find(one => one.textContent === focus.textContent && one.getAttribute("href") === focus.getAttribute("href"));
    same?.focus({ preventScroll: true });
  }

  ready() {
    this.audio ??= new AudioContext();
    this.audio.resume();
    this.switches();
  }

  sound() {
    const loud = (this.rings ?? []).filter(ring => ring.sounds);
    const most = URGENCY.find(word => loud.some(ring => ring.precedence === word));
    // A browser in which somebody was active on the page before may sound at once; any other waits for a touch.
    if (most) this.audio ??= new AudioContext();
    this.part("mute").hidden = loud.length === 0;
    this.part("quiet").hidden = !most || remembered("muted") || this.audio?.state === "running";
    if (!most || remembered("muted") || this.audio?.state !== "running" || (document.hidden && !this.leads)) return;
    const wait = EVERY[most];
    if (this.chimed && (wait === 0 || Date.now() - this.chimed < wait)) return;
    this.chimed = Date.now();
    for (const [at, pitch] of most === "flash" ? [[0, 880], [0.25, 660], [0.5, 880], [0.75, 660]] : [[0, 660], [0.3, 880]]) this.tone(at, pitch);
  }

  tone(at, pitch) {
    const begins = this.audio.currentTime + at;
    const tone = this.audio.createOscillator();
    const volume = this.audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, begins);
    volume.gain.exponentialRampToValueAtTime(0.25, begins + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begins + 0.22);
    tone.connect(volume).connect(this.audio.destination);
    tone.start(begins);
    tone.stop(begins + 0.24);
  }

  mute() {
    remember("muted", !remembered("muted"));
    this.switches();
    this.sound();
  }

  keys() {
    remember("keys-off", !remembered("keys-off"));
    this.switches();
  }

  switches() {
    const mute = this.part("mute");
    mute.setAttribute("aria-pressed", String(remembered("muted")));
    const keys = document.querySelector("[data-hotline-keys]");
    if (keys) {
      keys.hidden = false;
      keys.textContent = remembered("keys-off") ? keys.dataset.on : keys.dataset.off;
    }
  }

  key(event) {
    if (remembered("keys-off") || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    const pressed = event.key.toLowerCase();
    if (pressed === "a") {
      const acknowledge = document.querySelector("[data-acknowledge]");
      const link = this.part("rings").querySelector("a");
      if (acknowledge) acknowledge.click();
      else if (link) location.assign(link.href);
    } else if (pressed === "m" && !this.part("ringing").hidden) {
      this.mute();
    } else if (pressed === "/" && document.querySelector("[data-hotline-search]")) {
      event.preventDefault();
      document.querySelector("[data-hotline-search]").focus();
    }
  }
}

customElements.define("noroshi-hotline", NoroshiHotline);
