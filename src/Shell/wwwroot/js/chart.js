// <noroshi-chart src kind label>: series over time on a canvas, with a legend of buttons, keys to walk through time, and PNG.
// kind scatter: points that each stand in an interval (series.low, series.high).
import { colour, json, onThemeChange } from "./colours.js";

const language = document.documentElement.lang;
const number = new Intl.NumberFormat(language);
const compact = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });
const stamp = time => new Date(time).toISOString().slice(0, 16).replace("T", " ");
const element = (name, properties) => Object.assign(document.createElement(name), properties);

class NoroshiChart extends HTMLElement {
  async connectedCallback() {
    const frame = element("div", { className: "chart-canvas" });
    frame.setAttribute("role", "img");
    frame.setAttribute("aria-label", this.getAttribute("label"));
    this.replaceChildren(frame);
    try {
      const [data] = await Promise.all([json(this.getAttribute("src")), import("../lib/echarts/echarts.common.min.js")]);
      if (!this.isConnected) return;
      this.data = data;
      if (data.times.length === 0) {
        frame.replaceWith(element("p", { className: "muted", textContent: this.dataset.empty }));
        return;
      }
      this.draw(frame);
    } catch (error) {
      console.warn(error);
      this.replaceChildren(element("p", { className: "chart-failed", textContent: this.dataset.failed }));
      const table = this.parentElement.querySelector("details");
      if (table) table.open = true;
    }
  }

  disconnectedCallback() {
    this.stop?.();
  }

  draw(frame) {
    this.hidden_ = new Set();
    this.chart = globalThis.echarts.init(frame, null, { renderer: "canvas" });
    this.paint();
    this.addTools(frame);
    this.addKeys(frame);
    const sizes = new ResizeObserver(() => this.chart.resize());
    sizes.observe(frame);
    const stopTheme = onThemeChange(() => this.paint());
    this.stop = () => { sizes.disconnect(); stopTheme(); this.chart.dispose(); };
  }

  tone(series, index) {
    return colour(`--series-${series.tone ?? (index % 8) + 1}`);
  }

  paint() {
    const { data } = this;
    const kind = this.getAttribute("kind") ?? "area";
    const [text, muted, line, card, burn] = ["--text", "--text-muted", "--line", "--surface-card", "--burn"].map(colour);
    const font = getComputedStyle(this).fontFamily;
    const stacked = kind !== "line" && kind !== "scatter";
    const shown = data.series.map((series, index) => ({ series, index })).filter(({ series }) => !this.hidden_.has(series.key));
    const marks = {
      silent: true, symbol: "none", animation: false,
      lineStyle: { color: burn, type: "dashed", width: 1.5 },
      label: { color: text, fontFamily: font, formatter: item => item.name },
      data: (data.marks ?? []).map(mark => ({ xAxis: Date.parse(mark.time), name: mark.label })),
    };
    this.chart.setOption({
      animation: false,
      useUTC: true,
      textStyle: { fontFamily: font, color: text },
      grid: { left: 4, right: 12, top: marks.data.length ? 28 : 12, bottom: 4, containLabel: true },
      xAxis: { type: "time", axisLine: { lineStyle: { color: muted } }, axisTick: { show: false }, splitLine: { show: false },
        axisLabel: { color: muted, hideOverlap: true, formatter: { year: "{yyyy}", month: "{MM}-{dd}", day: "{MM}-{dd}", hour: "{HH}:{mm}", minute: "{HH}:{mm}" } } },
      yAxis: { type: "value", axisLabel: { color: muted, formatter: value => (Math.abs(value) < 10_000 ? number : compact).format(value) }, splitLine: { lineStyle: { color: line } } },
      tooltip: { trigger: "axis", renderMode: "richText", confine: true, backgroundColor: card, borderColor: muted,
        textStyle: { color: text, fontFamily: font, fontSize: 13 }, formatter: items => this.words(items[0].dataIndex),
        axisPointer: { type: "line", lineStyle: { color: muted } } },
      series: [...shown.map(({ series, index }, place) => ({
        type: kind === "bar" || kind === "scatter" ? kind : "line", name: series.name, stack: stacked ? "all" : undefined,
        data: data.times.map((time, at) => [time, series.values[at]]),
        symbol: kind === "scatter" ? "circle" : "none", symbolSize: 6, barMaxWidth: 24,
        itemStyle: { color: this.tone(series, index) },
        lineStyle: { width: stacked ? 0.5 : 2, color: this.tone(series, index) },
        areaStyle: kind === "area" ? { color: this.tone(series, index), opacity: 1 } : undefined,
        emphasis: { disabled: true },
        markLine: place === 0 ? marks : undefined,
      })), ...shown.filter(({ series }) => series.low).map(entry => this.intervals(entry))],
    }, { notMerge: true });
  }

