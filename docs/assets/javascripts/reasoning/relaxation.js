// @ts-check
// The smallest change of requirements that would let a ruled-out candidate in; the twin of reasoning/relaxation.py.
import { isKnown } from "./knowledge.js";
import { limitOf, ranksOf, same, truthOfRange } from "./limits.js";
import { formatNumber } from "./numbers.js";
import { withTruth } from "./sorting.js";
import { MET, NOT_MET, UNCERTAIN } from "./truth.js";

/**
 * @typedef {import("./knowledge.js").Knowledge} Knowledge
 * @typedef {import("./knowledge.js").Cell} Cell
 * @typedef {import("./knowledge.js").Property} Property
 * @typedef {import("./knowledge.js").Requirement} Requirement
 * @typedef {import("./requirements.js").Assessment} Assessment
 * @typedef {import("./sorting.js").Placed} Placed
 * @typedef {{property: string, operator: string, values: string[]}} Enough
 * @typedef {{assessment: Assessment, enough: Enough | null}} Change  without ``enough``, it has to be dropped
 * @typedef {{subject: string, changes: Change[], thenOpen: Assessment[]}} Relaxation
 */

const FLAGS = ["no", "partial", "yes"];

/**
 * The smallest change that would let a candidate in; one that is not ruled out needs none.
 * @param {Placed} placed
 * @param {Knowledge} knowledge
 * @returns {Relaxation}
 */
export function relaxationOf(placed, knowledge) {
  const changes = withTruth(placed, NOT_MET).map((each) => ({ assessment: each, enough: enoughFor(each, knowledge) }));
  return { subject: placed.subject, changes, thenOpen: withTruth(placed, UNCERTAIN) };
}

/**
 * @param {Assessment} assessment
 * @param {Knowledge} knowledge
 * @returns {Enough | null}
 */
function enoughFor({ requirement, cell }, knowledge) {
  if (requirement.property === undefined || !cell || !isKnown(cell) || requirement.operator === "!=") return null;
  const property = knowledge.property(requirement.property);
  const eased =
    requirement.operator === "=" ? widened(requirement, cell, property) : bounded(requirement, cell, property);
  return eased && permitsAll(eased, requirement, property) ? null : eased;
}

/**
 * @param {Requirement} requirement
 * @param {Cell} cell
 * @param {Property} property
 * @returns {Enough | null}
 */
function widened(requirement, cell, property) {
  const added = allOf(cell, property);
  if (added.length === 0) return null;
  return { property: property.id, operator: "=", values: [...(requirement.values ?? []), ...added] };
}

/**
 * @param {Requirement} requirement
 * @param {Cell} cell
 * @param {Property} property
 * @returns {Enough | null}
 */
function bounded(requirement, cell, property) {
  const below = requirement.operator === "<" || requirement.operator === "<=";
  const end = cell.range?.[below ? 1 : 0] ?? null;
  return end === null ? null : bound(requirement, end, property);
}

/**
 * Whether a condition excludes no step of a scale, so that it might as well be dropped.
 * @param {Enough} enough
 * @param {Requirement} requirement
 * @param {Property} property
 */
function permitsAll({ operator, values }, requirement, property) {
  const names = property.sort === "flag" ? FLAGS : (property.levels ?? []);
  const asked = operator === "=" ? (requirement.ranges ?? []) : [];
  const ranges = [...asked, ...values.map(rankRange(names))];
  if (property.sort === "flag" && operator === "=") return [0, 2].every((rank) => ranges.some(([low]) => low === rank));
  const limit = limitOf({ text: "", operator, ranges }, property);
  return names.length > 0 && names.every((_, rank) => truthOfRange(limit, [rank, rank]) === MET);
}

/**
 * @param {string[]} names
 * @returns {(name: string) => import("./knowledge.js").Range}
 */
const rankRange = (names) => (name) => [names.indexOf(name), names.indexOf(name)];

/**
 * @param {Requirement} requirement
 * @param {number} end
 * @param {Property} property
 * @returns {Enough | null}
 */
function bound(requirement, end, property) {
  const operator = `${requirement.operator?.[0]}=`;
  if (requirement.unit !== undefined && property.units) {
    const number = formatNumber(roundedAway(end / (property.units[requirement.unit] || 1), operator === "<="));
    const shown = requirement.unit === "us" ? "µs" : requirement.unit;
    return { property: property.id, operator, values: [`${number} ${shown}`.trimEnd()] };
  }
  const value = step(end, property);
  return value === null ? null : { property: property.id, operator, values: [value] };
}

/**
 * The next number with three significant digits that is not below (``up``), or not above, a number.
 * @param {number} number
 * @param {boolean} up
 */
export function roundedAway(number, up) {
  const [mantissa, exponent] = number.toExponential(2).split("e");
  const near = Number(`${mantissa}e${exponent}`);
  if (same(near, number) || near > number === up) return near;
  if (!up && mantissa === "1.00") return Number(`9.99e${Number(exponent) - 1}`);
  return Number(`${(Number(mantissa) + (up ? 0.01 : -0.01)).toFixed(2)}e${exponent}`);
}

/**
 * @param {number} rank
 * @param {Property} property
 */
function step(rank, { sort, levels }) {
  if (sort === "flag") return FLAGS[Math.trunc(rank)];
  return sort === "level" && levels ? levels[Math.trunc(rank)] : null;
}

/**
 * The alternatives that cover a cell, or nothing for sorts in which they cannot be listed.
 * @param {Cell} cell
 * @param {Property} property
 * @returns {string[]}
 */
function allOf(cell, property) {
  if (property.sort === "term") return (cell.terms ?? []).slice(0, property.many ? 1 : undefined);
  if (property.sort !== "flag" && property.sort !== "level") return [];
  return ranksOf(cell.range ?? [0, 0]).flatMap((rank) => step(rank, property) ?? []);
}
