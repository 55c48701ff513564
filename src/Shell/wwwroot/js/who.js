// <noroshi-who failed>: answers while typing. The page is asked as a browser without script would ask it; only its answers are taken over.
class NoroshiWho extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const answers = this.querySelector(".who-answers");
    let asked = 0;
    let waiting = 0;
    let flight = null;

    const ask = async () => {
      const ticket = ++asked;
      flight?.abort();
      flight = new AbortController();
      const fields = [...new FormData(form)].filter(([, value]) => value);
      const address = `${form.getAttribute("action")}?${new URLSearchParams(fields)}`;
      try {
        const response = await fetch(address, { headers: { Accept: "text/html" }, signal: flight.signal, credentials: "same-origin" });
        if (!response.ok || response.redirected) throw new Error(`${response.status}`);
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const fresh = page.querySelector(".who-answers");
        if (ticket !== asked || !fresh) return;
        answers.replaceChildren(...fresh.childNodes);
        history.replaceState(null, "", address);
      } catch (error) {
        if (error.name === "AbortError" || ticket !== asked) return;
        const said = Object.assign(document.createElement("p"), { className: "warn", textContent: this.getAttribute("failed") });
        said.setAttribute("role", "alert");
        answers.replaceChildren(said);
      }
    };

    form.addEventListener("input", event => {
      if (event.isComposing) return;
      clearTimeout(waiting);
      waiting = setTimeout(ask, 150);
    });
    // Japanese is typed through conversion: ask once it is done.
    form.addEventListener("compositionend", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 150);
    });
  }
}

customElements.define("noroshi-who", NoroshiWho);
