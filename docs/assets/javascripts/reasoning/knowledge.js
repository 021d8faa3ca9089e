// @ts-check
// The guide's data file, indexed.

/**
 * @typedef {[number | null, number | null] | [number | null, number | null, number, number]} Range
 *   low, high, and whether each end is open; null is an absent bound
 * @typedef {{range?: Range, terms?: string[], text?: string}} Value
 * @typedef {Value & {
 *   state: string, origin?: string, from?: string[], says?: string, fact?: [number] | [string, number], each?: Value[],
 * }} Content
 * @typedef {Content & {subject: string, property: string}} Cell
 * @typedef {{
 *   id: string, name: string, sort: string, better: string, levels?: string[], terms?: string[], many?: boolean,
 *   units?: Record<string, number>, floor?: number | null, contents: Content[], cells: number[],
 * }} Property
 * @typedef {{
 *   text: string, property?: string, operator?: string, values?: string[], says?: string, ranges?: Range[],
 *   words?: string[], unit?: string, claim?: string,
 * }} Requirement
 * @typedef {{requires?: Requirement[], prefers?: string[]}} Asked
 * @typedef {Asked & {id: string, says: string}} Answer
 * @typedef {{id: string, name: string, asks: string, why: string, answers: Answer[]}} Question
 * @typedef {Asked & {id: string, name: string, summary: string, against?: Record<string, string[]>}} Need
 * @typedef {{id: string, plural: string, says: string, folder: string}} Level
 * @typedef {{
 *   title: string, question: string, needKind: string, subjectKinds: string[], propertyFolder: string,
 *   levels: Level[], subjects: [string, string, number][], others: Record<string, [string, string]>,
 *   sides: string[], composed: [string, string][],
 *   properties: Property[], needs: Need[], questions: Question[],
 * }} Data
 */

/** Everything that can be chosen, with its cells. */
export class Knowledge {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    /** @type {ReadonlyMap<string, Property>} */
    this.properties = new Map(data.properties.map((property) => [property.id, property]));
    /** @type {ReadonlyMap<string, Need>} */
    this.needs = new Map(data.needs.map((need) => [need.id, need]));
    /** @type {ReadonlyMap<string, Question>} */
    this.questions = new Map(data.questions.map((question) => [question.id, question]));
    /** @type {ReadonlyMap<string, number>} */
    this.rows = new Map(data.subjects.map(([id], row) => [id, row]));
    this.subjects = data.subjects.map(([id]) => id);
    const wholes = data.composed.map((pair) => pair.join("+"));
    /** Where each subject, side and whole has its cells. */
    this.places = new Map([...this.subjects, ...data.sides, ...wholes].map((id, place) => [id, place]));
    /** @type {Map<string, Map<string, Cell>>} */
    this.columns = new Map(data.properties.map((property) => [property.id, new Map()]));
  }

  /**
   * @param {string} id
   * @returns {Property}
   */
  property(id) {
    return found(this.properties.get(id), id);
  }

  /**
   * @param {string} subject
   * @param {string} property
   * @returns {Cell}
   */
  cell(subject, property) {
    const column = found(this.columns.get(property), property);
    let cell = column.get(subject);
    if (!cell) {
      const { contents, cells } = this.property(property);
      cell = { ...contents[cells[found(this.places.get(subject), subject)]], subject, property };
      column.set(subject, cell);
    }
    return cell;
  }
}

/**
 * Whether a cell has a value to compare.
 * @param {Cell} cell
 */
export const isKnown = (cell) => "range" in cell || "terms" in cell || "text" in cell;

/**
 * The address of the first fact behind a cell, ``subject/property/number``; empty where there is none.
 * @param {Cell} cell
 */
export function factOf(cell) {
  if (!cell.fact) return "";
  const [subject, number] = cell.fact.length === 1 ? [cell.subject, cell.fact[0]] : cell.fact;
  return `${subject}/${cell.property}/${number}`;
}

/**
 * @template Thing
 * @param {Thing | undefined} thing
 * @param {string} id
 * @returns {Thing}
 */
export function found(thing, id) {
  if (thing === undefined) throw new Error(`There is no ${id}.`);
  return thing;
}
