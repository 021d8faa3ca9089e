// @ts-check
// Makes every matrix on the page sortable, filterable and turnable. What is chosen stands in the address, so that it can be sent.
import { columnsOf, rowsOf } from "./table.js";
import { addControls } from "./controls.js";
import { addSorting, sorted } from "./sorting.js";
import { showChosen } from "./showing.js";
import { readState, writeState } from "./state.js";
import { arrange } from "./turning.js";

/** Lets the browser answer between two parts of the work. */
const pause = () => new Promise((go) => setTimeout(go));

/** @param {HTMLTableElement} table */
async function enhance(table) {
  const original = rowsOf(table);
  const columns = columnsOf(table);
  const state = readState(table.dataset.matrix ?? "", columns, original);
  await pause();
  const controls = addControls(table, columns, original, state, update);
  await pause();
  const sorting = addSorting(table, columns, state, update);
  await pause();
  update(false);

  /** @param {boolean} [changed] */
  function update(changed = true) {
    arrange(table, sorted(original, columns, state), columns, state.turned);
    const shown = showChosen(original, columns, state);
    sorting.mark();
    controls.say(shown);
    if (changed) writeState(table.dataset.matrix ?? "", state);
  }
}

for (const table of document.querySelectorAll("table[data-matrix]")) {
  if (table instanceof HTMLTableElement) enhance(table);
}
