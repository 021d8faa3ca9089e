// @ts-check
// Rows as columns. The same cells are moved, so that links, buttons and what is marked on them stay what they were.

/**
 * Puts rows, in the given order, where the reader wants them: below each other, or beside each other.
 * @param {HTMLTableElement} table
 * @param {import("./table.js").Row[]} rows
 * @param {import("./table.js").Column[]} columns
 * @param {boolean} turned
 */
export function arrange(table, rows, columns, turned) {
  const head = table.tHead?.rows[0];
  const corner = head?.cells[0];
  const body = table.tBodies[0];
  if (!head || !corner || !body) return;
  if (!turned && table.dataset.turned === undefined) return inOrder(body, rows);
  for (const row of rows) row.cells[0].scope = turned ? "col" : "row";
  for (const column of columns) column.head.scope = turned ? "row" : "col";
  if (turned) {
    table.dataset.turned = "";
    head.replaceChildren(corner, ...rows.map((row) => row.cells[0]));
    for (const column of columns) column.line.replaceChildren(column.head, ...rows.map((row) => row.cells[column.at]));
    body.replaceChildren(...columns.map((column) => column.line));
  } else {
    delete table.dataset.turned;
    head.replaceChildren(corner, ...columns.map((column) => column.head));
    for (const row of rows) row.element.replaceChildren(...row.cells);
    body.replaceChildren(...rows.map((row) => row.element));
  }
}

/**
 * Moves rows only where their order differs: what is moved loses the focus.
 * @param {HTMLTableSectionElement} body
 * @param {import("./table.js").Row[]} rows
 */
function inOrder(body, rows) {
  if (rows.some((row, index) => row.element !== body.rows[index])) body.append(...rows.map((row) => row.element));
}
