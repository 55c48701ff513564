// <noroshi-table label shown>: a box above a table that narrows its rows while typing; words in any order.
class NoroshiTable extends HTMLElement {
  connectedCallback() {
    const rows = [...this.querySelectorAll("tbody tr")];
    if (rows.length < 16) return;
    const texts = rows.map(row => row.textContent.normalize("NFKC").toLowerCase());
    const box = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
    const label = Object.assign(document.createElement("label"), { textContent: this.getAttribute("label") });
    const shown = Object.assign(document.createElement("span"), { className: "muted small" });
    shown.setAttribute("role", "status");
    label.append(box);
    const line = Object.assign(document.createElement("div"), { className: "table-filter no-print" });
    line.append(label, shown);
    this.prepend(line);
    box.addEventListener("input", () => {
      const words = box.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      rows.forEach((row, index) => {
        row.hidden = !words.every(word => texts[index].includes(word));
        if (!row.hidden) count++;
      });
      shown.textContent = words.length ? this.getAttribute("shown").replace("{0}", count).replace("{1}", rows.length) : "";
    });
  }
}

customElements.define("noroshi-table", NoroshiTable);
