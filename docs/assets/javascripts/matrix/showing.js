// @ts-check
// Which rows and columns are shown.
import { fits } from "./filters.js";
import { wordsOf } from "./table.js";

/**
 * @param {import("./table.js").Row[]} rows
 * @param {import("./table.js").Column[]} columns
 * @param {import("./state.js").State} state
 * @returns {{ rows: number, columns: number }} how many are shown
 */
export function showChosen(rows, columns, state) {
  const words = state.find.toLowerCase().split(/\s+/).filter(Boolean);
  const shownRows = new Set(
    rows.filter((row) => !state.hiddenRows.has(row.id) && fits(row, columns, state) && words.every((word) => mentions(row, word))),
  );
  const shownColumns = new Set(
    columns.filter((column) => !state.hiddenColumns.has(column.id) && !(state.differ && allSame([...shownRows], column))),
  );
  for (const row of rows) {
    row.element.hidden = row.cells[0].hidden = !shownRows.has(row);
    for (const column of columns) row.cells[column.at].hidden = !shownRows.has(row) || !shownColumns.has(column);
  }
  for (const column of columns) column.line.hidden = column.head.hidden = !shownColumns.has(column);
  return { rows: shownRows.size, columns: shownColumns.size };
}

/** @param {import("./table.js").Row} row @param {string} word */
function mentions(row, word) {
  return [...row.families, ...row.cells.map((cell) => cell.textContent ?? "")].some((text) => text.toLowerCase().includes(word));
}

/** @param {import("./table.js").Row[]} rows @param {import("./table.js").Column} column */
function allSame(rows, column) {
  return rows.length > 1 && new Set(rows.map((row) => wordsOf(row.cells[column.at]))).size === 1;
}
