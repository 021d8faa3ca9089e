// @ts-check
// What can be done with the outcome: copy, print, share, start again.
import { make } from "../elements.js";
import { inMarkdown } from "./markdown.js";
import { freshState } from "./state.js";

/**
 * @param {import("./interactive.js").Guide} guide
 * @returns {Node[]}
 */
export function actions(guide) {
  const done = make("span", { class: "guide-done", role: "status" });
  const text = make("textarea", {
    class: "guide-text",
    readonly: true,
    rows: 8,
    hidden: true,
    "aria-label": "Text to copy",
  });
  const copy = async (/** @type {string} */ words, /** @type {string} */ says) => {
    try {
      await navigator.clipboard.writeText(words);
      done.textContent = says;
    } catch {
      text.value = words;
      text.hidden = false;
      text.select();
      done.textContent = "The browser does not let a page copy; here is the text.";
    }
  };
  const button = (/** @type {string} */ key, /** @type {string} */ says, /** @type {() => void} */ act) =>
    make("button", { type: "button", class: "guide-button", "data-key": key, onclick: act }, says);
  return [
    button("copy-markdown", "Copy as Markdown", () => copy(inMarkdown(guide), "Copied as Markdown.")),
    button("copy-address", "Copy the address", () => copy(location.href, "Address copied.")),
    button("print", "Print", () => printed()),
    button("again", "Start again", () => {
      guide.say({ ...freshState(guide.knowledge), all: guide.state.all }, { step: true, focus: true });
    }),
    done,
    text,
  ];
}

/** Prints with everything that fits or may fit unfolded, and folds it again. */
function printed() {
  const folded = [...document.querySelectorAll(".guide-group:not(.is-ruled-out) details:not([open])")];
  for (const each of folded) each.setAttribute("open", "");
  // The bodies of unfolded parts are made when the browser next fires their events.
  setTimeout(() => {
    print();
    for (const each of folded) each.removeAttribute("open");
  }, 50);
}
