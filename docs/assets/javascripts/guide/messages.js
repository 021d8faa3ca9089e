// @ts-check
// What does not go together: requirements that contradict each other, and those that leave nobody.
import { make } from "../elements.js";
import { changeWords, listed, nameOf, raiserWords } from "./words.js";

/**
 * @typedef {import("./interactive.js").Guide} Guide
 * @typedef {import("../reasoning/conflicts.js").Conflict} Conflict
 */

const NEAREST = 3;

/**
 * @param {Guide} guide
 * @returns {Node[]}
 */
export function messages(guide) {
  const { conflicts, profile } = guide.found;
  if (profile.demands.length === 0) {
    return [make("p", { class: "guide-hint" }, "Nothing is required yet, so nobody is ruled out.")];
  }
  return conflicts.map((conflict) => message(guide, conflict));
}

/**
 * @param {Guide} guide
 * @param {Conflict} conflict
 */
function message(guide, { kind, demands }) {
  const contradiction = kind === "contradiction";
  const heading = contradiction
    ? "This cannot hold together, whatever the facts"
    : demands.length === 1
      ? "This alone rules everybody out"
      : "Together these rule everybody out; without one of them somebody is left";
  return make(
    "div",
    { class: `guide-message is-${kind}` },
    make(
      "p",
      { class: "guide-message-head" },
      make("span", { class: "guide-sign", "aria-hidden": "true" }, "⚠"),
      heading,
    ),
    make(
      "ul",
      {},
      demands.map((demand) => line(guide, demand)),
    ),
    contradiction ? null : nearest(guide),
  );
}

/**
 * @param {Guide} guide
 * @param {import("../reasoning/profiles.js").Demand} demand
 */
function line(guide, { requirement, raisedBy }) {
  const { knowledge } = guide;
  const asking = raisedBy.map((raiser) => [
    raiserWords(raiser, knowledge),
    raiser.voice === "answer" ? raiser.thing : "",
  ]);
  return make(
    "li",
    {},
    `${knowledge.property(requirement.property ?? "").name}: ${requirement.says} `,
    asking.map(([words, question]) =>
      make(
        "span",
        { class: "guide-asked" },
        `(${words}) `,
        question !== "" &&
          make(
            "button",
            { type: "button", class: "guide-link", onclick: () => guide.questions.go(question) },
            "Change",
            make("span", { class: "guide-spoken" }, ` the answer about ${knowledge.questions.get(question)?.name}`),
          ),
      ),
    ),
  );
}

/**
 * The nearest candidates with the smallest change that lets them in.
 * @param {Guide} guide
 */
function nearest({ found, knowledge }) {
  const items = found.relaxations
    .slice(0, NEAREST)
    .map(({ subject, changes, thenOpen }) =>
      make(
        "li",
        {},
        make("strong", {}, nameOf(knowledge, subject)),
        ` ${thenOpen.length ? "may fit" : "fits"}: ${listed(changes.map((each) => changeWords(each, knowledge)))}`,
      ),
    );
  if (items.length === 0) return null;
  return make("div", {}, make("p", {}, "The smallest changes that let somebody in:"), make("ul", {}, items));
}
