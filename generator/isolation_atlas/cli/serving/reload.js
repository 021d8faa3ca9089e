// @ts-check
// Loads the page again when the server has something newer. Added by `atlas serve` only, never part of the built site.

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const seen = script.dataset.version ?? "";
const events = new EventSource(`/~atlas/events?seen=${encodeURIComponent(seen)}`);

events.addEventListener("change", (event) => {
  if (/** @type {MessageEvent<string>} */ (event).data !== seen) location.reload();
});
addEventListener("pagehide", () => events.close());
