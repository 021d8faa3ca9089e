// @ts-check
// Hard requirements sort subjects into those that fit, those that may, and those ruled out; the twin of
// reasoning/sorting.py.
import { allOf } from "./truth.js";

/**
 * @typedef {import("./requirements.js").Assessment} Assessment
 * @typedef {import("./requirements.js").Judge} Judge
 * @typedef {import("./profiles.js").Demand} Demand
 * @typedef {"fits" | "may-fit" | "ruled-out"} Standing
 * @typedef {{subject: string, standing: Standing, assessments: Assessment[]}} Placed
 */

export const FITS = "fits";
export const MAY_FIT = "may-fit";
export const RULED_OUT = "ruled-out";

/** @type {Readonly<Record<import("./truth.js").Truth, Standing>>} */
const STANDING = { 0: RULED_OUT, 1: MAY_FIT, 2: FITS };

/**
 * Where a subject stands: ruled out by any demand not met, fitting only if all are met.
 * @param {string} subject
 * @param {Demand[]} demands
 * @param {Judge} judge
 * @returns {Placed}
 */
export function place(subject, demands, judge) {
  const assessments = demands.map((demand) => judge.assess(demand.requirement, subject));
  return { subject, standing: STANDING[allOf(assessments.map((each) => each.truth))], assessments };
}

/**
 * The assessments with a verdict.
 * @param {Placed} placed
 * @param {import("./truth.js").Truth} truth
 */
export const withTruth = (placed, truth) => placed.assessments.filter((each) => each.truth === truth);

/**
 * Ids in the order of their characters.
 * @param {string} one
 * @param {string} other
 */
export const byId = (one, other) => (one < other ? -1 : Number(one > other));
