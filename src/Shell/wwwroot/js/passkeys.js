// Passkeys: asks the node for a challenge, lets the browser answer it, and sends the answer with the form. Without script the
// password form beside it does everything.
class Passkey extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    this.hidden = false;
    const form = this.querySelector("form");
    form.addEventListener("submit", (event) => {
      if (form.elements.credential.value) return;
      event.preventDefault();
      this.run(form).catch(() => this.say(this.dataset.failed));
    });
  }

  async run(form) {
    this.say("");
    const answer = await fetch(this.getAttribute("options"), { method: "POST", credentials: "same-origin", headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`The node answered ${answer.status}.`);
    const options = await answer.json();
    const credential = this.getAttribute("mode") === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.requestSubmit();
  }

  say(text) {
    const place = this.querySelector("[data-message]");
    place.textContent = text;
    place.hidden = text === "";
  }
}

customElements.define("noroshi-passkey", Passkey);
