// @ts-check
// One inside another, where that does better than either alone.
import { combinationsFor } from "../reasoning/composing.js";
import { subjectAddress } from "./addresses.js";
import { verdicts } from "./candidate.js";
import { make, sign } from "../elements.js";
import { nameOf } from "./words.js";

/**
 * @typedef {import("./interactive.js").Guide} Guide
 * @typedef {import("../reasoning/composing.js").Combination} Combination
 */

/** @type {Readonly<Record<import("../reasoning/sorting.js").Standing, readonly [string, string]>>} */
const WORDS = { fits: ["✓", "fits"], "may-fit": ["?", "may fit"], "ruled-out": ["✕", "is ruled out"] };

/**
 * @param {Guide} guide
 * @returns {Node[]}
 */
export function wholes(guide) {
  const found = combinationsFor(guide.found.profile.demands, guide.judge);
  if (found.length === 0) return [];
  return [
    make("h3", { id: "guide-wholes-heading" }, "One inside another"),
    make(
      "p",
      { class: "guide-hint" },
      "Sources describe these put together, and together they do better than either alone.",
    ),
    make(
      "ul",
      { class: "guide-list" },
      found.map((each) => whole(guide, each)),
    ),
  ];
}

/**
 * @param {Guide} guide
 * @param {Combination} combination
 */
function whole(guide, { inner, outer, placed, alone }) {
  const { knowledge } = guide;
  const [mark, word] = WORDS[placed.standing];
  const names = [inner, outer].map((each) => nameOf(knowledge, each));
  const without = alone.map(({ standing }, index) => `${names[index]} alone ${WORDS[standing][1]}`).join(", ");
  const links = [inner, outer].map((each, index) =>
    make("a", { href: subjectAddress(knowledge, each) }, `All facts on ${names[index]}`),
  );
  return make(
    "li",
    {},
    make(
      "details",
      { class: "guide-candidate guide-whole", "data-key": `whole-${placed.subject}` },
      make(
        "summary",
        {},
        make(
          "span",
          { class: "guide-name" },
          sign(mark, word, `is-${placed.standing}`),
          `${names[0]} inside ${names[1]}`,
        ),
        make("span", { class: "guide-gist" }, without),
      ),
      make(
        "div",
        { class: "guide-reasons" },
        verdicts(guide, placed),
        make("p", { class: "guide-page" }, links[0], " · ", links[1]),
      ),
    ),
  );
}
