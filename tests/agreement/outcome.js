// @ts-check
// Runs cases through the twin and puts the outcome into the form of outcome.py.
import { combinationsFor } from "../../docs/assets/javascripts/reasoning/composing.js";
import { Knowledge } from "../../docs/assets/javascripts/reasoning/knowledge.js";
import { recommend } from "../../docs/assets/javascripts/reasoning/recommendation.js";
import { Judge, conditionText, evidenceOf, idOf } from "../../docs/assets/javascripts/reasoning/requirements.js";

/**
 * The outcomes of cases over one body of knowledge.
 * @param {import("../../docs/assets/javascripts/reasoning/knowledge.js").Data} data
 * @param {[import("../../docs/assets/javascripts/reasoning/profiles.js").Situation, number][]} cases
 */
export function outcomesOf(data, cases) {
  const judge = new Judge(new Knowledge(data));
  return cases.map(([situation, seed]) => outcomeOf(recommend(situation, judge, seed), judge));
}

/**
 * @param {import("../../docs/assets/javascripts/reasoning/recommendation.js").Recommendation} found
 * @param {Judge} judge
 */
function outcomeOf(found, judge) {
  const placed = [...found.fits.placed, ...found.mayFit.placed, ...found.ruledOut];
  return {
    standings: placed.map((each) => [each.subject, each.standing]),
    verdicts: placed.map((each) => each.assessments.map((one) => [idOf(one), evidenceOf(one)])),
    fits: shortlist(found.fits),
    may_fit: shortlist(found.mayFit),
    demands: found.profile.demands.map((each) => [conditionText(each.requirement), each.raisedBy.map(raiser)]),
    priorities: found.profile.priorities.map((each) => [each.property, each.raisedBy.map(raiser)]),
    dominance: found.dominance.pairs,
    steps: found.dominance.steps,
    relaxations: found.relaxations.map((each) => [
      each.subject,
      each.changes.map(({ assessment, enough }) => [
        idOf(assessment),
        enough && conditionText({ text: "", ...enough }),
      ]),
      each.thenOpen.map(idOf),
    ]),
    open_facts: found.openFacts.map((each) => [each.subject, each.property, each.assessments.map(idOf), each.alone]),
    questions: found.questions.map((each) => [
      each.question,
      each.answers.map((one) => [one.answer, one.fits, one.mayFit]),
      each.expectedLeft,
    ]),
    combinations: combinationsFor(found.profile.demands, judge).map((each) => [
      each.placed.subject,
      each.placed.standing,
      each.placed.assessments.map((one) => [idOf(one), evidenceOf(one)]),
      each.alone.map((one) => one.standing),
    ]),
    conflicts: found.conflicts.map((each) => [each.kind, each.demands.map((one) => conditionText(one.requirement))]),
  };
}

/** @param {import("../../docs/assets/javascripts/reasoning/recommendation.js").Shortlist} list */
function shortlist({ order, robustness }) {
  return {
    order: order.map((each) => [each.subject, each.rank, each.counts, each.unknown]),
    robustness: robustness && [robustness.draws, robustness.seed, robustness.acceptability, robustness.ahead],
  };
}

/** @param {import("../../docs/assets/javascripts/reasoning/profiles.js").Raiser} raised */
const raiser = ({ voice, thing, answer }) => [voice, thing, answer];
