// @ts-check
// The comparison as tables, in the same form as the ready ones.
import { make } from "../elements.js";
import { HEADINGS, UNKNOWN, likenessOf } from "./sorting.js";

/**
 * @typedef {import("./sorting.js").Cell} Cell
 * @typedef {{ id: string, name: string, page: string, cells: Record<string, Cell>, layers: Layer[], layersOf: string }} Column
 * @typedef {{ name: string, shared?: boolean }} Layer
 * @typedef {{ name: string, properties: [string, string, string?][] }} Group
 * @typedef {{ propertyFolder: string, groups: Group[] }} Order
 */

/**
 * @param {Column[]} columns
 * @param {Order} order
 * @param {string} root
 * @param {boolean} differences whether only differences are shown
 */
export function comparison(columns, order, root, differences) {
  const shown = HEADINGS.filter(([likeness]) => !differences || likeness === "differ");
  const parts = shown.flatMap(([likeness, name]) => part(columns, order, root, likeness, name));
  const unknown = order.groups.flatMap((group) => group.properties).filter(([id]) => likenessOf(cellsOf(columns, id)) === "unknown");
  if (!differences && unknown.length) {
    const links = unknown.flatMap(([id, name], at) => [at ? ", " : "", propertyLink(order, root, id, name)]);
    parts.push(make("p", { class: "gaps" }, make("strong", {}, "Unknown of all:"), " ", ...links, "."));
  }
  return parts;
}

/** How many properties differ. @param {Column[]} columns @param {Order} order */
export function differing(columns, order) {
  const properties = order.groups.flatMap((group) => group.properties);
  return properties.filter(([id]) => likenessOf(cellsOf(columns, id)) === "differ").length;
}

/** @param {Column[]} columns @param {string} property */
const cellsOf = (columns, property) => columns.map((column) => column.cells[property]);

/** @param {Column[]} columns @param {Order} order @param {string} root @param {string} likeness @param {string} name */
function part(columns, order, root, likeness, name) {
  const groups = order.groups
    .map((group) => ({ name: group.name, rows: group.properties.filter(([id]) => likenessOf(cellsOf(columns, id)) === likeness) }))
    .filter((group) => group.rows.length);
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  if (!count) return [];
  const heads = columns.map((column) => make("th", { scope: "col" }, make("a", { href: root + column.page }, column.name)));
  const table = make(
    "table",
    { class: "matrix comparison" },
    make("thead", {}, make("tr", {}, make("th", { scope: "col", class: "corner" }, "Property"), ...heads)),
    ...groups.map((group) => body(group, columns, order, root)),
  );
  return [
    make("h2", { id: `part-${likeness}` }, `${name} (${count})`),
    make("div", { class: "scroll matrix-scroll", role: "region", tabindex: 0, "aria-label": name }, table),
  ];
}

/** @param {{ name: string, rows: [string, string, string?][] }} group @param {Column[]} columns @param {Order} order @param {string} root */
function body(group, columns, order, root) {
  const head = make("tr", { class: "comparison-group" }, make("th", { scope: "rowgroup", colspan: columns.length + 1 }, group.name));
  const rows = group.rows.map(([id, name, unit]) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, propertyLink(order, root, id, name), unit && make("span", { class: "column-note" }, unit)),
      ...columns.map((column) => cell(column, id, root)),
    ),
  );
  return make("tbody", {}, head, ...rows);
}

/** @param {Order} order @param {string} root @param {string} id @param {string} name */
const propertyLink = (order, root, id, name) => make("a", { href: `${root}${order.propertyFolder}/${id}.html` }, name);

/** @param {Column} column @param {string} property @param {string} root */
function cell(column, property, root) {
  const { text, state, symbol, remark, origin } = column.cells[property] ?? UNKNOWN;
  const css = `cell is-${state.replaceAll(" ", "-")} from-${origin}`;
  return make(
    "td",
    { "data-state": state },
    make(
      "a",
      { class: css, href: `${root}${column.page}#${property}` },
      make("span", { class: "cell-symbol", "aria-hidden": "true" }, symbol),
      make("span", { class: "cell-text" }, text),
      remark && make("span", { class: "cell-remark" }, remark),
    ),
  );
}

/** The layers of each, standing on one ground. @param {Column[]} columns @param {string} root */
export function stacks(columns, root) {
  if (columns.every((column) => !column.layers.length)) return null;
  const items = columns.map((column) => {
    const layers = [...column.layers].reverse();
    const drawn = layers.map((layer) => make("li", { class: layer.shared ? "shared" : "own" }, layer.shared ? `${layer.name} (shared)` : layer.name));
    const label = `Layers of ${column.name} from the top down`;
    const name = make("p", { class: "layers-of" }, make("a", { href: root + column.page }, column.name), column.layersOf && make("span", { class: "column-note" }, `layers of ${column.layersOf}`));
    return make("li", {}, make("ol", { class: "layers", "aria-label": label }, ...drawn), name);
  });
  const list = make("ul", { class: "layer-stacks" }, ...items);
  return make("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": "Layers" }, list);
}
