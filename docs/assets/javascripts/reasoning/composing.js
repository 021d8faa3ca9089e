// @ts-check
// One inside another, where they do better than either alone; the twin of reasoning/combinations.py.
import { FITS, MAY_FIT, byId, place, withTruth } from "./sorting.js";
import { UNCERTAIN } from "./truth.js";

/**
 * @typedef {import("./profiles.js").Demand} Demand
 * @typedef {import("./requirements.js").Judge} Judge
 * @typedef {import("./sorting.js").Placed} Placed
 * @typedef {{inner: string, outer: string, placed: Placed, alone: [Placed, Placed]}} Combination
 */

/** @param {Placed} placed */
const rank = ({ standing }) => [MAY_FIT, FITS].findIndex((each) => each === standing) + 1;

/**
 * The pairs that stand better than both of their sides: those that fit first, then by what is open.
 * @param {Demand[]} demands
 * @param {Judge} judge
 * @returns {Combination[]}
 */
export function combinationsFor(demands, judge) {
  /** @type {Combination[]} */
  const found = judge.knowledge.data.composed.map(([inner, outer]) => ({
    inner,
    outer,
    placed: place(`${inner}+${outer}`, demands, judge),
    alone: [place(inner, demands, judge), place(outer, demands, judge)],
  }));
  const better = found.filter(({ placed, alone }) => rank(placed) > Math.max(...alone.map(rank)));
  return better.sort((one, other) => byStanding(one.placed, other.placed));
}

/**
 * @param {Placed} one
 * @param {Placed} other
 */
function byStanding(one, other) {
  const open = withTruth(one, UNCERTAIN).length - withTruth(other, UNCERTAIN).length;
  return rank(other) - rank(one) || open || byId(one.subject, other.subject);
}
