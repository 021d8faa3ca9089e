// @ts-check
// In which share of all weightings and values within the evidence each rank is reached; the twin of
// reasoning/robustness.py, which names the method and fixes the order of draws.
import { Draws } from "./drawing.js";
import { notAbove } from "./ranking.js";

/**
 * @typedef {import("./criteria.js").Criterion} Criterion
 * @typedef {import("./criteria.js").Goodness} Goodness
 * @typedef {{draws: number, seed: number, acceptability: number[][], ahead: number[]}} Robustness
 */

export const SEED = 20261123;
const BUDGET = 30000;
const MOST_DRAWS = 1000;
const LEAST_DRAWS = 100;
export const MOST_CANDIDATES = 60;

/**
 * How many draws are made: 1000 for few candidates, fewer for many, at least 100.
 * @param {number} candidates
 * @param {number} criteria
 */
export function drawsFor(candidates, criteria) {
  const affordable = Math.floor(BUDGET / Math.max(1, candidates * criteria));
  return Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, affordable));
}

/**
 * How robust the ranks of the candidates are, or null where there is nothing to compare them by, one candidate alone,
 * or more than can be told apart.
 * @param {Criterion[]} criteria  with goodness in the order in which the candidates are ranked
 * @param {number} candidates
 * @param {number} [seed]
 * @returns {Robustness | null}
 */
export function sampleRanks(criteria, candidates, seed = SEED) {
  const columns = criteria.filter(({ goodness }) => goodness.some(Boolean)).map((criterion) => new Column(criterion));
  if (candidates < 2 || candidates > MOST_CANDIDATES || columns.length === 0) return null;
  const draws = drawsFor(candidates, columns.length);
  const source = new Draws(seed);
  const reached = Array.from({ length: candidates }, () => new Array(candidates).fill(0));
  const ahead = new Array(candidates - 1).fill(0);
  for (let draw = 0; draw < draws; draw += 1) count(totalsOf(columns, candidates, source), reached, ahead);
  const shares = reached.map((row) => row.map((times) => times / draws));
  return { draws, seed, acceptability: shares, ahead: ahead.map((times) => times / draws) };
}

/**
 * @param {Float64Array} totals
 * @param {number[][]} reached
 * @param {number[]} ahead
 */
function count(totals, reached, ahead) {
  const rising = totals.slice().sort();
  totals.forEach((total, index) => {
    reached[index][totals.length - notAbove(rising, total)] += 1;
    if (index > 0 && totals[index - 1] >= total) ahead[index - 1] += 1;
  });
}

/**
 * @param {Column[]} columns
 * @param {number} candidates
 * @param {Draws} source
 */
function totalsOf(columns, candidates, source) {
  const weights = source.weights(columns.length);
  const totals = new Float64Array(candidates);
  columns.forEach((column, position) => {
    const utilities = column.utilities(source);
    for (let index = 0; index < candidates; index += 1) totals[index] += weights[position] * utilities[index];
  });
  return totals;
}

/** One criterion, ready for drawing. */
class Column {
  /** @param {Criterion} criterion */
  constructor({ goodness, stepped }) {
    const ends = goodness.flatMap((each) => each ?? []).filter(Number.isFinite);
    this.stepped = stepped;
    this.low = ends.length ? Math.min(...ends) : 0;
    this.high = ends.length ? Math.max(...ends) : 0;
    this.spans = goodness.map((each) => this.span(each));
  }

  /**
   * Where a candidate's values begin, and how wide they range.
   * @param {Goodness | null} goodness
   */
  span(goodness) {
    if (goodness === null) return [this.low, this.high - this.low];
    const worst = goodness[0] === -Infinity ? this.low : goodness[0];
    const best = goodness[1] === Infinity ? this.high : goodness[1];
    return [worst, best - worst];
  }

  /**
   * A drawn utility between 0 and 1 for each candidate's drawn value.
   * @param {Draws} source
   */
  utilities(source) {
    const values = new Float64Array(this.spans.length);
    this.spans.forEach(([low, width], index) => {
      if (width === 0) values[index] = low;
      else values[index] = low + (this.stepped ? Math.trunc(source.next() * (width + 1)) : source.next() * width);
    });
    const distinct = distinctOf(values);
    const rising = source.spaced(distinct.length);
    return values.map((value) => rising[notAbove(distinct, value) - 1]);
  }
}

/**
 * The different numbers in rising order.
 * @param {Float64Array} values
 */
function distinctOf(values) {
  const rising = values.slice().sort();
  return rising.filter((value, index) => index === 0 || value !== rising[index - 1]);
}