  /** Upright strokes from the lower to the upper end; a gap after each keeps them apart. */
  intervals({ series, index }) {
    return {
      type: "line", silent: true, symbol: "none", tooltip: { show: false }, emphasis: { disabled: true },
      data: this.data.times.flatMap((time, at) => series.low[at] == null ? [] : [[time, series.low[at]], [time, series.high[at]], [time, null]]),
      lineStyle: { width: 1, opacity: 0.6, color: this.tone(series, index) },
    };
  }

  /** A figure in words, with its interval where it has one. */
  figure(series, at) {
    if (series.values[at] == null) return "–";
    return number.format(series.values[at]) + (series.low ? ` (${number.format(series.low[at])} – ${number.format(series.high[at])})` : "");
  }

  /** One moment in words: the tooltip and what screen readers hear when walking by keys. */
  words(at) {
    const { data } = this;
    const shown = data.series.filter(series => !this.hidden_.has(series.key));
    const lines = [...shown].reverse().map(series => `${series.name}  ${this.figure(series, at)}`);
    if (!["line", "scatter"].includes(this.getAttribute("kind")) && shown.length > 1) {
      lines.push(`${this.dataset.total}  ${number.format(shown.reduce((sum, series) => sum + (series.values[at] ?? 0), 0))}`);
    }
    return [`${stamp(data.times[at])} UTC (${data.unit})`, ...lines].join("\n");
  }

  addTools(frame) {
    const tools = element("div", { className: "chart-tools" });
    const legend = element("ul", { className: "chart-legend" });
    this.data.series.forEach((series, index) => {
      const button = element("button", { type: "button", className: "legend-entry" });
      button.setAttribute("aria-pressed", "true");
      const swatch = element("span", { className: `swatch swatch-${series.tone ?? (index % 8) + 1}` });
      swatch.setAttribute("aria-hidden", "true");
      button.append(swatch, series.name);
      button.addEventListener("click", () => {
        const hide = !this.hidden_.has(series.key);
        hide ? this.hidden_.add(series.key) : this.hidden_.delete(series.key);
        button.setAttribute("aria-pressed", String(!hide));
        this.paint();
      });
      legend.append(Object.assign(document.createElement("li"), {}));
      legend.lastChild.append(button);
    });
    tools.append(legend, element("span", { className: "muted small", textContent: this.data.unit }));
    if (!this.classList.contains("small-chart")) {
      const png = element("button", { type: "button", className: "plain small", textContent: this.dataset.png });
      png.addEventListener("click", () => this.save());
      tools.append(png);
    }
    frame.after(tools);
  }

  addKeys(frame) {
    const live = element("p", { className: "visually-hidden" });
    live.setAttribute("role", "status");
    this.append(live);
    frame.tabIndex = 0;
    frame.setAttribute("role", "application");
    frame.setAttribute("aria-label", `${this.getAttribute("label")}. ${this.dataset.keys}`);
    const last = this.data.times.length - 1;
    let at = last;
    frame.addEventListener("keydown", event => {
      const steps = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last, PageUp: at - 24, PageDown: at + 24 };
      if (!(event.key in steps)) return;
      event.preventDefault();
      at = Math.min(last, Math.max(0, steps[event.key]));
      this.chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: at });
      live.textContent = this.words(at);
    });
    frame.addEventListener("blur", () => this.chart.dispatchAction({ type: "hideTip" }));
  }

  /** Saves the picture with what a reader of a report needs: title, unit, time. */
  save() {
    const title = { text: this.getAttribute("label"), subtext: `${this.data.unit} · ${stamp(this.data.times[0])} – ${stamp(this.data.times.at(-1))} UTC · Noroshi`,
      left: 8, top: 4, textStyle: { fontSize: 15, color: colour("--text") }, subtextStyle: { color: colour("--text-muted") } };
    this.chart.setOption({ title, grid: { top: 72 } });
    const link = element("a", { href: this.chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: colour("--surface-card") }), download: "noroshi.png" });
    link.click();
    this.paint();
  }
}

customElements.define("noroshi-chart", NoroshiChart);
