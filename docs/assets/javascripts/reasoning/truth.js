// @ts-check
// Truth in three values; the twin of reasoning/truth.py. A number is a rank, from the least true.

/** @typedef {0 | 1 | 2} Truth */

export const NOT_MET = 0;
export const UNCERTAIN = 1;
export const MET = 2;

/** @type {Readonly<Record<Truth, string>>} */
export const WORDS = { 0: "not met", 1: "cannot be confirmed", 2: "met" };

/**
 * The verdict of the opposite requirement.
 * @param {Truth} truth
 * @returns {Truth}
 */
export const negated = (truth) => /** @type {Truth} */ (2 - truth);

/**
 * The verdict on all parts together; of none, it is met.
 * @param {Iterable<Truth>} parts
 * @returns {Truth}
 */
export function allOf(parts) {
  /** @type {Truth} */
  let least = MET;
  for (const part of parts) if (part < least) least = part;
  return least;
}

/**
 * The verdict that all cases share, or that it cannot be confirmed which of them holds.
 * @param {readonly Truth[]} parts
 * @returns {Truth}
 */
export function agreement(parts) {
  return parts.length > 0 && parts.every((part) => part === parts[0]) ? parts[0] : UNCERTAIN;
}
