// @ts-check
// The controls above a matrix; without scripts they are not there, and the matrix is whole.
import { fill, make } from "../elements.js";
import { chooser, folding, tick } from "./choosing.js";
import { familiesOf, optionsOf } from "./filters.js";

/**
 * @param {HTMLTableElement} table
 * @param {import("./table.js").Column[]} columns
 * @param {import("./table.js").Row[]} rows
 * @param {import("./state.js").State} state
 * @param {() => void} update
 */
export function addControls(table, columns, rows, state, update) {
  const region = table.closest(".scroll") ?? table;
  const waiting = region.previousElementSibling;
  const bar = waiting instanceof HTMLElement && waiting.matches("[data-controls]") ? waiting : make("div", { class: "matrix-controls" });
  const size = table.querySelector(".matrix-size");
  const said = make("span", {});
  const again = make("button", { type: "button", class: "matrix-again", hidden: true }, "Show everything");
  const foot = make("p", { class: "matrix-said" }, make("span", { role: "status" }, said), " ", again);
  again.addEventListener("click", () => {
    Object.assign(state, { find: "", differ: false, family: "" });
    for (const chosen of [state.values, state.hiddenColumns, state.hiddenRows]) chosen.clear();
    build();
    update();
    bar.querySelector("input")?.focus();
  });
  if (!bar.parentElement) region.before(bar);
  build();

  function build() {
    const set = (/** @type {"differ" | "dense" | "turned"} */ key) => (/** @type {boolean} */ on) => {
      state[key] = on;
      mark();
      update();
    };
    fill(
      bar,
      labelled("Find", finding(state, update)),
      filtering(rows, columns, state, update),
      chooser("columns", columns, state.hiddenColumns, update),
      chooser("rows", rows, state.hiddenRows, update),
      tick("Only differences", state.differ, set("differ")),
      tick("Compact", state.dense, set("dense")),
      tick("Swap rows and columns", state.turned, set("turned")),
      foot,
    );
    mark();
  }

  /** What a view is called depends on which way it lies. */
  function mark() {
    table.classList.toggle("dense", state.dense);
    const names = state.turned ? ["Rows", "Columns"] : ["Columns", "Rows"];
    bar.querySelectorAll("[data-chooser]").forEach((each, index) => {
      for (const named of [each, each.parentElement?.querySelector("legend")]) if (named) named.textContent = names[index];
    });
    if (size) size.textContent = sizes(state.turned, rows.length, columns.length);
  }

  return {
    /** @param {{ rows: number, columns: number }} shown */
    say(shown) {
      const all = shown.rows === rows.length && shown.columns === columns.length;
      const counts = [`${shown.rows} of ${rows.length} rows`, `${shown.columns} of ${columns.length} columns`];
      const turned = [`${shown.columns} of ${columns.length} rows`, `${shown.rows} of ${rows.length} columns`];
      said.textContent = all ? "" : `${(state.turned ? turned : counts).join(", ")}.`;
      again.hidden = all;
    },
  };
}

/** @param {boolean} turned @param {number} rows @param {number} columns */
function sizes(turned, rows, columns) {
  const [down, across] = turned ? [columns, rows] : [rows, columns];
  return `${down} ${down === 1 ? "row" : "rows"}, ${across} ${across === 1 ? "column" : "columns"}`;
}

/** @param {import("./state.js").State} state @param {() => void} update */
function finding(state, update) {
  const find = make("input", { class: "matrix-find", type: "search", placeholder: "Words in a row" });
  find.value = state.find;
  find.addEventListener("input", () => {
    state.find = find.value;
    update();
  });
  return find;
}

/** @param {import("./table.js").Row[]} rows @param {import("./table.js").Column[]} columns @param {import("./state.js").State} state @param {() => void} update */
function filtering(rows, columns, state, update) {
  const summary = make("summary", {});
  const changed = (/** @type {() => void} */ change) => {
    change();
    name();
    update();
  };
  const name = () => {
    const count = state.values.size + Number(Boolean(state.family));
    summary.textContent = count ? `Filter (${count})` : "Filter";
  };
  const fields = () => {
    const families = familiesOf(rows).map((each) => ({ value: each, words: each }));
    const byFamily = choice("Family", families, state.family, (value) => changed(() => (state.family = value)));
    const byValue = columns.map((column) =>
      choice(column.name, optionsOf(rows, column), state.values.get(column.id) ?? "", (value) =>
        changed(() => (value ? state.values.set(column.id, value) : state.values.delete(column.id))),
      ),
    );
    const legend = make("legend", { class: "hidden-word" }, "Filter by family and value");
    return make("fieldset", { class: "matrix-values" }, legend, byFamily, ...byValue, make("p", { class: "matrix-note" }, "A range counts by its middle."));
  };
  if (!familiesOf(rows).length && !columns.some((column) => optionsOf(rows, column).length)) return null;
  name();
  return folding(summary, fields);
}

/** @param {string} name @param {import("./filters.js").Option[]} options @param {string} chosen @param {(value: string) => void} change */
function choice(name, options, chosen, change) {
  if (!options.length) return null;
  const select = make("select", {}, make("option", { value: "" }, "any"), ...options.map(({ value, words }) => make("option", { value }, words)));
  select.value = chosen;
  select.addEventListener("change", () => change(select.value));
  return labelled(name, select);
}

/** @param {string} words @param {HTMLElement} control */
function labelled(words, control) {
  return make("label", {}, make("span", {}, `${words} `), control);
}
