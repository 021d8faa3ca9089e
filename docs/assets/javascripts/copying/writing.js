// @ts-check
// A view in the formats that a browser can write by itself. The same rules as in the prepared files.

/** @typedef {import("./reading.js").View} View */

/** Text that no spreadsheet takes for a formula. @param {string} text */
export const harmless = (text) => (/^[=+\-@]/.test(text) ? `'${text}` : text);

/** @param {View} view */
export function tsv(view) {
  const records = [[view.corner, ...view.head], ...view.rows.map((row) => [row.name, ...row.cells.map((cell) => cell.text)])];
  return records.map((record) => record.map(harmless).join("\t")).join("\n");
}

/** RFC 4180; beside each value the address of its evidence. @param {View} view */
export function csv(view) {
  const head = [view.corner, ...view.head.flatMap((name) => [name, `${name}: evidence`])];
  const rows = view.rows.map((row) => [row.name, ...row.cells.flatMap((cell) => [cell.text, cell.href])]);
  const field = (/** @type {string} */ text) => `"${harmless(text).replaceAll('"', '""')}"`;
  return `\ufeff${[head, ...rows].map((record) => record.map(field).join(",")).join("\r\n")}\r\n`;
}

/** @param {View} view */
export function markdown(view) {
  const record = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  const rows = view.rows.map((row) => record([`**${escaped(row.name)}**`, ...row.cells.map(linked)]));
  const table = [record([view.corner, ...view.head].map(escaped)), record([view.corner, ...view.head].map(() => "---")), ...rows];
  return [`## ${escaped(view.title)}`, "", ...table, "", `Signs: ${escaped(view.legend)}`, "", `<${view.address}>`, ""].join("\n");
}

/** @param {import("./reading.js").Cell} cell */
const linked = (cell) => (cell.href ? `[${escaped(cell.text)}](<${cell.href}>)` : escaped(cell.text));

/** @param {string} text */
const escaped = (text) => text.replace(/[\\`*_{}[\]#~|<>&$^]/g, "\\$&");

/** A table with inline styles, for mail, documents and wikis. @param {View} view */
export function html(view) {
  const border = "border:1px solid #c9d3dc;padding:4pt 6pt;text-align:left;vertical-align:top";
  const head = [view.corner, ...view.head].map((name) => `<th style="${border};background:#24425c;color:#fff">${marked(name)}</th>`);
  const rows = view.rows.map((row) => {
    const cells = row.cells.map((cell) => `<td style="${border}">${cell.href ? `<a href="${marked(cell.href)}" style="color:inherit">${marked(cell.text)}</a>` : marked(cell.text)}</td>`);
    return `<tr><th style="${border}">${marked(row.name)}</th>${cells.join("")}</tr>`;
  });
  const table = `<table style="border-collapse:collapse"><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  const about = `<p>${marked(view.legend)}</p><p><a href="${marked(view.address)}">${marked(view.title)}</a></p>`;
  return `<div style="font-family:Arial,Helvetica,sans-serif;font-size:10.5pt">${table}${about}</div>`;
}

/** @param {string} text */
export const marked = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
