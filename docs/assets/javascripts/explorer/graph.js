// @ts-check
// The graph in memory: who is next to whom under the present filter, how far, and by which way.

/**
 * @typedef {{ id: string, name: string, plural: string, folder: string }} Kind
 * @typedef {{ id: string, inverse: string, says: string, symmetric?: boolean }} Relation
 * @typedef {{ id: string, name: string, kind: number }} Thing
 * @typedef {{ from: Thing, to: Thing, relation: Relation }} Edge
 * @typedef {{ edge: Edge, other: Thing, outgoing: boolean, words: string }} Step
 *   one edge as it is read from one of its ends
 * @typedef {{ kinds: Kind[], relations: Relation[], things: [string, string, number][], edges: [number, number, number][] }} Data
 * @typedef {{ kinds: Set<string>, relations: Set<string> }} Hidden
 * @typedef {{ thing: Thing, distance: number, outgoing: boolean, by: Step }} Place
 *   where a thing stands as seen from the middle: its distance, its side, and the step that leads to it
 */

export class Graph {
  /** @param {Data} data */
  constructor(data) {
    this.kinds = data.kinds;
    this.relations = data.relations;
    this.things = data.things.map(([id, name, kind]) => ({ id, name, kind }));
    /** @type {Map<string, Thing>} */
    this.byId = new Map(this.things.map((thing) => [thing.id, thing]));
    /** @type {Map<Thing, Step[]>} */
    this.steps = new Map(this.things.map((thing) => [thing, []]));
    for (const [from, to, relation] of data.edges) {
      this.#join({ from: this.things[from], to: this.things[to], relation: this.relations[relation] });
    }
    for (const steps of this.steps.values()) steps.sort(inOrder(this.relations));
  }

  /** @param {Edge} edge */
  #join(edge) {
    const { from, to, relation } = edge;
    const forward = words(relation.id);
    this.steps.get(from)?.push({ edge, other: to, outgoing: true, words: forward });
    const back = relation.symmetric ? forward : words(relation.inverse);
    this.steps.get(to)?.push({ edge, other: from, outgoing: Boolean(relation.symmetric), words: back });
  }

  /** The thing with most relations: somewhere to begin. */
  busiest() {
    const count = (/** @type {Thing} */ thing) => this.steps.get(thing)?.length ?? 0;
    return this.things.reduce((best, thing) => (count(thing) > count(best) ? thing : best));
  }

  /** The steps from a thing that the filter leaves. @param {Thing} thing @param {Hidden} hidden */
  stepsFrom(thing, hidden) {
    const shown = (/** @type {Step} */ step) =>
      !hidden.relations.has(step.edge.relation.id) && !hidden.kinds.has(this.kinds[step.other.kind].id);
    return (this.steps.get(thing) ?? []).filter(shown);
  }

  /**
   * Everything within a distance, the nearest first, with the step that leads there.
   * @param {Thing} middle
   * @param {number} depth
   * @param {Hidden} hidden
   * @returns {Place[]}
   */
  within(middle, depth, hidden) {
    /** @type {Map<Thing, Place>} */
    const found = new Map();
    let edge = [middle];
    for (let distance = 1; distance <= depth; distance += 1) {
      /** @type {Thing[]} */
      const next = [];
      for (const thing of edge) {
        for (const step of this.stepsFrom(thing, hidden)) {
          if (step.other === middle || found.has(step.other)) continue;
          const outgoing = found.get(thing)?.outgoing ?? step.outgoing;
          found.set(step.other, { thing: step.other, distance, outgoing, by: step });
          next.push(step.other);
        }
      }
      edge = next;
    }
    return [...found.values()];
  }

  /**
   * A shortest way between two things as steps, or null where there is none.
   * @param {Thing} from
   * @param {Thing} to
   * @param {Hidden} hidden
   * @returns {{ at: Thing, step: Step }[] | null}
   */
  path(from, to, hidden) {
    /** @type {Map<Thing, { at: Thing, step: Step } | null>} */
    const cameBy = new Map([[from, null]]);
    const waiting = [from];
    for (const at of waiting) {
      if (at === to) break;
      for (const step of this.stepsFrom(at, hidden)) {
        if (cameBy.has(step.other)) continue;
        cameBy.set(step.other, { at, step });
        waiting.push(step.other);
      }
    }
    if (!cameBy.has(to)) return null;
    const way = [];
    for (let last = cameBy.get(to); last; last = cameBy.get(last.at)) way.unshift(last);
    return way;
  }
}

/** @param {string} id */
const words = (id) => id.replaceAll("-", " ");

/** @param {Relation[]} relations @returns {(one: Step, other: Step) => number} */
function inOrder(relations) {
  const place = new Map(relations.map((relation, index) => [relation, index]));
  return (one, other) =>
    (place.get(one.edge.relation) ?? 0) - (place.get(other.edge.relation) ?? 0) ||
    one.words.localeCompare(other.words, "en") ||
    one.other.name.localeCompare(other.other.name, "en");
}
