// @ts-check
// What nobody knows yet and could change the answer.
import { evidenceAddress } from "./addresses.js";
import { make } from "../elements.js";
import { cellWords, nameOf } from "./words.js";

const SHOWN = 6;

/**
 * @param {import("./interactive.js").Guide} guide
 * @returns {Node[]}
 */
export function gaps(guide) {
  const { knowledge, found } = guide;
  const facts = found.openFacts;
  if (facts.length === 0) return [];
  const item = (/** @type {import("../reasoning/asking.js").OpenFact} */ fact) => {
    const cell = knowledge.cell(fact.subject, fact.property);
    const effect =
      fact.assessments.length === 0 ? "bears on the order" : fact.alone ? "would settle it" : "one of several";
    return make(
      "li",
      {},
      `${nameOf(knowledge, fact.subject)}, ${knowledge.property(fact.property).name}: `,
      make("a", { class: "guide-evidence", href: evidenceAddress(knowledge, cell) }, cellWords(cell)),
      ` (${effect})`,
    );
  };
  const rest = facts.slice(SHOWN);
  return [
    make("h3", { id: "guide-gaps-heading" }, "What is not certain and could change this"),
    make("ul", { class: "guide-gap-list" }, facts.slice(0, SHOWN).map(item)),
    ...(rest.length
      ? [
          make(
            "details",
            { class: "guide-rest", "data-key": "gaps" },
            make("summary", {}, `${rest.length} more`),
            make("ul", { class: "guide-gap-list" }, rest.map(item)),
          ),
        ]
      : []),
  ];
}
