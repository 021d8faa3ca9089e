// @ts-check
// The question that splits the survivors most, and the facts that could change the answer; the twin of
// reasoning/asking.py.
import { MAY_FIT, byId, withTruth } from "./sorting.js";
import { MET, UNCERTAIN, allOf } from "./truth.js";

/**
 * @typedef {import("./knowledge.js").Question} Question
 * @typedef {import("./requirements.js").Assessment} Assessment
 * @typedef {import("./requirements.js").Judge} Judge
 * @typedef {import("./ranking.js").Ranked} Ranked
 * @typedef {import("./sorting.js").Placed} Placed
 * @typedef {{answer: string, fits: number, mayFit: number}} AnswerEffect
 * @typedef {{question: string, answers: AnswerEffect[], expectedLeft: number}} Split
 *   ``expectedLeft``: survivors left on average, an answer being as likely as the share of them that it leaves
 * @typedef {{subject: string, property: string, assessments: Assessment[], alone: boolean}} OpenFact
 */

/**
 * The questions that would change something for the survivors, the one that leaves fewest on average first.
 * @param {Question[]} questions
 * @param {Placed[]} survivors
 * @param {Judge} judge
 * @returns {Split[]}
 */
export function nextQuestions(questions, survivors, judge) {
  const splits = questions.flatMap((question) => splitBy(question, survivors, judge) ?? []);
  return splits.sort(
    (one, other) =>
      one.expectedLeft - other.expectedLeft || unsettled(one) - unsettled(other) || byId(one.question, other.question),
  );
}

/** @param {Split} split */
const unsettled = (split) => split.answers.reduce((sum, each) => sum + each.mayFit, 0);

/**
 * What each answer would leave of the survivors, whether or not that changes anything.
 * @param {Question} question
 * @param {Placed[]} survivors
 * @param {Judge} judge
 * @returns {{answers: AnswerEffect[], changed: boolean}}
 */
export function effectsOf(question, survivors, judge) {
  const now = survivors.map((one) => allOf(one.assessments.map((each) => each.truth)));
  let changed = false;
  const answers = question.answers.map((answer) => {
    const effect = { answer: answer.id, fits: 0, mayFit: 0 };
    survivors.forEach(({ subject }, index) => {
      const asked = (answer.requires ?? []).map((requirement) => judge.assess(requirement, subject).truth);
      const after = allOf([now[index], ...asked]);
      changed = changed || after !== now[index];
      effect.fits += Number(after === MET);
      effect.mayFit += Number(after === UNCERTAIN);
    });
    return effect;
  });
  return { answers, changed };
}

/**
 * @param {Question} question
 * @param {Placed[]} survivors
 * @param {Judge} judge
 * @returns {Split | null}
 */
function splitBy(question, survivors, judge) {
  const { answers, changed } = effectsOf(question, survivors, judge);
  if (!changed) return null;
  const left = answers.map((each) => each.fits + each.mayFit);
  const whole = left.reduce((sum, each) => sum + each, 0);
  const squares = left.reduce((sum, each) => sum + each * each, 0);
  return { question: question.id, answers, expectedLeft: whole ? squares / whole : 0 };
}

/**
 * The cells that keep candidates from being placed, those that decide alone first, then those that could change the
 * order.
 * @param {Placed[]} placed
 * @param {Ranked[]} order
 * @returns {OpenFact[]}
 */
export function openFacts(placed, order) {
  const deciding = placed.filter((each) => each.standing === MAY_FIT).flatMap(keepingOpen);
  const ordering = order.flatMap(({ subject, unknown }) =>
    unknown.map((property) => ({ subject, property, assessments: [], alone: false })),
  );
  return [...deciding.filter((each) => each.alone), ...deciding.filter((each) => !each.alone), ...ordering];
}

/**
 * @param {Placed} placed
 * @returns {OpenFact[]}
 */
function keepingOpen(placed) {
  /** @type {Map<string, Assessment[]>} */
  const cells = new Map();
  for (const assessment of withTruth(placed, UNCERTAIN)) {
    const property = assessment.cell?.property;
    if (property !== undefined) cells.set(property, [...(cells.get(property) ?? []), assessment]);
  }
  const alone = cells.size === 1;
  return [...cells].map(([property, assessments]) => ({ subject: placed.subject, property, assessments, alone }));
}
