// @ts-check
// Where the reader starts: a need to begin with, and one question at a time or all at once.
import { make } from "../elements.js";

/**
 * @param {import("./interactive.js").Guide} guide
 * @returns {Node[]}
 */
export function startingPoint(guide) {
  const { state, knowledge } = guide;
  const need = knowledge.needs.get(state.need);
  const options = [...knowledge.needs.values()].sort((one, other) => one.name.localeCompare(other.name, "en"));
  const select = make(
    "select",
    {
      id: "guide-need",
      "data-key": "need",
      onchange: (event) => {
        const chosen = /** @type {HTMLSelectElement} */ (event.target).value;
        guide.say({ ...guide.state, need: chosen, at: "" }, { step: true });
      },
    },
    make("option", { value: "" }, "nothing in particular"),
    options.map((each) => make("option", { value: each.id, selected: each.id === state.need }, each.name)),
  );
  return [
    make(
      "p",
      { class: "guide-field" },
      make("label", { for: "guide-need" }, `Start from a ${knowledge.data.needKind.toLowerCase()}`),
      select,
    ),
    make("p", { class: "guide-need-says" }, need ? need.summary : "It brings requirements and priorities of its own."),
    views(guide),
  ];
}

/** @param {import("./interactive.js").Guide} guide */
function views(guide) {
  const choice = (/** @type {boolean} */ all, /** @type {string} */ says) =>
    make(
      "button",
      {
        type: "button",
        class: "guide-toggle",
        "data-key": `view-${all}`,
        "aria-pressed": guide.state.all === all ? "true" : "false",
        onclick: () => guide.say({ ...guide.state, all }, { step: true }),
      },
      says,
    );
  return make(
    "div",
    { class: "guide-views", role: "group", "aria-label": "Questions" },
    choice(false, "One at a time"),
    choice(true, "All at once"),
  );
}
