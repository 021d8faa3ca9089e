// @ts-check
// What the reader has said so far, each answer with a way to change it.
import { make } from "../elements.js";
import { UNSURE, pastOf, statusOf } from "./state.js";

/**
 * @typedef {import("./interactive.js").Guide} Guide
 * @typedef {import("../reasoning/knowledge.js").Question} Question
 */

/**
 * @param {Guide} guide
 * @returns {Node[]}
 */
export function said(guide) {
  const { state, knowledge, found } = guide;
  const open = found.questions.filter(({ question }) => statusOf(state, question) === "").length;
  const left = make("p", { class: "guide-left" }, leftWords(open));
  const past = pastOf(state).flatMap((id) => knowledge.questions.get(id) ?? []);
  if (past.length === 0) return [left];
  const lines = past.map((question) => line(guide, question, statusOf(state, question.id)));
  return [left, make("h3", {}, "Your answers"), make("ul", { class: "guide-answers" }, lines)];
}

/**
 * @param {Guide} guide
 * @param {Question} question
 * @param {string} status
 */
function line(guide, question, status) {
  const answer = question.answers.find((each) => each.id === status);
  const says = answer?.says ?? (status === UNSURE ? "not known" : "skipped");
  const change = make(
    "button",
    {
      type: "button",
      class: "guide-link",
      "data-key": `change-${question.id}`,
      onclick: () => guide.questions.go(question.id),
    },
    "Change",
    make("span", { class: "guide-spoken" }, ` the answer about ${question.name}`),
  );
  return make(
    "li",
    {},
    make("span", { class: "guide-answer" }, make("strong", {}, `${question.name}: `), says),
    change,
  );
}

/** @param {number} left */
function leftWords(left) {
  if (left === 0) return "";
  return left === 1 ? "One question would still change something." : `${left} questions would still change something.`;
}
