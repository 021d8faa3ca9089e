// @ts-check
// A matrix as it stands in the page: its columns and rows, with the cells of each.

/** @typedef {{ id: string, name: string, head: HTMLTableCellElement, at: number, line: HTMLTableRowElement }} Column */
/** @typedef {{ id: string, name: string, families: string[], element: HTMLTableRowElement, cells: HTMLTableCellElement[] }} Row */

/** @param {HTMLTableElement} table @returns {Column[]} */
export function columnsOf(table) {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  return heads.slice(1).map((head, index) => ({
    id: head.dataset.column ?? "",
    name: head.querySelector("a")?.textContent?.trim() ?? "",
    head,
    at: index + 1,
    line: document.createElement("tr"),
  }));
}

/** @param {HTMLTableElement} table @returns {Row[]} */
export function rowsOf(table) {
  return [...(table.tBodies[0]?.rows ?? [])].map((element) => ({
    id: element.cells[0]?.dataset.row ?? "",
    name: element.querySelector("th a")?.textContent?.trim() ?? "",
    families: (element.cells[0]?.dataset.family ?? "").split("|").filter(Boolean),
    element,
    cells: [...element.cells],
  }));
}

/** The words of a cell without its remark. @param {HTMLTableCellElement} cell */
export function wordsOf(cell) {
  return (cell.querySelector(".cell-text")?.textContent ?? cell.textContent ?? "").trim().replace(/\s+/g, " ");
}

/** @param {HTMLTableCellElement} cell */
export function isKnown(cell) {
  if (cell.dataset.state) return cell.dataset.state !== "unknown" && cell.dataset.state !== "not applicable";
  return !cell.querySelector(".is-unknown");
}
