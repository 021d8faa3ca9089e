// @ts-check
// Sentences. They know nothing of the field: what is about it comes from the data.

/**
 * @typedef {import("../reasoning/knowledge.js").Knowledge} Knowledge
 * @typedef {import("../reasoning/knowledge.js").Cell} Cell
 * @typedef {import("../reasoning/requirements.js").Assessment} Assessment
 * @typedef {import("../reasoning/relaxation.js").Change} Change
 * @typedef {import("../reasoning/profiles.js").Raiser} Raiser
 * @typedef {import("../reasoning/recommendation.js").Recommendation} Recommendation
 */

/** @type {Readonly<Record<string, string>>} */
const OPERATORS = { ">=": "at least", "<=": "at most", "=": "", "!=": "not", "<": "below", ">": "above" };

/** @type {Readonly<Record<string, string>>} */
const OPEN = {
  straddles: "values on both sides of the limit are possible",
  disputed: "sources disagree",
  unknown: "nothing is known",
  described: "described in words that cannot be compared",
  partial: "it holds in part, which is neither yes nor no",
  "not-applicable": "the question makes no sense here",
  unreadable: "the requirement cannot be read",
};

/**
 * Why a verdict is open.
 * @param {Assessment} assessment
 */
export const whyOpen = ({ why }) => OPEN[why] ?? "";

/**
 * "1 fits, 3 may fit, 6 are ruled out".
 * @param {Recommendation} found
 */
export function countWords({ fits, mayFit, ruledOut }) {
  const [fit, may, out] = [fits.placed.length, mayFit.placed.length, ruledOut.length];
  return `${fit} ${fit === 1 ? "fits" : "fit"}, ${may} may fit, ${out} ${out === 1 ? "is" : "are"} ruled out`;
}

/**
 * A number of things.
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/**
 * Names as one would say them.
 * @param {string[]} names
 * @param {string} [last]
 */
export function listed(names, last = "and") {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${last} ${names[names.length - 1]}`;
}

/**
 * A share in whole per cent, never rounded to all or nothing.
 * @param {number} share
 */
export function percent(share) {
  if (share > 0 && share < 0.01) return "under 1 %";
  if (share < 1 && share > 0.99) return "over 99 %";
  return `${Math.round(share * 100)} %`;
}

/**
 * The name of a subject, also of one that is no candidate.
 * @param {Knowledge} knowledge
 * @param {string} subject
 */
export function nameOf(knowledge, subject) {
  const row = knowledge.rows.get(subject);
  return row === undefined ? (knowledge.data.others[subject]?.[0] ?? subject) : knowledge.data.subjects[row][1];
}

/**
 * Whose facts a value rests on, where they are not the subject's own.
 * @param {Knowledge} knowledge
 * @param {Cell} cell
 */
export function originWords(knowledge, { origin, from = [], state }) {
  const parts = state === "unverified" || state === "disputed" ? [state] : [];
  if (origin === "inherited") parts.push(`from ${listed(from.map((each) => nameOf(knowledge, each)))}`);
  if (origin === "composed" && from.length) parts.push(`with ${listed(from.map((each) => nameOf(knowledge, each)))}`);
  if (origin === "members") {
    parts.push(from.length === 1 ? `only ${nameOf(knowledge, from[0])}` : `over ${from.length} members`);
  }
  return parts.join(", ");
}

/**
 * The value of a cell, or the word for its state.
 * @param {Cell} cell
 */
export const cellWords = (cell) => cell.says ?? cell.state;

/**
 * What is enough instead of a requirement: "if Price could be up to 12 EUR".
 * @param {Change} change
 * @param {Knowledge} knowledge
 */
export function changeWords({ assessment: { requirement }, enough }, knowledge) {
  const name = knowledge.property(requirement.property ?? "").name;
  if (!enough) return `drop “${name}: ${requirement.says}”`;
  const values = enough.values.map((value) => plain(value, knowledge.property(enough.property)));
  return `${name}: ${`${OPERATORS[enough.operator]} ${listed(values, "or")}`.trim()} instead of ${requirement.says}`;
}

/**
 * @param {string} value
 * @param {import("../reasoning/knowledge.js").Property} property
 */
function plain(value, { sort }) {
  if (sort === "term" || sort === "level") return value.replaceAll("-", " ").replace("..", " to ");
  return value.replace(/^(-?)(\d{5,})/, (_, minus, digits) => minus + digits.replace(/\B(?=(\d{3})+$)/g, "\u202f"));
}

/**
 * Who asks for something.
 * @param {Raiser} raiser
 * @param {Knowledge} knowledge
 */
export function raiserWords({ voice, thing, answer }, knowledge) {
  if (voice === "need") return knowledge.needs.get(thing)?.name ?? thing;
  if (voice === "reader") return "your own order";
  const question = knowledge.questions.get(thing);
  return `${question?.name}: ${question?.answers.find((each) => each.id === answer)?.says}`;
}

/**
 * How firm a share is, in a word.
 * @param {number} share
 */
export function firmness(share) {
  if (share >= 0.9) return "firm";
  if (share >= 2 / 3) return "fairly firm";
  return share >= 0.5 ? "weak" : "open";
}
