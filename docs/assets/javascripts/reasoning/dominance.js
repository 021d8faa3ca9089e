// @ts-check
// Who is at least as good on everything that matters and better on something; the twin of reasoning/dominance.py.
import { byId } from "./sorting.js";

/**
 * @typedef {import("./criteria.js").Criterion} Criterion
 * @typedef {import("./criteria.js").Goodness} Goodness
 * @typedef {[string, string]} Pair  better, worse
 * @typedef {{pairs: Pair[], steps: Pair[]}} Dominance
 */

/**
 * The dominance among candidates over all criteria; without criteria there is none.
 * @param {string[]} candidates
 * @param {Criterion[]} criteria
 * @returns {Dominance}
 */
export function dominanceAmong(candidates, criteria) {
  /** @type {Map<string, Goodness[]>} */
  const rows = new Map();
  candidates.forEach((subject, index) => {
    const row = criteria.map((criterion) => criterion.goodness[index]);
    if (criteria.length && row.every((each) => each !== null)) rows.set(subject, /** @type {Goodness[]} */ (row));
  });
  /** @type {Map<string, Set<string>>} */
  const worse = new Map();
  for (const [one, mine] of rows) {
    const beaten = [...rows].filter(([other, theirs]) => other !== one && dominates(mine, theirs));
    worse.set(one, new Set(beaten.map(([other]) => other)));
  }
  return { pairs: pairsOf(worse, () => true), steps: pairsOf(worse, (one, other) => isStep(worse, one, other)) };
}

/**
 * @param {Goodness[]} mine
 * @param {Goodness[]} theirs
 */
function dominates(mine, theirs) {
  if (mine.some(([worst], index) => worst < theirs[index][1])) return false;
  return mine.some(([worst], index) => worst > theirs[index][1]);
}

/**
 * Whether a pair does not follow from two others; dominance is transitive, so one candidate between is enough.
 * @param {Map<string, Set<string>>} worse
 * @param {string} one
 * @param {string} other
 */
function isStep(worse, one, other) {
  return ![...(worse.get(one) ?? [])].some((between) => worse.get(between)?.has(other));
}

/**
 * @param {Map<string, Set<string>>} worse
 * @param {(one: string, other: string) => boolean} kept
 * @returns {Pair[]}
 */
function pairsOf(worse, kept) {
  /** @type {Pair[]} */
  const pairs = [];
  for (const one of [...worse.keys()].sort(byId)) {
    for (const other of [...(worse.get(one) ?? [])].sort(byId)) if (kept(one, other)) pairs.push([one, other]);
  }
  return pairs;
}
