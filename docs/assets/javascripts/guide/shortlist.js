// @ts-check
// Who fits, who may, and who is ruled out.
import { MOST_CANDIDATES } from "../reasoning/robustness.js";
import { FITS, MAY_FIT, RULED_OUT, place } from "../reasoning/sorting.js";
import { candidate } from "./candidate.js";
import { make, sign } from "../elements.js";
import { situationOf } from "./state.js";
import { firmness, nameOf, percent } from "./words.js";

/**
 * @typedef {import("./interactive.js").Guide} Guide
 * @typedef {import("../reasoning/recommendation.js").Shortlist} Shortlist
 */

const SHOWN = 8;
const KINDS = /** @type {const} */ ([
  ["✓", "fit", "is-fits"],
  ["?", "may fit", "is-may-fit"],
  ["✕", "ruled out", "is-ruled-out"],
]);

/** @type {Readonly<Record<string, string>>} */
const NOTES = {
  "may-fit": "Nothing speaks against them, but something that is required cannot be confirmed.",
  "ruled-out": "Those that fail fewest requirements come first.",
};

/**
 * The candidates to choose among, each level with its counts.
 * @param {Guide} guide
 */
export function tally(guide) {
  const { levels } = guide.knowledge.data;
  return make(
    "fieldset",
    { class: "guide-levels" },
    make("legend", { class: "guide-spoken" }, "Choose among"),
    levels.map((level) => {
      const chosen = level.id === guide.state.level;
      const counts = countsOf(guide, level.id);
      return make(
        "label",
        { class: "guide-level", title: level.says },
        make("input", {
          type: "radio",
          name: "guide-level",
          value: level.id,
          checked: chosen,
          "data-key": `level-${level.id}`,
          onchange: () =>
            guide.say({ ...guide.state, level: level.id, at: guide.state.all ? "" : guide.state.at }, { step: true }),
        }),
        make("span", { class: "guide-level-name" }, level.plural),
        make(
          "span",
          { class: "guide-counts" },
          KINDS.map(([mark, word, css], index) => count(counts[index], mark, word, css)),
        ),
        bar(counts),
      );
    }),
  );
}

/**
 * How many of a level fit, may fit and are ruled out.
 * @param {Guide} guide
 * @param {string} level
 */
function countsOf({ state, knowledge, judge, found }, level) {
  const { candidates } = situationOf(state, knowledge, level);
  const standings = candidates.map((subject) => place(subject, found.profile.demands, judge).standing);
  return [FITS, MAY_FIT, RULED_OUT].map((wanted) => standings.filter((each) => each === wanted).length);
}

/**
 * @param {number} number
 * @param {string} mark
 * @param {string} word
 * @param {string} css
 */
function count(number, mark, word, css) {
  return make(
    "span",
    { class: `guide-count ${css}` },
    make("span", { class: "guide-sign", "aria-hidden": "true" }, mark),
    make("b", {}, number),
    make("span", { class: "guide-count-word" }, ` ${word}`),
  );
}

/** @param {number[]} counts */
function bar(counts) {
  const parts = counts.map((number, index) => make("i", { class: KINDS[index][2], style: `flex-grow: ${number}` }));
  return make("span", { class: "guide-bar", "aria-hidden": "true" }, parts);
}

/**
 * The lists.
 * @param {Guide} guide
 * @returns {Node[]}
 */
export function shortlist(guide) {
  const { fits, mayFit, ruledOut } = guide.found;
  const ranks = ranksOf(fits, mayFit);
  /** @type {[string, string, import("../reasoning/sorting.js").Placed[], boolean][]} */
  const groups = [
    ["fits", `${fits.placed.length === 1 ? "Fits" : "Fit"}`, fits.placed, true],
    ["may-fit", "May fit", mayFit.placed, fits.placed.length <= SHOWN],
    ["ruled-out", "Ruled out", ruledOut, fits.placed.length + mayFit.placed.length === 0],
  ];
  return groups
    .filter(([, , placed]) => placed.length > 0)
    .map(([key, heading, placed, open], index) => {
      const [mark, word, css] = KINDS[["fits", "may-fit", "ruled-out"].indexOf(key)];
      const items = placed.map((each) => () => candidate(guide, each, ranks.get(each.subject)));
      const says = [NOTES[key], index === 0 ? orderWords(guide) : ""].filter(Boolean).join(" ");
      return make(
        "details",
        { class: `guide-group ${css}`, "data-key": `group-${key}`, open },
        make(
          "summary",
          {},
          sign(mark, word, css),
          make("h3", {}, heading),
          make("span", { class: "guide-number" }, placed.length),
        ),
        says !== "" && make("p", { class: "guide-order" }, says),
        list(key, items),
      );
    });
}

/**
 * The first of many, with a button for the rest.
 * @param {string} key
 * @param {(() => HTMLLIElement)[]} items
 */
function list(key, items) {
  const shown = make(
    "ol",
    { class: "guide-list" },
    items.slice(0, SHOWN).map((item) => item()),
  );
  if (items.length <= SHOWN) return [shown];
  const more = make(
    "button",
    {
      type: "button",
      class: "guide-link guide-more",
      "data-key": `more-${key}`,
      onclick: () => {
        const rest = items.slice(SHOWN).map((item) => item());
        shown.append(...rest);
        more.remove();
        rest[0].querySelector("summary")?.focus();
      },
    },
    `Show the other ${items.length - SHOWN}`,
  );
  return [shown, more];
}

/**
 * Each candidate's rank, and the share of draws that put it first.
 * @param {...Shortlist} lists
 * @returns {Map<string, {rank: number, tied: boolean, first: number | null}>}
 */
function ranksOf(...lists) {
  const found = new Map();
  for (const { order, robustness } of lists) {
    order.forEach(({ subject, rank }, index) => {
      const tied = order.filter((each) => each.rank === rank).length > 1;
      found.set(subject, { rank, tied, first: robustness?.acceptability[index][0] ?? null });
    });
  }
  return found;
}

/**
 * What sampling says of the head of an order.
 * @param {import("../reasoning/robustness.js").Robustness} robustness
 * @param {string[]} names  in the order of the ranks
 */
function robustnessWords({ draws, ahead, acceptability }, names) {
  const shares = acceptability.map((row) => row[0]);
  const top = shares.indexOf(Math.max(...shares));
  const lead =
    `Sampled ${draws} times, with weights that keep that order and values that the evidence allows, ${names[0]} is at ` +
    `least level with ${names[1]} in ${percent(ahead[0])} of cases: the lead is ${firmness(ahead[0])}.`;
  return top === 0 ? lead : `${lead} ${names[top]} comes first most often, in ${percent(shares[top])}.`;
}

/**
 * How the order came about and how firm it is.
 * @param {Guide} guide
 */
export function orderWords(guide) {
  const { found, knowledge } = guide;
  const best = found.fits.placed.length ? found.fits : found.mayFit;
  if (best.order.length < 2) return "";
  if (best.order.every((each) => each.rank === 1)) {
    return found.profile.priorities.length
      ? "The evidence does not separate them on your priorities, so they stand in the order of their names."
      : "Nothing orders them yet, so they stand in the order of their names. Priorities below order them.";
  }
  const { robustness } = best;
  if (!robustness) {
    return best.order.length > MOST_CANDIDATES
      ? `In the order of the priorities. With more than ${MOST_CANDIDATES} left, how firm it is would say little.`
      : "In the order of the priorities.";
  }
  const names = best.order.map((each) => nameOf(knowledge, each.subject));
  return `In the order of the priorities. ${robustnessWords(robustness, names)}`;
}
