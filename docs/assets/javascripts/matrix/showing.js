// @ts-check
// Which rows and columns are shown.
import { wordsOf } from "./table.js";

/**
 * @param {import("./table.js").Row[]} rows
 * @param {import("./table.js").Column[]} columns
 * @param {import("./state.js").State} state
 * @returns {{ rows: number, columns: number }} how many are shown
 */
export function showChosen(rows, columns, state) {
  const words = state.find.toLowerCase().split(/\s+/).filter(Boolean);
  const shownRows = rows.filter((row) => !state.hiddenRows.has(row.id) && words.every((word) => mentions(row, word)));
  const shownColumns = columns.filter(
    (column) => !state.hiddenColumns.has(column.id) && !(state.differ && allSame(shownRows, column)),
  );
  for (const row of rows) row.element.hidden = !shownRows.includes(row);
  for (const column of columns) {
    const hidden = !shownColumns.includes(column);
    column.head.hidden = hidden;
    for (const row of rows) row.cells[column.at].hidden = hidden;
  }
  return { rows: shownRows.length, columns: shownColumns.length };
}

/** @param {import("./table.js").Row} row @param {string} word */
function mentions(row, word) {
  return [row.family, ...row.cells.map((cell) => cell.textContent ?? "")].some((text) => text.toLowerCase().includes(word));
}

/** @param {import("./table.js").Row[]} rows @param {import("./table.js").Column} column */
function allSame(rows, column) {
  return rows.length > 1 && new Set(rows.map((row) => wordsOf(row.cells[column.at]))).size === 1;
}
