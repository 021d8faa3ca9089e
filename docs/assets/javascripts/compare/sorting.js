// @ts-check
// How the cells of one property relate when subjects stand side by side; the twin of publishing/comparing/sorting.py.

/**
 * @typedef {{ text: string, state: string, symbol: string, remark?: string, origin: string }} Cell
 * @typedef {"differ" | "partly" | "same" | "unknown"} Likeness
 */

/** @type {Cell} */
export const UNKNOWN = { text: "unknown", state: "unknown", symbol: "?", origin: "none" };

/** @type {[Likeness, string][]} */
export const HEADINGS = [
  ["differ", "Where they differ"],
  ["partly", "Known of some only"],
  ["same", "Where they are the same"],
];

/** @param {(Cell | undefined)[]} cells without those of which nothing is known @returns {Likeness} */
export function likenessOf(cells) {
  const known = new Set(cells.flatMap((cell) => (cell ? [cell.text] : [])));
  if (known.size > 1) return "differ";
  if (!known.size) return "unknown";
  return cells.includes(undefined) ? "partly" : "same";
}
