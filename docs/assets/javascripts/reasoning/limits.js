// @ts-check
// A condition as numbers, and what a range of values says of it; the twin of reasoning/limits.py.
import { MET, NOT_MET, UNCERTAIN, agreement, negated } from "./truth.js";

/**
 * @typedef {import("./truth.js").Truth} Truth
 * @typedef {import("./knowledge.js").Range} Range
 * @typedef {import("./knowledge.js").Property} Property
 * @typedef {import("./knowledge.js").Requirement} Requirement
 * @typedef {{operator: string, sort: string, many: boolean, ranges: Range[], words: string[], bound: number}} Limit
 */

const TOLERANCE = 1e-9;
export const PARTIAL_RANK = 1;

/**
 * The limit that a requirement sets.
 * @param {Requirement} requirement
 * @param {Property} property
 * @returns {Limit}
 */
export function limitOf(requirement, property) {
  const operator = requirement.operator ?? "=";
  const ranges = requirement.ranges ?? [];
  const [low, high] = ranges[0] ?? [0, 0];
  const bound = (operator === "<" || operator === ">=" ? low : high) ?? 0;
  return { operator, sort: property.sort, many: property.many ?? false, ranges, words: requirement.words ?? [], bound };
}

/**
 * Whether two numbers are equal but for rounding.
 * @param {number} one
 * @param {number} other
 */
export const same = (one, other) => Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));

/**
 * What a range of possible values says of a limit: met or not met only if every value in it agrees.
 * @param {Limit} limit
 * @param {Range} range
 * @returns {Truth}
 */
export function truthOfRange(limit, range) {
  if (limit.sort === "flag") return agreement(ranksOf(range).map((rank) => truthOfFlag(limit, rank)));
  if (limit.operator === "=" || limit.operator === "!=") {
    const inside = insideAny(limit, range);
    return limit.operator === "=" ? inside : negated(inside);
  }
  return ordered(limit, range);
}

/**
 * What a cell's terms say of a limit; where several may hold at once, one wanted term among them is enough.
 * @param {Limit} limit
 * @param {readonly string[]} terms
 * @returns {Truth}
 */
export function truthOfTerms(limit, terms) {
  const hits = terms.map((term) => limit.words.includes(term));
  const single = () => agreement(hits.map((hit) => (hit ? MET : NOT_MET)));
  const verdict = limit.many ? (hits.includes(true) ? MET : NOT_MET) : single();
  return limit.operator === "=" ? verdict : negated(verdict);
}

/**
 * What free words say of a limit: the same words decide, different words may mean the same.
 * @param {Limit} limit
 * @param {string} text
 * @returns {Truth}
 */
export function truthOfText(limit, text) {
  const known = limit.words.some((word) => word.toLowerCase() === text.toLowerCase());
  if (!known) return UNCERTAIN;
  return limit.operator === "=" ? MET : NOT_MET;
}

/**
 * The verdict where the property makes no sense.
 * @param {Limit} limit
 * @returns {Truth}
 */
export function truthOfNothing(limit) {
  if (limit.operator === "!=") return MET;
  if (limit.sort === "quantity") return UNCERTAIN;
  return limit.sort === "flag" ? truthOfFlag(limit, 0) : NOT_MET;
}

/**
 * @param {Limit} limit
 * @param {number} rank
 * @returns {Truth}
 */
function truthOfFlag(limit, rank) {
  const partial = rank === PARTIAL_RANK;
  if (limit.operator === "=" || limit.operator === "!=") {
    const wanted = limit.ranges.map(([low]) => low);
    if (partial && !wanted.includes(PARTIAL_RANK)) return UNCERTAIN;
    return wanted.includes(rank) === (limit.operator === "=") ? MET : NOT_MET;
  }
  const verdict = ordered(limit, [rank, rank]);
  const inclusive = limit.operator === "<=" || limit.operator === ">=";
  return partial && verdict === NOT_MET && inclusive ? UNCERTAIN : verdict;
}

/**
 * @param {Limit} limit
 * @param {Range} range
 * @returns {Truth}
 */
function ordered(limit, range) {
  if (limit.operator === "<" || limit.operator === "<=") return below(range, limit.bound, limit.operator === "<=");
  return negated(below(range, limit.bound, limit.operator === ">"));
}

/**
 * @param {Range} range
 * @param {number} bound
 * @param {boolean} inclusive
 * @returns {Truth}
 */
function below([low, high, lowOpen, highOpen], bound, inclusive) {
  if (high !== null && keeps(high, Boolean(highOpen), bound, inclusive)) return MET;
  if (low !== null && passes(low, Boolean(lowOpen), bound, inclusive)) return NOT_MET;
  return UNCERTAIN;
}

/**
 * @param {number} high
 * @param {boolean} open
 * @param {number} bound
 * @param {boolean} inclusive
 */
const keeps = (high, open, bound, inclusive) => (same(high, bound) ? inclusive || open : high < bound);

/**
 * @param {number} low
 * @param {boolean} open
 * @param {number} bound
 * @param {boolean} inclusive
 */
const passes = (low, open, bound, inclusive) => (same(low, bound) ? open || !inclusive : low > bound);

/**
 * @param {Limit} limit
 * @param {Range} range
 * @returns {Truth}
 */
function insideAny(limit, range) {
  if (limit.sort === "level") return agreement(ranksOf(range).map((rank) => (covered(limit, rank) ? MET : NOT_MET)));
  const each = limit.ranges.map((wanted) => inside(range, wanted));
  if (each.includes(MET)) return MET;
  return each.includes(UNCERTAIN) ? UNCERTAIN : NOT_MET;
}

/**
 * @param {Limit} limit
 * @param {number} rank
 */
const covered = (limit, rank) => limit.ranges.some(([low, high]) => (low ?? 0) <= rank && rank <= (high ?? 0));

/**
 * @param {Range} range
 * @param {Range} wanted
 * @returns {Truth}
 */
function inside(range, [low, high]) {
  const above = negated(below(range, low ?? 0, false));
  const under = below(range, high ?? 0, true);
  return above < under ? above : under;
}

/**
 * @param {Range} range
 * @returns {number[]}
 */
export function ranksOf([low, high]) {
  const first = Math.trunc(low ?? 0);
  return Array.from({ length: Math.max(0, Math.trunc(high ?? 0) - first + 1) }, (_, index) => first + index);
}
