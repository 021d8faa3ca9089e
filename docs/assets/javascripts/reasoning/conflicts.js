// @ts-check
// Requirements that cannot hold together, and those that leave nobody together; the twin of reasoning/conflicts.py.
import { combinations } from "./combinations.js";
import { limitOf, truthOfRange, truthOfTerms } from "./limits.js";
import { MET, NOT_MET } from "./truth.js";

/**
 * @typedef {import("./knowledge.js").Knowledge} Knowledge
 * @typedef {import("./knowledge.js").Property} Property
 * @typedef {import("./limits.js").Limit} Limit
 * @typedef {import("./profiles.js").Demand} Demand
 * @typedef {import("./sorting.js").Placed} Placed
 * @typedef {{kind: "contradiction" | "nobody", demands: Demand[]}} Conflict
 */

const EXACT_UP_TO = 3;

/**
 * Each smallest set of at most three demands on one property that no value of it can meet.
 * @param {Demand[]} demands
 * @param {Knowledge} knowledge
 * @returns {Conflict[]}
 */
export function contradictions(demands, knowledge) {
  /** @type {Map<string, Demand[]>} */
  const groups = new Map();
  for (const demand of demands) {
    const property = demand.requirement.property;
    if (property !== undefined) groups.set(property, [...(groups.get(property) ?? []), demand]);
  }
  return [...groups].flatMap(([id, group]) => smallest(group, knowledge.property(id)));
}

/**
 * A smallest set of demands that rules everybody out, or null while somebody is left.
 * @param {Demand[]} demands
 * @param {Placed[]} placed
 * @returns {Conflict | null}
 */
export function nobodyLeft(demands, placed) {
  const out = demands.map((_, index) => placed.map((each) => each.assessments[index].truth === NOT_MET));
  const everybody = placed.map((_, row) => row);
  const empties = (/** @type {number[]} */ chosen) => everybody.every((row) => chosen.some((index) => out[index][row]));
  if (placed.length === 0 || !empties([...demands.keys()])) return null;
  const useful = [...demands.keys()].filter((index) => out[index].includes(true));
  for (let size = 1; size <= EXACT_UP_TO; size += 1) {
    for (const chosen of combinations(useful, size)) if (empties(chosen)) return nobody(chosen, demands);
  }
  return nobody(greedy(out, everybody), demands);
}

/**
 * @param {number[]} chosen
 * @param {Demand[]} demands
 * @returns {Conflict}
 */
const nobody = (chosen, demands) => ({ kind: "nobody", demands: chosen.map((index) => demands[index]) });

/**
 * @param {boolean[][]} out
 * @param {number[]} everybody
 */
function greedy(out, everybody) {
  let left = everybody;
  /** @type {number[]} */
  const chosen = [];
  while (left.length) {
    const counts = out.map((rows) => left.filter((row) => rows[row]).length);
    const best = counts.indexOf(Math.max(...counts));
    chosen.push(best);
    left = left.filter((row) => !out[best][row]);
  }
  return chosen.sort((one, other) => one - other);
}

/**
 * @param {Demand[]} group
 * @param {Property} property
 * @returns {Conflict[]}
 */
function smallest(group, property) {
  /** @type {Conflict[]} */
  const known = [];
  for (let size = 1; size <= EXACT_UP_TO; size += 1) {
    for (const chosen of combinations(group, size)) {
      const contained = known.some(({ demands }) => demands.every((demand) => chosen.includes(demand)));
      if (!contained && !possible(chosen, property)) known.push({ kind: "contradiction", demands: chosen });
    }
  }
  return known;
}

/**
 * @param {Demand[]} demands
 * @param {Property} property
 */
function possible(demands, property) {
  const limits = demands.map(({ requirement }) => limitOf(requirement, property));
  if (property.sort === "text" || (property.sort === "term" && property.many)) return wordsPossible(limits);
  if (property.sort === "term") {
    return (property.terms ?? []).some((term) => limits.every((limit) => truthOfTerms(limit, [term]) === MET));
  }
  const points = pointsOf(limits, property);
  return points.some((point) => limits.every((limit) => truthOfRange(limit, [point, point]) === MET));
}

/** @param {Limit[]} limits */
function wordsPossible(limits) {
  const refused = limits.filter(({ operator }) => operator === "!=").flatMap(({ words }) => words);
  const wanted = limits.filter(({ operator }) => operator === "=");
  return wanted.every(({ words }) => words.some((word) => !refused.includes(word)));
}

/**
 * One number for every stretch of the scale on which all limits keep their verdict.
 * @param {Limit[]} limits
 * @param {Property} property
 * @returns {number[]}
 */
function pointsOf(limits, property) {
  if (property.sort === "flag") return [0, 1, 2];
  if (property.sort === "level") return [...(property.levels ?? []).keys()];
  const floor = property.floor ?? null;
  const found = limits.flatMap(({ ranges }) => ranges.flatMap(([low, high]) => [low, high]));
  const ends = [...new Set([...found, floor].filter((end) => end !== null))].sort((one, other) => one - other);
  const between = ends.slice(1).map((end, index) => (ends[index] + end) / 2);
  const [first, last] = [ends[0], ends[ends.length - 1]];
  const around = [first - Math.abs(first) - 1, ...ends, ...between, last + Math.abs(last) + 1];
  return around.filter((point) => floor === null || point >= floor);
}
