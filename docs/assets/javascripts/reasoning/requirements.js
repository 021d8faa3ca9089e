// @ts-check
// A requirement against a cell: met, not met, or not to be confirmed, with the reason; the twin of
// reasoning/requirements.py.
import { factOf, isKnown } from "./knowledge.js";
import { PARTIAL_RANK, limitOf, truthOfNothing, truthOfRange, truthOfTerms, truthOfText } from "./limits.js";
import { UNCERTAIN, WORDS, agreement } from "./truth.js";

/**
 * @typedef {import("./truth.js").Truth} Truth
 * @typedef {import("./limits.js").Limit} Limit
 * @typedef {import("./knowledge.js").Knowledge} Knowledge
 * @typedef {import("./knowledge.js").Cell} Cell
 * @typedef {import("./knowledge.js").Value} Value
 * @typedef {import("./knowledge.js").Property} Property
 * @typedef {import("./knowledge.js").Requirement} Requirement
 * @typedef {{requirement: Requirement, subject: string, truth: Truth, why: string, cell: Cell | null}} Assessment
 */

/** Verdicts over one body of knowledge, each worked out when it is first asked for. */
export class Judge {
  /** @param {Knowledge} knowledge */
  constructor(knowledge) {
    this.knowledge = knowledge;
    /** @type {Map<Requirement, {limit: Limit, bySubject: Map<string, Assessment>}>} */
    this.assessed = new Map();
  }

  /**
   * @param {Requirement} requirement
   * @param {string} subject
   * @returns {Assessment}
   */
  assess(requirement, subject) {
    if (requirement.property === undefined) {
      return { requirement, subject, truth: UNCERTAIN, why: "unreadable", cell: null };
    }
    const property = this.knowledge.property(requirement.property);
    let known = this.assessed.get(requirement);
    if (!known) {
      known = { limit: limitOf(requirement, property), bySubject: new Map() };
      this.assessed.set(requirement, known);
    }
    let assessment = known.bySubject.get(subject);
    if (!assessment) {
      const cell = this.knowledge.cell(subject, property.id);
      const [truth, why] = judgeCell(known.limit, cell, property);
      assessment = { requirement, subject, truth, why, cell };
      known.bySubject.set(subject, assessment);
    }
    return assessment;
  }
}

/**
 * A condition in its usual spelling, so that two spellings of one condition are the same.
 * @param {Requirement} requirement
 */
export function conditionText({ text, property, operator, values }) {
  return property === undefined ? text : `${property} ${operator} ${(values ?? []).join(" | ")}`;
}

/**
 * The verdict's address: requirement, verdict and reason.
 * @param {Assessment} assessment
 */
export const idOf = ({ requirement, truth, why }) => `${requirement.text}: ${WORDS[truth]} (${why})`;

/**
 * The address of the first fact that a verdict rests on; empty where there is none.
 * @param {Assessment} assessment
 */
export const evidenceOf = ({ cell }) => (cell ? factOf(cell) : "");

/**
 * The verdict of a limit on a cell of its property, and what decides it or keeps it open.
 * @param {Limit} limit
 * @param {Cell} cell
 * @param {Property} property
 * @returns {[Truth, string]}
 */
export function judgeCell(limit, cell, property) {
  if (cell.state === "not applicable") return [truthOfNothing(limit), "not-applicable"];
  if (!isKnown(cell)) return [UNCERTAIN, cell.state === "described" ? "described" : "unknown"];
  if (cell.state === "disputed") {
    const truth = agreement((cell.each ?? []).map((value) => truthOfFact(limit, value)));
    return [truth, truth === UNCERTAIN ? "disputed" : "value"];
  }
  const truth = truthOfCell(limit, cell, property);
  return [truth, truth === UNCERTAIN ? whyOpen(cell, property) : "value"];
}

/**
 * @param {Limit} limit
 * @param {Cell} cell
 * @param {Property} property
 * @returns {Truth}
 */
function truthOfCell(limit, cell, property) {
  const each = cell.each ?? [];
  if (property.sort === "term" && property.many && cell.origin === "members") {
    return agreement(each.map(({ terms }) => truthOfTerms(limit, terms ?? [])));
  }
  if (property.sort === "text") return agreement(each.map((value) => truthOfFact(limit, value)));
  return truthOf(limit, cell);
}

/**
 * @param {Limit} limit
 * @param {Value} value
 * @returns {Truth}
 */
function truthOfFact(limit, value) {
  const empty = value.range === undefined && value.terms === undefined && value.text === undefined;
  return empty ? truthOfNothing(limit) : truthOf(limit, value);
}

/**
 * @param {Limit} limit
 * @param {Value} value
 * @returns {Truth}
 */
function truthOf(limit, value) {
  if (value.terms) return truthOfTerms(limit, value.terms);
  if (value.range) return truthOfRange(limit, value.range);
  return truthOfText(limit, value.text ?? "");
}

/**
 * @param {Value} value
 * @param {Property} property
 */
function whyOpen({ range }, { sort }) {
  if (sort === "text") return "described";
  const partial = sort === "flag" && range?.[0] === PARTIAL_RANK && range[1] === PARTIAL_RANK;
  return partial ? "partial" : "straddles";
}
