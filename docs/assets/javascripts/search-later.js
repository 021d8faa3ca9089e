// @ts-check
// The search's index weighs more than a page, and the theme asks for it on every page: here it waits until somebody is
// about to search. A classic script, since it has to run before the theme's; without it the search works all the same.
(() => {
  const SEARCH = "[data-md-component=search], [data-md-component=search-query], [for=__search], .md-search";
  const INDEX = /\/search(\/search_index)?\.json$/;
  const KEYS = new Set(["/", "f", "s"]); // what opens the search
  const query = new URLSearchParams(location.search);
  const { open, send } = XMLHttpRequest.prototype;
  /** @type {Set<XMLHttpRequest>} */
  const asking = new Set();
  /** @type {(() => void)[]} */
  const waiting = [];
  let wanted = query.has("q") || query.has("h");

  /** @this {XMLHttpRequest} @param {any[]} how */
  function opened(...how) {
    if (!wanted && INDEX.test(String(how[1]).split(/[?#]/)[0])) asking.add(this);
    return Reflect.apply(open, this, how);
  }

  /** @this {XMLHttpRequest} @param {any} body */
  function sent(body) {
    if (wanted || !asking.delete(this)) send.call(this, body);
    else waiting.push(() => send.call(this, body));
  }

  function want() {
    if (wanted) return;
    wanted = true;
    XMLHttpRequest.prototype.open = open;
    XMLHttpRequest.prototype.send = send;
    for (const go of waiting.splice(0)) go();
  }

  if (wanted) return;
  XMLHttpRequest.prototype.open = opened;
  XMLHttpRequest.prototype.send = sent;
  for (const kind of ["focusin", "pointerover", "pointerdown", "click"])
    document.addEventListener(kind, (event) => {
      if (event.target instanceof Element && event.target.closest(SEARCH)) want();
    });
  document.addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
    if (KEYS.has(key) || ((ctrlKey || metaKey) && key === "k")) want();
  });
})();
