// @ts-check
// Rows by what a column says, and by family. A column of few words is filtered by the word, one of many amounts by a bound.
import { isKnown, wordsOf } from "./table.js";

const FEW = 12;
const BOUNDS = 6;

/** @typedef {{ value: string, words: string }} Option */

/**
 * What a column can be filtered by; the values stand in the address.
 * @param {import("./table.js").Row[]} rows
 * @param {import("./table.js").Column} column
 * @returns {Option[]}
 */
export function optionsOf(rows, column) {
  const cells = rows.map((row) => row.cells[column.at]);
  const known = cells.filter(isKnown);
  if (!known.length) return [];
  const found = new Map(known.map((cell) => [wordsOf(cell), cell]));
  const amounts = [...found].filter(([, cell]) => cell.dataset.rank !== undefined).sort(([, one], [, other]) => rank(one) - rank(other));
  const options = found.size > FEW && amounts.length > BOUNDS ? bounds(amounts) : words(found);
  if (known.length < cells.length) options.unshift({ value: "~known", words: "anything known" }, { value: "~unknown", words: "nothing known" });
  return options.length > 1 ? options : [];
}

/** @param {Map<string, HTMLTableCellElement>} found @returns {Option[]} */
function words(found) {
  const order = [...found].sort(([one, first], [other, second]) => rank(first) - rank(second) || one.localeCompare(other, "en"));
  return order.map(([text]) => ({ value: text, words: text }));
}

/** @param {[string, HTMLTableCellElement][]} amounts by size @returns {Option[]} */
function bounds(amounts) {
  const some = Array.from({ length: BOUNDS }, (_, index) => amounts[Math.round((index * (amounts.length - 1)) / (BOUNDS - 1))]);
  const up = some.slice(0, -1).map(([text, cell]) => ({ value: `~max ${rank(cell)}`, words: `at most as much as ${text}` }));
  const down = some.slice(1).map(([text, cell]) => ({ value: `~min ${rank(cell)}`, words: `at least as much as ${text}` }));
  return [...up, ...down];
}

/** @param {HTMLTableCellElement} cell */
const rank = (cell) => (cell.dataset.rank === undefined ? Number.POSITIVE_INFINITY : Number(cell.dataset.rank));

/** The families of which there are members, if there is a choice. @param {import("./table.js").Row[]} rows */
export function familiesOf(rows) {
  const found = [...new Set(rows.flatMap((row) => row.families))].sort((one, other) => one.localeCompare(other, "en"));
  return found.length > 1 ? found : [];
}

/**
 * Whether a row is of the chosen family and its cells say what is asked for.
 * @param {import("./table.js").Row} row
 * @param {import("./table.js").Column[]} columns
 * @param {import("./state.js").State} state
 */
export function fits(row, columns, state) {
  if (state.family && !row.families.includes(state.family)) return false;
  return columns.every((column) => says(row.cells[column.at], state.values.get(column.id) ?? ""));
}

/** @param {HTMLTableCellElement} cell @param {string} asked */
function says(cell, asked) {
  if (!asked) return true;
  if (asked === "~unknown") return !isKnown(cell);
  if (!isKnown(cell)) return false;
  const [, sort, bound] = asked.match(/^~(max|min) (.+)$/) ?? [];
  if (sort) return cell.dataset.rank !== undefined && (sort === "max" ? rank(cell) <= Number(bound) : rank(cell) >= Number(bound));
  return asked === "~known" || wordsOf(cell) === asked;
}
