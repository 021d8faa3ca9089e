// @ts-check
// What is shown of the graph, in the address: ?of=A&depth=2&to=B&kinds=hidden,ones&relations=hidden,ones

/** @typedef {{ of: string, to: string, depth: number, hidden: import("./graph.js").Hidden }} State */

export const MOST_DEPTH = 3;

/** @param {string} query @param {import("./graph.js").Graph} graph @returns {State} */
export function readState(query, graph) {
  const asked = new URLSearchParams(query);
  const known = (/** @type {string} */ name) => (graph.byId.has(asked.get(name) ?? "") ? (asked.get(name) ?? "") : "");
  const listed = (/** @type {string} */ name, /** @type {{ id: string }[]} */ all) => {
    const ids = new Set((asked.get(name) ?? "").split(","));
    return new Set(all.map((each) => each.id).filter((id) => ids.has(id)));
  };
  const depth = Math.trunc(Number(asked.get("depth")));
  return {
    of: known("of") || graph.busiest().id,
    to: known("to"),
    depth: depth >= 1 && depth <= MOST_DEPTH ? depth : 1,
    hidden: { kinds: listed("kinds", graph.kinds), relations: listed("relations", graph.relations) },
  };
}

/** @param {State} state */
export function queryOf(state) {
  const parts = [
    ["of", state.of],
    ["to", state.to],
    ["depth", state.depth > 1 ? String(state.depth) : ""],
    ["kinds", [...state.hidden.kinds].join(",")],
    ["relations", [...state.hidden.relations].join(",")],
  ];
  return `?${parts.filter(([, value]) => value).map((part) => part.join("=")).join("&")}`;
}
