// @ts-check
// The page of the comparison. Who is compared stands in the address: ?with=A,B,C&differ=1
import { fill, make } from "../elements.js";
import { choose, chosen } from "./chosen.js";
import { comparison, differing, stacks } from "./table.js";

/**
 * @typedef {import("./table.js").Column} Column
 * @typedef {import("./table.js").Order & { levels: { plural: string, folder: string }[], subjects: [string, string, number, string?][] }} Data
 */

class Comparing {
  /** @param {HTMLElement} mount @param {Data} data */
  constructor(mount, data) {
    this.data = data;
    this.root = mount.dataset.root ?? "";
    this.most = Number(mount.dataset.most);
    this.subjects = new Map(data.subjects.map((each) => [each[0], each]));
    /** @type {Map<string, Promise<Column>>} */
    this.columns = new Map();
    this.said = make("p", { class: "compare-said", role: "status" });
    this.chips = make("ul", { class: "tray-list", "aria-label": "Compared" });
    this.adding = make("select", { class: "compare-adding", "aria-label": "Add to the comparison", onchange: () => this.add() });
    this.differ = make("input", { type: "checkbox", onchange: () => this.go() });
    this.copied = make("button", { type: "button", class: "compare-copy", onclick: () => this.copy() }, "Copy link");
    this.shown = make("div", { class: "compare-shown" });
    const bar = make(
      "div",
      { class: "compare-bar" },
      this.chips,
      make("label", {}, "Add ", this.adding),
      make("label", {}, this.differ, " Only differences"),
      this.copied,
    );
    fill(mount, bar, this.said, this.shown);
    window.addEventListener("popstate", () => this.read());
    this.read();
  }

  /** The state that the address stands for; without one, what was put aside on other pages. */
  read() {
    const asked = new URLSearchParams(location.search);
    const ids = asked.has("with") ? (asked.get("with") ?? "").split(",") : chosen().map((each) => each.id);
    this.ids = [...new Set(ids)].filter((id) => this.subjects.has(id)).slice(0, this.most);
    this.differ.checked = asked.get("differ") === "1";
    this.show();
  }

  /** Writes the state into the address and shows it. */
  go() {
    const query = `?with=${(this.ids ?? []).join(",")}${this.differ.checked ? "&differ=1" : ""}`;
    if (query !== location.search) history.pushState(null, "", query);
    this.show();
  }

  add() {
    this.ids = [...(this.ids ?? []), this.adding.value];
    this.go();
    this.adding.focus();
  }

  /** @param {string} id */
  remove(id) {
    this.ids = (this.ids ?? []).filter((each) => each !== id);
    this.go();
    (this.chips.querySelector("button") ?? this.adding).focus();
  }

  async copy() {
    await navigator.clipboard.writeText(location.href);
    this.said.textContent = "The link to this comparison is copied.";
  }

  async show() {
    const ids = this.ids ?? [];
    choose(ids.map((id) => ({ id, name: this.subjects.get(id)?.[1] ?? id })));
    this.showControls(ids);
    document.documentElement.classList.toggle("comparing", ids.length > 1);
    if (ids.length < 2) {
      this.said.textContent = ids.length ? "Choose one more, or a ready comparison below." : "Choose two or more here, with “Add to comparison” on any page, or a ready comparison below.";
      fill(this.shown);
      return;
    }
    const columns = await Promise.all(ids.map((id) => this.column(id)));
    if (ids.join() !== (this.ids ?? []).join()) return;
    const count = differing(columns, this.data);
    this.said.textContent = `${columns.map((each) => each.name).join(", ")}: ${count} ${count === 1 ? "property differs" : "properties differ"}.`;
    fill(this.shown, stacks(columns, this.root), ...comparison(columns, this.data, this.root, this.differ.checked));
  }

  /** @param {string[]} ids */
  showControls(ids) {
    const chip = (/** @type {string} */ id) => {
      const name = this.subjects.get(id)?.[1] ?? id;
      const remove = make("button", { type: "button", class: "tray-remove", "aria-label": `Remove ${name}`, onclick: () => this.remove(id) }, "×");
      return make("li", {}, name, remove);
    };
    fill(this.chips, ...ids.map(chip));
    this.chips.hidden = !ids.length;
    const groups = this.data.levels.map((level, index) => {
      const here = this.data.subjects.filter(([id, , at]) => at === index && !ids.includes(id));
      return make("optgroup", { label: level.plural }, ...here.map(([id, name]) => make("option", { value: id }, name)));
    });
    fill(this.adding, make("option", { value: "" }, ids.length < this.most ? "choose …" : `at most ${this.most}`), ...groups);
    this.adding.disabled = ids.length >= this.most;
    this.differ.disabled = ids.length < 2;
    this.copied.disabled = ids.length < 2;
  }

  /** A subject's cells and layers, from its own file. @param {string} id */
  column(id) {
    const known = this.columns.get(id) ?? this.load(id);
    this.columns.set(id, known);
    return known;
  }

  /** @param {string} id @returns {Promise<Column>} */
  async load(id) {
    const [own, family] = await Promise.all([this.file(id), this.layered(id)]);
    return { id, name: own.name, page: own.page, cells: own.cells ?? {}, layers: own.stack ?? family?.stack ?? [], layersOf: own.stack ? "" : (family?.name ?? "") };
  }

  /** The family whose layers are its own. @param {string} id */
  layered(id) {
    const family = this.subjects.get(id)?.[3];
    return family ? this.file(family) : null;
  }

  /** @param {string} id */
  async file(id) {
    const level = this.subjects.get(id)?.[2] ?? 0;
    const answer = await fetch(`${this.root}${this.data.levels[level].folder}/${id}.json`);
    if (!answer.ok) throw new Error(`${id}: ${answer.status}`);
    return answer.json();
  }
}

const mount = document.getElementById("compare");
if (mount?.dataset.source) {
  const answer = await fetch(mount.dataset.source);
  if (!answer.ok) throw new Error(`${mount.dataset.source}: ${answer.status}`);
  new Comparing(mount, await answer.json());
}
