// @ts-check
// The picture: the thing in the middle, what leads to it at the left, where it leads at the right, a column a step.

/**
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {import("./graph.js").Place} Place
 * @typedef {import("./graph.js").Thing} Thing
 */

const SVG = "http://www.w3.org/2000/svg";
const COLUMN = 250;
const ROW = 22;
const MOST = 40;
const LETTERS = 30;
/** One sign a kind, so that kinds are told apart without colours. */
export const SIGNS = ["●", "■", "▲", "◆", "★", "▼", "✚", "⬟", "○", "□"];

/**
 * @param {Graph} graph
 * @param {Thing} middle
 * @param {Place[]} places
 * @param {number} depth
 * @param {(thing: Thing) => string} addressOf
 * @returns {{ picture: SVGSVGElement, left: number }} the picture, and how many things have no room in it
 */
export function drawNeighbourhood(graph, middle, places, depth, addressOf) {
  const columns = columnsOf(places, depth);
  const left = places.length - columns.flatMap((column) => column.rows.filter((row) => row.place)).length;
  const rows = Math.max(2, ...columns.map((column) => column.rows.length));
  const used = columns.filter((column) => column.rows.length).map((column) => column.at);
  const first = Math.min(0, ...used);
  const last = Math.max(0, ...used);
  const width = COLUMN * (last - first + 1);
  const height = ROW * rows + 12;
  const picture = draw("svg", { class: "picture explorer-picture", viewBox: `0 0 ${width} ${height}`, width, height, role: "group" });
  picture.setAttribute("aria-label", `Neighbourhood of ${middle.name}; the list below has the same`);
  /** @type {Map<Thing, [number, number]>} */
  const spots = new Map([[middle, [(0.5 - first) * COLUMN, height / 2]]]);
  for (const column of columns) {
    const x = (column.at - first + 0.5) * COLUMN;
    const top = (height - ROW * column.rows.length) / 2 + ROW / 2;
    column.rows.forEach((row, at) => {
      const spot = /** @type {[number, number]} */ ([x, top + at * ROW]);
      if (row.place) spots.set(row.place.thing, spot);
      else picture.append(headingOf(row.words, spot, column.at));
    });
  }
  const lines = draw("g", { "aria-hidden": "true" });
  for (const { rows: shown } of columns) {
    for (const { place } of shown) if (place) lines.append(lineOf(place, spots));
  }
  picture.append(lines);
  const centre = spots.get(middle)?.[0] ?? 0;
  for (const [thing, spot] of spots) {
    picture.append(nodeOf(graph, thing, spot, Math.sign(spot[0] - centre), addressOf(thing)));
  }
  return { picture, left };
}

/**
 * The rows of each column; in the columns next to the middle every relation has a heading.
 * @param {Place[]} places
 * @param {number} depth
 * @returns {{ at: number, rows: { place?: Place, words: string }[] }[]}
 */
function columnsOf(places, depth) {
  const found = [];
  for (let at = -depth; at <= depth; at += 1) {
    const here = places.filter((place) => (place.outgoing ? place.distance : -place.distance) === at).slice(0, MOST);
    /** @type {{ place?: Place, words: string }[]} */
    const rows = [];
    let heading = "";
    for (const place of here) {
      if (place.distance === 1 && place.by.words !== heading) rows.push({ words: (heading = place.by.words) });
      rows.push({ place, words: place.by.words });
    }
    found.push({ at, rows });
  }
  return found;
}

/** @param {string} words @param {[number, number]} spot @param {number} side */
function headingOf(words, [x, y], side) {
  const text = draw("text", { class: "relation", ...startAt(x, side), y: y + 5, "aria-hidden": "true" });
  text.textContent = words;
  return text;
}

/** Words at the left end towards the middle. @param {number} x @param {number} side */
function startAt(x, side) {
  return side < 0 ? { x: x + COLUMN / 2 - 24, "text-anchor": "end" } : { x: x - COLUMN / 2 + 24 };
}

/** @param {Place} place @param {Map<Thing, [number, number]>} spots */
function lineOf({ by, thing }, spots) {
  const parent = by.edge.from === thing ? by.edge.to : by.edge.from;
  const [start, end] = [spots.get(parent), spots.get(thing)];
  if (!start || !end) return draw("g", {});
  const side = end[0] > start[0] ? 1 : -1;
  const [x1, x2] = [start[0] + side * (COLUMN / 2 - 18), end[0] - side * (COLUMN / 2 - 18)];
  const bend = (x1 + x2) / 2;
  return draw("path", { class: "branch", d: `M${x1} ${start[1]}C${bend} ${start[1]} ${bend} ${end[1]} ${x2} ${end[1]}` });
}

/** @param {Graph} graph @param {Thing} thing @param {[number, number]} spot @param {number} side @param {string} href */
function nodeOf(graph, thing, [x, y], side, href) {
  const link = draw("a", { href, class: side ? "node" : "node middle" });
  link.dataset.of = thing.id;
  const name = thing.name.length > LETTERS ? `${thing.name.slice(0, LETTERS - 1)}…` : thing.name;
  link.setAttribute("aria-label", `${thing.name}, ${graph.kinds[thing.kind].name.toLowerCase()}`);
  if (!side) link.setAttribute("aria-current", "true");
  link.append(draw("rect", { x: x - COLUMN / 2 + 18, y: y - ROW / 2 + 1, width: COLUMN - 36, height: ROW - 2, rx: 3 }));
  const text = draw("text", { ...startAt(x, side), y: y + 4.5 });
  const sign = SIGNS[thing.kind % SIGNS.length];
  text.textContent = side < 0 ? `${name} ${sign}` : `${sign} ${name}`;
  link.append(text);
  return link;
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElementTagNameMap[Tag]}
 */
function draw(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
