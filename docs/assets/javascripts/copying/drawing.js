// @ts-check
// A view as an SVG picture that stands alone; its lines are broken by the widths that the browser measures.
import { marked } from "./writing.js";

const TYPE = 12;
const LINE = 15;
const PAD = 6;
const WIDEST = 150;
const MARGIN = 24;
const FONT = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/** @param {import("./reading.js").View} view @returns {string} */
export function svg(view) {
  const records = [[view.corner, ...view.head], ...view.rows.map((row) => [row.name, ...row.cells.map((cell) => cell.text)])];
  const widths = records[0].map((_, column) => Math.min(WIDEST, Math.max(...records.map((record) => measure(record[column] ?? "", true)))) + 2 * PAD + 2);
  const lines = records.map((record) => record.map((text, column) => broken(text, widths[column] - 2 * PAD)));
  const heights = lines.map((record) => Math.max(...record.map((each) => each.length)) * LINE + 2 * PAD);
  const wide = widths.reduce((sum, each) => sum + each, 0);
  const parts = [words(MARGIN, MARGIN + 16, view.title, "#16202a", true, 20)];
  let top = MARGIN + 30;
  lines.forEach((record, row) => {
    if (row === 0) parts.push(`<rect x="${MARGIN}" y="${top}" width="${wide}" height="${heights[0]}" fill="#24425c"/>`);
    let left = MARGIN;
    record.forEach((cell, column) => {
      cell.forEach((line, at) => {
        const colour = row === 0 ? "#ffffff" : "#16202a";
        parts.push(...signed(left + PAD, top + PAD + TYPE + at * LINE, line, colour, row === 0 || column === 0));
      });
      left += widths[column];
    });
    top += heights[row];
    parts.push(`<line x1="${MARGIN}" y1="${top}" x2="${MARGIN + wide}" y2="${top}" stroke="#c9d3dc"/>`);
  });
  const total = Math.max(wide, 480) + 2 * MARGIN;
  [view.legend, view.address].forEach((text) => {
    for (const line of broken(text, total - 2 * MARGIN)) parts.push(words(MARGIN, (top += LINE + 2), line, "#55616d", false, 11));
  });
  const size = `viewBox="0 0 ${total} ${top + MARGIN}" width="${total}" height="${top + MARGIN}"`;
  const about = `<title>${marked(view.title)}</title><rect width="100%" height="100%" fill="#ffffff"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FONT}">${about}${parts.join("")}</svg>\n`;
}

const canvas = document.createElement("canvas").getContext("2d");

/** @param {string} text @param {boolean} bold */
function measure(text, bold) {
  if (!canvas) return text.length * TYPE * 0.6;
  canvas.font = `${bold ? "bold " : ""}${TYPE}px ${FONT}`;
  return canvas.measureText(text).width;
}

/** @param {string} text @param {number} width @returns {string[]} */
function broken(text, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && measure(longer, true) <= width) lines[lines.length - 1] = longer;
    else lines.push(...cut(word, width));
  }
  return lines;
}

/** A word that is too wide, in pieces that are not. @param {string} word @param {number} width @returns {string[]} */
function cut(word, width) {
  if (measure(word, true) <= width || word.length < 2) return [word];
  let end = word.length - 1;
  while (end > 1 && measure(word.slice(0, end), true) > width) end -= 1;
  return [word.slice(0, end), ...cut(word.slice(end), width)];
}

/**
 * A line with its sign as a text of its own: a font that has the sign must not draw the words too.
 * @param {number} x @param {number} y @param {string} line @param {string} colour @param {boolean} bold
 */
function signed(x, y, line, colour, bold) {
  const [, sign = "", rest = line] = line.match(/^([^\p{L}\p{N}] )(.*)$/u) ?? [];
  const after = words(x + (sign && measure(sign, true)), y, rest, colour, bold, TYPE);
  return sign ? [words(x, y, sign.trim(), colour, bold, TYPE), after] : [after];
}

/** @param {number} x @param {number} y @param {string} text @param {string} colour @param {boolean} bold @param {number} size */
function words(x, y, text, colour, bold, size) {
  const weight = bold ? ' font-weight="bold"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${weight}>${marked(text)}</text>`;
}
