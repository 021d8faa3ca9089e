// @ts-check
// Loads what a page can use. Pages opened from a folder are complete without: browsers load no modules there.
(() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  /** @param {string} name */
  const load = (name) => import(new URL(name, here).href);

  const moved = document.querySelector("a[data-moved]");
  if (moved instanceof HTMLAnchorElement) location.replace(moved.href);
  if (location.protocol === "file:") return;
  if (document.querySelector("table[data-matrix]")) load("./matrix/matrix.js");
  if (document.querySelector("a.cell, #compare")) load("./evidence.js");
  if (document.querySelector("[data-source-filter]")) load("./sources/sources.js");
  if (document.querySelector("[data-copying]")) load("./copying/copying.js");
  if (document.querySelector("a[data-compare-add], table[data-matrix]") || putAside()) load("./compare/tray.js");

  /** Whether something waits in the tray of the comparison, which the comparison itself does not show. */
  function putAside() {
    if (document.getElementById("compare")) return false;
    try {
      return Object.keys(sessionStorage).some((key) => key.startsWith("atlas.compare:") && sessionStorage.getItem(key) !== "[]");
    } catch {
      return false;
    }
  }
})();
