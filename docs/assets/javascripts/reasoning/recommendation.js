// @ts-check
// From a situation to a shortlist; the twin of reasoning/recommendation.py.
import { nextQuestions, openFacts } from "./asking.js";
import { contradictions, nobodyLeft } from "./conflicts.js";
import { criteriaOf, mattersOf, prioritiesOf } from "./criteria.js";
import { dominanceAmong } from "./dominance.js";
import { collect } from "./profiles.js";
import { orderBy } from "./ranking.js";
import { relaxationOf } from "./relaxation.js";
import { SEED, sampleRanks } from "./robustness.js";
import { FITS, MAY_FIT, RULED_OUT, byId, place, withTruth } from "./sorting.js";
import { NOT_MET } from "./truth.js";

/**
 * @typedef {import("./profiles.js").Situation} Situation
 * @typedef {import("./profiles.js").Profile} Profile
 * @typedef {import("./requirements.js").Judge} Judge
 * @typedef {import("./sorting.js").Placed} Placed
 * @typedef {import("./ranking.js").Ranked} Ranked
 * @typedef {import("./robustness.js").Robustness} Robustness
 * @typedef {{placed: Placed[], order: Ranked[], robustness: Robustness | null}} Shortlist
 * @typedef {{
 *   situation: Situation, profile: Profile, fits: Shortlist, mayFit: Shortlist, ruledOut: Placed[],
 *   dominance: import("./dominance.js").Dominance, relaxations: import("./relaxation.js").Relaxation[],
 *   openFacts: import("./asking.js").OpenFact[], questions: import("./asking.js").Split[],
 *   conflicts: import("./conflicts.js").Conflict[],
 * }} Recommendation
 */

/**
 * What follows from a situation; throws an error for a need, question or answer that is unknown.
 * @param {Situation} situation
 * @param {Judge} judge
 * @param {number} [seed]
 * @returns {Recommendation}
 */
export function recommend(situation, judge, seed = SEED) {
  const { knowledge } = judge;
  const profile = collect(knowledge, situation);
  const candidates = situation.candidates.length ? situation.candidates : knowledge.subjects;
  const placed = candidates.map((subject) => place(subject, profile.demands, judge));
  const standing = (/** @type {string} */ wanted) => placed.filter((each) => each.standing === wanted);
  const ruledOut = standing(RULED_OUT).sort(byFailures);
  const fits = shortlist(standing(FITS), profile, judge, seed, true);
  const mayFit = shortlist(standing(MAY_FIT), profile, judge, seed, fits.placed.length === 0);
  const survivors = [...fits.placed, ...mayFit.placed];
  const nobody = nobodyLeft(profile.demands, placed);
  return {
    situation,
    profile,
    fits,
    mayFit,
    ruledOut,
    dominance: dominance(survivors, profile, judge),
    relaxations: ruledOut.map((each) => relaxationOf(each, knowledge)),
    openFacts: openFacts(mayFit.placed, fits.order),
    questions: questions(situation, survivors, judge),
    conflicts: [...contradictions(profile.demands, knowledge), ...(nobody ? [nobody] : [])],
  };
}

/**
 * @param {Placed} one
 * @param {Placed} other
 */
function byFailures(one, other) {
  return withTruth(one, NOT_MET).length - withTruth(other, NOT_MET).length || byId(one.subject, other.subject);
}

/**
 * @param {Placed[]} placed
 * @param {Profile} profile
 * @param {Judge} judge
 * @param {number} seed
 * @param {boolean} sampled
 * @returns {Shortlist}
 */
function shortlist(placed, profile, judge, seed, sampled) {
  const priorities = prioritiesOf(profile, judge.knowledge);
  const bySubject = new Map(placed.map((each) => [each.subject, each]));
  const subjects = [...bySubject.keys()];
  const order = orderBy(subjects, criteriaOf(priorities, subjects, judge.knowledge));
  const ranked = order.map((each) => each.subject);
  const criteria = sampled ? criteriaOf(priorities, ranked, judge.knowledge) : [];
  const robustness = sampled ? sampleRanks(criteria, ranked.length, seed) : null;
  return { placed: ranked.flatMap((subject) => bySubject.get(subject) ?? []), order, robustness };
}

/**
 * @param {Placed[]} survivors
 * @param {Profile} profile
 * @param {Judge} judge
 */
function dominance(survivors, profile, judge) {
  const subjects = survivors.map((each) => each.subject).sort(byId);
  return dominanceAmong(subjects, criteriaOf(mattersOf(profile, judge.knowledge), subjects, judge.knowledge));
}

/**
 * @param {Situation} situation
 * @param {Placed[]} survivors
 * @param {Judge} judge
 */
function questions(situation, survivors, judge) {
  const answered = new Set(situation.answers.map(([question]) => question));
  const open = judge.knowledge.data.questions.filter((question) => !answered.has(question.id));
  return nextQuestions(open, survivors, judge);
}
