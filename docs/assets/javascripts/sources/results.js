// @ts-check
// What was found: each source leads to its place on the page of its year.
import { fill, make } from "../elements.js";
import { wordsOf } from "./controls.js";

const FIRST = 100;

/** @param {HTMLElement} place @param {import("./filtering.js").Source[]} found */
export function showFound(place, found) {
  const list = make("ul", { class: "sources", "aria-label": "Sources found" }, found.slice(0, FIRST).map(item));
  const more = make("button", { type: "button", class: "matrix-again" }, `Show all ${found.length}`);
  more.addEventListener("click", () => {
    const rest = found.slice(FIRST).map(item);
    list.append(...rest);
    more.remove();
    rest[0].querySelector("a")?.focus();
  });
  fill(place, found.length > 0 && list, found.length > FIRST && more);
}

/** @param {import("./filtering.js").Source} source */
function item({ id, title, by, date, type, year, citations, read }) {
  const cited = `${citations} ${citations === 1 ? "citation" : "citations"}, ${read} read`;
  return make(
    "li",
    {},
    make("p", { class: "claim" }, make("a", { href: `${year}.html#${id}` }, title)),
    make("p", { class: "evidence" }, [by, date, wordsOf(type), cited].filter(Boolean).join(" · ")),
  );
}
