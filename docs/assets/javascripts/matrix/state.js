// @ts-check
// What a reader has chosen of a matrix, in the address: ?NAME.sort=COLUMN&NAME.hide=A,B&NAME.find=WORDS
// &NAME.differ=1&NAME.turned=1&NAME.family=FAMILY&NAME.is.COLUMN=VALUE
import { familiesOf, optionsOf } from "./filters.js";

/** @typedef {{ sort: string, down: boolean, find: string, differ: boolean, dense: boolean, turned: boolean, family: string, values: Map<string, string>, hiddenColumns: Set<string>, hiddenRows: Set<string> }} State */

/**
 * @param {string} name
 * @param {import("./table.js").Column[]} columns
 * @param {import("./table.js").Row[]} rows
 * @returns {State}
 */
export function readState(name, columns, rows) {
  const asked = new URLSearchParams(location.search);
  const get = (/** @type {string} */ key) => asked.get(`${name}.${key}`) ?? "";
  const known = (/** @type {string} */ key, /** @type {{ id: string }[]} */ things) => {
    const ids = new Set(things.map((thing) => thing.id));
    return new Set(get(key).split(",").filter((id) => ids.has(id)));
  };
  const sort = get("sort").replace(/^-/, "");
  return {
    sort: sort === "name" || columns.some((column) => column.id === sort) ? sort : "",
    down: get("sort").startsWith("-"),
    find: get("find"),
    differ: get("differ") === "1",
    dense: get("dense") === "1",
    turned: get("turned") === "1",
    family: familiesOf(rows).find((family) => family === get("family")) ?? "",
    values: new Map(
      columns
        .filter((column) => asked.has(`${name}.is.${column.id}`))
        .filter((column) => optionsOf(rows, column).some((option) => option.value === get(`is.${column.id}`)))
        .map((column) => [column.id, get(`is.${column.id}`)]),
    ),
    hiddenColumns: known("hide", columns),
    hiddenRows: known("without", rows),
  };
}

/** @param {string} name @param {State} state */
export function writeState(name, state) {
  const asked = new URLSearchParams(location.search);
  /** @type {Record<string, string>} */
  const wanted = {
    sort: state.sort && (state.down ? "-" : "") + state.sort,
    find: state.find,
    differ: state.differ ? "1" : "",
    dense: state.dense ? "1" : "",
    turned: state.turned ? "1" : "",
    family: state.family,
    hide: [...state.hiddenColumns].join(","),
    without: [...state.hiddenRows].join(","),
  };
  for (const key of [...asked.keys()]) {
    if (key.startsWith(`${name}.is.`)) asked.delete(key);
  }
  for (const [column, value] of state.values) wanted[`is.${column}`] = value;
  for (const [key, value] of Object.entries(wanted)) {
    if (value) asked.set(`${name}.${key}`, value);
    else asked.delete(`${name}.${key}`);
  }
  const query = asked.toString().replaceAll("%2C", ",");
  history.replaceState(history.state, "", location.pathname + (query && `?${query}`) + location.hash);
}
