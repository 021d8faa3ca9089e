// @ts-check
// The order by priorities: the first decides, the next only between those that the first leaves equal; the twin of
// reasoning/ranking.py, which says why.
import { byId } from "./sorting.js";

/**
 * @typedef {import("./criteria.js").Criterion} Criterion
 * @typedef {import("./criteria.js").Goodness} Goodness
 * @typedef {{subject: string, rank: number, counts: number[], unknown: string[]}} Ranked
 */

/**
 * The candidates in the order of the criteria, those equal on all by id; without criteria all are equal.
 * @param {string[]} candidates
 * @param {Criterion[]} criteria
 * @returns {Ranked[]}
 */
export function orderBy(candidates, criteria) {
  const columns = criteria.map((criterion) => countsOf(criterion.goodness));
  const rows = candidates.map((subject, index) => ({
    subject,
    counts: columns.map((column) => column[index]),
    unknown: criteria.filter((each) => each.goodness[index] === null).map((each) => each.property),
  }));
  rows.sort((one, other) => byCounts(one.counts, other.counts) || byId(one.subject, other.subject));
  /** @type {Ranked[]} */
  const order = [];
  rows.forEach((row, place) => {
    const last = order.at(-1);
    const level = last !== undefined && byCounts(last.counts, row.counts) === 0;
    order.push({ ...row, rank: level ? last.rank : place + 1 });
  });
  return order;
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function byCounts(one, other) {
  const index = one.findIndex((count, position) => count !== other[position]);
  return index < 0 ? 0 : one[index] - other[index];
}

/**
 * For each candidate, how many are certainly better less how many are certainly worse.
 * @param {(Goodness | null)[]} goodness
 */
function countsOf(goodness) {
  const known = goodness.filter((each) => each !== null);
  const worsts = Float64Array.from(known, ([worst]) => worst).sort();
  const bests = Float64Array.from(known, ([, best]) => best).sort();
  return goodness.map((each) => (each ? worsts.length - notAbove(worsts, each[1]) - under(bests, each[0]) : 0));
}

/**
 * How many of the rising numbers are at most a number.
 * @param {Float64Array} rising
 * @param {number} number
 */
export function notAbove(rising, number) {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How many of the rising numbers are below a number.
 * @param {Float64Array} rising
 * @param {number} number
 */
function under(rising, number) {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
