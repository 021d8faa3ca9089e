// @ts-check
// The same in words: the neighbourhood as lists, the path as sentences with their evidence.
import { make } from "../elements.js";

/**
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {import("./graph.js").Place} Place
 * @typedef {import("./graph.js").Step} Step
 * @typedef {import("./graph.js").Thing} Thing
 * @typedef {(thing: Thing) => string} Addressing
 */

/** @param {Thing} middle @param {Place[]} places @param {Addressing} pageOf @param {Addressing} viewOf */
export function neighbourhoodList(middle, places, pageOf, viewOf) {
  /** @type {Map<string, Place[]>} */
  const groups = new Map();
  for (const place of places) {
    const heading = place.distance === 1 ? place.by.words : `${place.distance} steps away`;
    groups.set(heading, [...(groups.get(heading) ?? []), place]);
  }
  if (!groups.size) return make("p", {}, `Nothing is next to ${middle.name} under this filter.`);
  const parts = [...groups].flatMap(([heading, here]) => [
    make("dt", {}, heading),
    make("dd", {}, make("ul", {}, ...here.map((place) => item(place, pageOf, viewOf)))),
  ]);
  return make("dl", { class: "relations explorer-list" }, ...parts);
}

/** @param {Place} place @param {Addressing} pageOf @param {Addressing} viewOf */
function item({ thing, distance, by }, pageOf, viewOf) {
  const parent = by.edge.from === thing ? by.edge.to : by.edge.from;
  return make(
    "li",
    {},
    make("a", { href: pageOf(thing) }, thing.name),
    distance > 1 && ` (${by.words}, seen from ${parent.name})`,
    " ",
    make("a", { href: viewOf(thing), class: "explorer-centre", "data-of": thing.id, "aria-label": `Put ${thing.name} in the middle` }, "centre"),
  );
}

/**
 * @param {Thing} from
 * @param {Thing} to
 * @param {{ at: Thing, step: Step }[] | null} way
 * @param {Addressing} pageOf
 */
export function pathList(from, to, way, pageOf) {
  if (from === to) return [make("p", {}, "Both ends are the same thing.")];
  if (!way) return [make("p", {}, `Under this filter no path leads from ${from.name} to ${to.name}.`)];
  const steps = way.length === 1 ? "1 step" : `${way.length} steps`;
  const list = make("ol", { class: "explorer-path" }, ...way.map((each) => sentence(each, pageOf)));
  return [make("p", {}, `From ${from.name} to ${to.name} in ${steps}; there may be others as short.`), list];
}

/** @param {{ at: Thing, step: Step }} part @param {Addressing} pageOf */
function sentence({ at, step }, pageOf) {
  const evidence = make("p", { class: "evidence" });
  evidenceOf(step, pageOf, evidence);
  const words = make("strong", {}, step.words);
  const line = make("p", { class: "claim" }, make("a", { href: pageOf(at) }, at.name), " ", words, " ", make("a", { href: pageOf(step.other) }, step.other.name));
  return make("li", {}, line, evidence);
}

/** Fills in who says so, from the data of the thing whose file states it. @param {Step} step @param {Addressing} pageOf @param {Element} into */
async function evidenceOf({ edge }, pageOf, into) {
  try {
    const answer = await fetch(pageOf(edge.from).replace(/\.html$/, ".json"));
    const data = await answer.json();
    const stated = (/** @type {Record<string, string>} */ each) => each.from === edge.from.id && each.relation === edge.relation.id && each.to === edge.to.id;
    const found = (data.relations ?? []).find(stated) ?? {};
    const source = data.sources?.[found.source];
    const named = source && make("a", source.url ? { href: source.url, rel: "external" } : {}, source.title);
    const read = found.verified?.at(-1);
    into.replaceChildren(
      ...[found.claim && `${found.claim} `, named, found.locator && `, ${found.locator}`].filter(Boolean),
      ...(source ? [make("span", { class: read ? "read" : "not-read" }, read ? ` read ${read}` : " △ unverified")] : []),
    );
    if (!into.childNodes.length) into.textContent = "Stated by the atlas itself, without a source.";
  } catch {
    into.textContent = "Its evidence is on its page.";
  }
}
