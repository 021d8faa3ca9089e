// @ts-check
// What is asked for in a situation; the twin of reasoning/profiles.py.
import { found } from "./knowledge.js";
import { conditionText } from "./requirements.js";

/**
 * @typedef {import("./knowledge.js").Knowledge} Knowledge
 * @typedef {import("./knowledge.js").Asked} Asked
 * @typedef {import("./knowledge.js").Requirement} Requirement
 * @typedef {{voice: "need" | "answer" | "reader", thing: string, answer: string}} Raiser
 * @typedef {{requirement: Requirement, raisedBy: Raiser[]}} Demand
 * @typedef {{property: string, raisedBy: Raiser[]}} Priority
 * @typedef {{demands: Demand[], priorities: Priority[]}} Profile
 * @typedef {{
 *   need: string, answers: [string, string][], requires: Requirement[], prefers: string[], candidates: string[],
 * }} Situation
 */

/**
 * What a situation asks for, each requirement and priority once.
 * @param {Knowledge} knowledge
 * @param {Situation} situation
 * @returns {Profile}
 */
export function collect(knowledge, situation) {
  /** @type {Map<string, Demand>} */
  const demands = new Map();
  /** @type {Map<string, Priority>} */
  const priorities = new Map();
  /** @type {Raiser} */
  const own = { voice: "reader", thing: "", answer: "" };
  prefer(priorities, situation.prefers, own);
  for (const [raiser, asked] of raised(knowledge, situation)) {
    require(demands, asked.requires ?? [], raiser);
    prefer(priorities, asked.prefers ?? [], raiser);
  }
  require(demands, situation.requires, own);
  return { demands: [...demands.values()], priorities: [...priorities.values()] };
}

/**
 * @param {Knowledge} knowledge
 * @param {Situation} situation
 * @returns {[Raiser, Asked][]}
 */
function raised(knowledge, situation) {
  /** @type {[Raiser, Asked][]} */
  const all = [];
  if (situation.need) {
    all.push([
      { voice: "need", thing: situation.need, answer: "" },
      found(knowledge.needs.get(situation.need), situation.need),
    ]);
  }
  for (const [thing, answer] of situation.answers) {
    const question = found(knowledge.questions.get(thing), thing);
    const asked = question.answers.find((each) => each.id === answer);
    all.push([{ voice: "answer", thing, answer }, found(asked, answer)]);
  }
  return all;
}

/**
 * @param {Map<string, Demand>} demands
 * @param {Requirement[]} requires
 * @param {Raiser} raiser
 */
function require(demands, requires, raiser) {
  for (const requirement of requires) {
    const key = conditionText(requirement);
    const known = demands.get(key);
    if (known) known.raisedBy.push(raiser);
    else demands.set(key, { requirement, raisedBy: [raiser] });
  }
}

/**
 * @param {Map<string, Priority>} priorities
 * @param {string[]} properties
 * @param {Raiser} raiser
 */
function prefer(priorities, properties, raiser) {
  for (const property of properties) {
    const known = priorities.get(property);
    if (known) known.raisedBy.push(raiser);
    else priorities.set(property, { property, raisedBy: [raiser] });
  }
}
