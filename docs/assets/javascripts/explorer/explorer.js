// @ts-check
// Takes over the page of the graph: the state is in the address, and every change is a step back and forth.
import { fill, make } from "../elements.js";
import { makeControls } from "./controls.js";
import { Graph } from "./graph.js";
import { drawNeighbourhood } from "./picture.js";
import { queryOf, readState } from "./state.js";
import { neighbourhoodList, pathList } from "./words.js";

/** @typedef {import("./graph.js").Thing} Thing */

/** @param {HTMLElement} mount @param {Graph} graph */
function explore(mount, graph) {
  const root = mount.dataset.root ?? "";
  const state = readState(location.search, graph);
  const pageOf = (/** @type {Thing} */ thing) => `${root}${graph.kinds[thing.kind].folder}/${thing.id}.html`;
  const viewOf = (/** @type {Thing} */ thing) => queryOf({ ...state, of: thing.id, to: "" });
  const controls = makeControls(graph, state, () => go());
  const said = make("p", { class: "explorer-said", role: "status" });
  const path = make("section", { class: "explorer-way", "aria-label": "Path" });
  const scroll = make("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": "Picture" });
  const list = make("div", {});
  const title = make("h2", { class: "explorer-title" });
  fill(mount, controls.element, said, path, title, make("figure", { class: "plot-figure" }, scroll), list);
  mount.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-of]") : null;
    if (!(link instanceof HTMLElement || link instanceof SVGElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    Object.assign(state, { of: link.dataset.of, to: "" });
    go();
    title.focus({ preventScroll: true });
  });
  window.addEventListener("popstate", () => {
    const { hidden, ...rest } = readState(location.search, graph);
    Object.assign(state, rest);
    replace(state.hidden.kinds, hidden.kinds);
    replace(state.hidden.relations, hidden.relations);
    show();
  });
  title.tabIndex = -1;
  show();

  function go() {
    history.pushState(null, "", queryOf(state));
    show();
  }

  function show() {
    controls.show();
    const middle = /** @type {Thing} */ (graph.byId.get(state.of));
    const places = graph.within(middle, state.depth, state.hidden);
    const { picture, left } = drawNeighbourhood(graph, middle, places, state.depth, viewOf);
    fill(title, make("a", { href: pageOf(middle) }, middle.name));
    fill(scroll, picture);
    const room = scroll.scrollWidth - scroll.clientWidth;
    const outgoing = places.filter((place) => place.outgoing).length;
    scroll.scrollLeft = outgoing * 2 > places.length ? room : 0;
    fill(list, neighbourhoodList(middle, places, pageOf, viewOf));
    const rest = left ? ` The picture has no room for ${left} of them; the list has all.` : "";
    said.textContent = `${places.length} ${places.length === 1 ? "thing" : "things"} within ${state.depth === 1 ? "1 step" : `${state.depth} steps`} of ${middle.name}.${rest}`;
    const to = graph.byId.get(state.to);
    fill(path, ...(to ? pathList(middle, to, graph.path(middle, to, state.hidden), pageOf) : []));
    path.hidden = !to;
  }
}

/** @param {Set<string>} set @param {Set<string>} by */
function replace(set, by) {
  set.clear();
  for (const each of by) set.add(each);
}

const mount = document.getElementById("explorer");
if (mount?.dataset.source) {
  const answer = await fetch(mount.dataset.source);
  if (!answer.ok) throw new Error(`${mount.dataset.source}: ${answer.status}`);
  explore(mount, new Graph(await answer.json()));
  for (const list of document.querySelectorAll("details.edges")) {
    if (list instanceof HTMLDetailsElement && `#${list.id}` !== location.hash) list.open = false;
  }
}
