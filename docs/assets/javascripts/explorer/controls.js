// @ts-check
// What a reader can choose: the thing in the middle, how far, the other end of a path, kinds and relations.
import { make } from "../elements.js";
import { SIGNS } from "./picture.js";
import { MOST_DEPTH } from "./state.js";

/**
 * @param {import("./graph.js").Graph} graph
 * @param {import("./state.js").State} state
 * @param {() => void} update
 */
export function makeControls(graph, state, update) {
  const middle = choice(graph, "Neighbourhood of", "");
  const other = choice(graph, "Path to", "nowhere");
  const depth = make("select", {}, ...Array.from({ length: MOST_DEPTH }, (_, at) => make("option", { value: at + 1 }, at ? `${at + 1} steps` : "1 step")));
  middle.select.addEventListener("change", () => {
    state.of = middle.select.value;
    update();
  });
  other.select.addEventListener("change", () => {
    state.to = other.select.value;
    update();
  });
  depth.addEventListener("change", () => {
    state.depth = Number(depth.value);
    update();
  });
  const kinds = filter("Kinds", graph.kinds, (kind, at) => `${SIGNS[at % SIGNS.length]} ${kind.plural}`, state.hidden.kinds, update);
  const relations = filter("Relations", graph.relations, (each) => each.id.replaceAll("-", " "), state.hidden.relations, update);
  const element = make(
    "form",
    { class: "explorer-controls", "aria-label": "What to show", onsubmit: (event) => event.preventDefault() },
    middle.label,
    make("label", {}, "as far as ", depth),
    other.label,
    kinds.element,
    relations.element,
  );
  const show = () => {
    [middle.select.value, other.select.value, depth.value] = [state.of, state.to, String(state.depth)];
    kinds.show();
    relations.show();
  };
  return { element, show };
}

/** @param {import("./graph.js").Graph} graph @param {string} words @param {string} none */
function choice(graph, words, none) {
  const groups = graph.kinds.map((kind, index) =>
    make(
      "optgroup",
      { label: kind.plural },
      ...graph.things
        .filter((thing) => thing.kind === index)
        .sort((one, next) => one.name.localeCompare(next.name, "en"))
        .map((thing) => make("option", { value: thing.id }, thing.name)),
    ),
  );
  const select = make("select", {}, none && make("option", { value: "" }, none), ...groups);
  return { select, label: make("label", {}, `${words} `, select) };
}

/**
 * @template {{ id: string }} Each
 * @param {string} words
 * @param {Each[]} all
 * @param {(each: Each, at: number) => string} nameOf
 * @param {Set<string>} hidden
 * @param {() => void} update
 */
function filter(words, all, nameOf, hidden, update) {
  const boxes = all.map((each) => {
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(each.id);
      else hidden.add(each.id);
      update();
    });
    return box;
  });
  const summary = make("summary", {});
  const legend = make("legend", { class: "hidden-word" }, words);
  const ticks = all.map((each, at) => make("label", {}, boxes[at], ` ${nameOf(each, at)}`));
  const element = make("details", { class: "explorer-filter" }, summary, make("fieldset", {}, legend, ...ticks));
  return {
    element,
    show() {
      boxes.forEach((box, at) => (box.checked = !hidden.has(all[at].id)));
      summary.textContent = hidden.size ? `${words}: ${all.length - hidden.size} of ${all.length}` : `${words}: all`;
    },
  };
}
