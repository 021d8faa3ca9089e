// @ts-check
// What is compared, and how good each candidate can be on it; the twin of reasoning/criteria.py.
import { canonical } from "./numbers.js";

/**
 * @typedef {import("./knowledge.js").Knowledge} Knowledge
 * @typedef {import("./knowledge.js").Cell} Cell
 * @typedef {import("./knowledge.js").Property} Property
 * @typedef {import("./profiles.js").Profile} Profile
 * @typedef {[number, number]} Goodness  the worst and the best that the evidence allows; higher is better
 * @typedef {{property: string, stepped: boolean, goodness: (Goodness | null)[]}} Criterion
 */

const ORDERED_SORTS = ["quantity", "level", "flag", "date"];

/**
 * Whether values of a property can be compared as better and worse.
 * @param {Property | undefined} property
 */
export const isOrdered = (property) =>
  property !== undefined && property.better !== "none" && ORDERED_SORTS.includes(property.sort);

/**
 * The properties to order by: the priorities for which one direction is better.
 * @param {Profile} profile
 * @param {Knowledge} knowledge
 */
export function prioritiesOf(profile, knowledge) {
  return profile.priorities.map((each) => each.property).filter((id) => isOrdered(knowledge.properties.get(id)));
}

/**
 * The properties that matter for dominance: the priorities, then those that demands set limits on.
 * @param {Profile} profile
 * @param {Knowledge} knowledge
 */
export function mattersOf(profile, knowledge) {
  const limited = profile.demands.map((demand) => demand.requirement.property ?? "");
  const wanted = new Set([...prioritiesOf(profile, knowledge), ...limited]);
  return [...wanted].filter((id) => isOrdered(knowledge.properties.get(id)));
}

/**
 * A criterion for each property over the candidates.
 * @param {string[]} properties
 * @param {string[]} candidates
 * @param {Knowledge} knowledge
 * @returns {Criterion[]}
 */
export function criteriaOf(properties, candidates, knowledge) {
  return properties.map((id) => {
    const property = knowledge.property(id);
    const goodness = candidates.map((subject) => goodnessOf(knowledge.cell(subject, id), property));
    return { property: id, stepped: property.sort === "level" || property.sort === "flag", goodness };
  });
}

/** @type {WeakMap<Cell, Goodness | null>} */
const known = new WeakMap();

/**
 * How good a cell is at worst and at best, or null where nothing is known or one direction is not better.
 * @param {Cell} cell
 * @param {Property} property
 * @returns {Goodness | null}
 */
export function goodnessOf(cell, property) {
  let goodness = known.get(cell);
  if (goodness === undefined) {
    goodness = workedOut(cell, property);
    known.set(cell, goodness);
  }
  return goodness;
}

/**
 * @param {Cell} cell
 * @param {Property} property
 * @returns {Goodness | null}
 */
function workedOut(cell, property) {
  if (!cell.range || !isOrdered(property)) return null;
  const low = cell.range[0] === null ? -Infinity : canonical(cell.range[0]);
  const high = cell.range[1] === null ? Infinity : canonical(cell.range[1]);
  return property.better === "lower" ? [-high, -low] : [low, high];
}
