// @ts-check
// What tables show at this moment: the rows and columns that are neither filtered out nor hidden.

/**
 * @typedef {{ text: string, href: string, state: string }} Cell
 * @typedef {{ name: string, cells: Cell[] }} Row
 * @typedef {{ title: string, corner: string, head: string[], rows: Row[], legend: string, address: string }} View
 */

/** @param {HTMLTableElement[]} tables with the same columns @param {string} title @returns {View} */
export function viewOf(tables, title) {
  const [corner, ...head] = [...(tables[0]?.tHead?.rows[0]?.cells ?? [])].filter(isShown).map(headingOf);
  const rows = tables.flatMap((table) => [...table.tBodies].flatMap((body) => [...body.rows].filter(isShown).flatMap(rowOf)));
  const signs = [...document.querySelectorAll(".legend li")].map((each) => words(each));
  return { title, corner: corner ?? "", head, rows, legend: signs.join(" · "), address: location.href };
}

/** A row, or nothing for one that only heads others. @param {HTMLTableRowElement} row @returns {Row[]} */
function rowOf(row) {
  const [first, ...cells] = [...row.cells].filter(isShown);
  return first && cells.length ? [{ name: headingOf(first), cells: cells.map(cellOf) }] : [];
}

/** @param {HTMLTableCellElement} cell @returns {Cell} */
function cellOf(cell) {
  const symbol = words(cell.querySelector(".cell-symbol"));
  const text = words(cell.querySelector(".cell-text")) || words(cell);
  const remark = words(cell.querySelector(".cell-remark"));
  const link = cell.querySelector("a");
  return {
    text: [symbol, text, remark && `(${remark})`].filter(Boolean).join(" "),
    href: link instanceof HTMLAnchorElement ? link.href : "",
    state: cell.dataset.state ?? "",
  };
}

/** A heading's name, with unit and direction in brackets. @param {HTMLTableCellElement} cell */
function headingOf(cell) {
  const name = words(cell.querySelector("a")) || words(cell);
  const note = words(cell.querySelector(".column-note"));
  return note ? `${name} (${note})` : name;
}

/** @param {Element} element */
const isShown = (element) => element.getClientRects().length > 0;

/** @param {Element | null} element */
const words = (element) => (element?.textContent ?? "").trim().replace(/\s+/g, " ");
