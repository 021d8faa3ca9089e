// @ts-check
// What the reader has said, and its form in the address.

/**
 * @typedef {import("../reasoning/knowledge.js").Knowledge} Knowledge
 * @typedef {import("../reasoning/profiles.js").Situation} Situation
 * @typedef {{
 *   need: string, answers: Record<string, string>, unsure: string[], skipped: string[], prefers: string[],
 *   level: string, all: boolean, at: string,
 * }} State
 *   ``unsure`` and ``skipped`` are questions; ``at`` is the question shown, or empty for the best one
 */

/**
 * The state before anything is said.
 * @param {Knowledge} knowledge
 * @returns {State}
 */
export function freshState(knowledge) {
  const level = knowledge.data.levels[0]?.id ?? "";
  return { need: "", answers: {}, unsure: [], skipped: [], prefers: [], level, all: false, at: "" };
}

/**
 * The state that an address stands for; names that do not exist (any more) are left out and returned beside it.
 * @param {string} query
 * @param {Knowledge} knowledge
 * @returns {{state: State, dropped: string[]}}
 */
export function readAddress(query, knowledge) {
  const given = new URLSearchParams(query);
  const state = freshState(knowledge);
  /** @type {string[]} */
  const dropped = [];
  const keep = (/** @type {boolean} */ known, /** @type {string} */ name) => known || (dropped.push(name), false);
  const listed = (/** @type {string} */ name) => (given.get(name) ?? "").split(",").filter(Boolean);
  const need = given.get("for") ?? "";
  if (need && keep(knowledge.needs.has(need), need)) state.need = need;
  for (const pair of listed("answers")) {
    const [question, answer] = pair.split(":");
    const known = knowledge.questions.get(question)?.answers.some((each) => each.id === answer);
    if (keep(Boolean(known), pair)) state.answers[question] = answer;
  }
  const questions = (/** @type {string} */ name) =>
    listed(name).filter((each) => keep(knowledge.questions.has(each), each));
  state.unsure = questions("unsure");
  state.skipped = questions("skipped");
  state.prefers = listed("order").filter((each) => keep(knowledge.properties.has(each), each));
  const level = given.get("among") ?? state.level;
  if (
    keep(
      knowledge.data.levels.some((each) => each.id === level),
      level,
    )
  )
    state.level = level;
  state.all = given.get("view") === "all";
  return { state, dropped };
}

/**
 * The query of the address that stands for a state; empty for a fresh one.
 * @param {State} state
 * @param {Knowledge} knowledge
 */
export function addressOf(state, knowledge) {
  const answers = Object.entries(state.answers).map((pair) => pair.join(":"));
  const parts = [
    ["for", state.need],
    ["answers", answers.join(",")],
    ["unsure", state.unsure.join(",")],
    ["skipped", state.skipped.join(",")],
    ["order", state.prefers.join(",")],
    ["among", state.level === freshState(knowledge).level ? "" : state.level],
    ["view", state.all ? "all" : ""],
  ];
  const written = parts.filter(([, value]) => value).map(([name, value]) => `${name}=${value}`);
  return written.length ? `?${written.join("&")}` : "";
}

/**
 * The situation over the candidates of one level.
 * @param {State} state
 * @param {Knowledge} knowledge
 * @param {string} level
 * @returns {Situation}
 */
export function situationOf(state, knowledge, level) {
  const index = knowledge.data.levels.findIndex((each) => each.id === level);
  const candidates = knowledge.data.subjects.filter((each) => each[2] === index).map(([id]) => id);
  return { need: state.need, answers: Object.entries(state.answers), requires: [], prefers: state.prefers, candidates };
}

/**
 * A copy in which a question has an answer, is left open ("unsure", "skipped"), or is not answered ("").
 * @param {State} state
 * @param {string} question
 * @param {string} answer
 * @returns {State}
 */
export function answered(state, question, answer) {
  const without = (/** @type {string[]} */ list) => list.filter((each) => each !== question);
  const answers = { ...state.answers };
  const next = { ...state, answers, unsure: without(state.unsure), skipped: without(state.skipped) };
  delete answers[question];
  if (answer === UNSURE) next.unsure.push(question);
  else if (answer === SKIPPED) next.skipped.push(question);
  else if (answer) answers[question] = answer;
  return next;
}

/** No answer of a question can have these ids, since ids hold no signs but dots and hyphens. */
export const UNSURE = "?";
export const SKIPPED = "~";

/**
 * The answer to a question, or the sign of what became of it; empty where nothing was said.
 * @param {State} state
 * @param {string} question
 */
export function statusOf(state, question) {
  if (question in state.answers) return state.answers[question];
  if (state.unsure.includes(question)) return UNSURE;
  return state.skipped.includes(question) ? SKIPPED : "";
}

/**
 * Questions that were answered or left open.
 * @param {State} state
 */
export const pastOf = (state) => [...Object.keys(state.answers), ...state.unsure, ...state.skipped];
