// @ts-check
// What the reader has put aside to compare, kept until the tab is closed.

/** @typedef {{ id: string, name: string }} Chosen */

/** The site's root, from where this module is. */
export const ROOT = new URL("../../../", import.meta.url);
export const MOST = 6;
const KEY = `atlas.compare:${ROOT.pathname}`;
/** @type {Set<() => void>} */
const listeners = new Set();

/** @returns {Chosen[]} */
export function chosen() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each?.id === "string" && typeof each?.name === "string") : [];
  } catch {
    return [];
  }
}

/** @param {Chosen[]} things */
export function choose(things) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(things.slice(0, MOST)));
  } catch {
    // A browser that keeps nothing still shows the comparison that stands in the address.
  }
  for (const listener of listeners) listener();
}

/** Puts a thing aside, or takes it back. @param {Chosen} thing @returns {boolean} whether it is among the chosen now */
export function toggle(thing) {
  const before = chosen();
  const without = before.filter((each) => each.id !== thing.id);
  const added = without.length === before.length && before.length < MOST;
  choose(added ? [...before, thing] : without);
  return added;
}

/** @param {() => void} listener */
export function onChange(listener) {
  listeners.add(listener);
}

/** @param {string[]} ids */
export const comparisonOf = (ids) => `${new URL("compare.html", ROOT).href}?with=${ids.join(",")}`;
