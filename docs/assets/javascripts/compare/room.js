// @ts-check
// Makes room for a comparison before what stands below it is painted, so that nothing moves when it comes.
(() => {
  if (location.protocol === "file:") return;
  const asked = new URLSearchParams(location.search).get("with")?.split(",").length ?? kept();
  document.documentElement.classList.toggle("comparing", asked > 1);

  /** How many were put aside on other pages. */
  function kept() {
    try {
      const key = Object.keys(sessionStorage).find((each) => each.startsWith("atlas.compare:"));
      return JSON.parse(sessionStorage.getItem(key ?? "") ?? "[]").length;
    } catch {
      return 0;
    }
  }
})();
