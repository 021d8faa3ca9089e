// @ts-check
// Where things are on the site, from the page of the guide.

/**
 * @typedef {import("../reasoning/knowledge.js").Knowledge} Knowledge
 * @typedef {import("../reasoning/knowledge.js").Cell} Cell
 */

const ROOT = "../";

/**
 * @param {Knowledge} knowledge
 * @param {string} subject
 */
export function subjectAddress(knowledge, subject) {
  const row = knowledge.rows.get(subject);
  const { levels, subjects, others } = knowledge.data;
  const folder = row === undefined ? others[subject]?.[1] : levels[subjects[row][2]].folder;
  return `${ROOT}${folder}/${subject}.html`;
}

/**
 * The place of the first fact behind a cell, or where the subject's page says that nothing is known.
 * @param {Knowledge} knowledge
 * @param {Cell} cell
 */
export function evidenceAddress(knowledge, { subject, property, fact }) {
  if (!fact) return `${subjectAddress(knowledge, subject)}#${property}`;
  const [holder, number] = fact.length === 1 ? [subject, fact[0]] : fact;
  return `${subjectAddress(knowledge, holder)}#${property}-${number}`;
}

/**
 * @param {Knowledge} knowledge
 * @param {string} property
 */
export const propertyAddress = (knowledge, property) => `${ROOT}${knowledge.data.propertyFolder}/${property}.html`;
