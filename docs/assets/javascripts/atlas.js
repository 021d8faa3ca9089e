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
  if (document.querySelector("a.cell")) load("./evidence.js");
})();
