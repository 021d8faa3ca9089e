// @ts-check
// What orders those that fit: the most important property first, moved by buttons.
import { isOrdered } from "../reasoning/criteria.js";
import { make } from "../elements.js";
import { listed, raiserWords } from "./words.js";

/** @typedef {import("./interactive.js").Guide} Guide */

/**
 * @param {Guide} guide
 * @returns {(Node | null)[]}
 */
export function priorities(guide) {
  const { profile } = guide.found;
  const order = profile.priorities.map((each) => each.property);
  const items = profile.priorities.map((priority, index) => item(guide, priority, index, order));
  return [
    make("h3", { id: "guide-order-heading" }, "Priorities"),
    make(
      "p",
      { class: "guide-hint" },
      items.length
        ? "The first decides; the next only between those that it leaves equal."
        : "Nothing is preferred yet. Add what should be as good as possible.",
    ),
    items.length ? make("ol", { class: "guide-priority-list" }, items) : null,
    adding(guide, order),
  ];
}

/**
 * @param {Guide} guide
 * @param {import("../reasoning/profiles.js").Priority} priority
 * @param {number} index
 * @param {string[]} order
 */
function item(guide, { property, raisedBy }, index, order) {
  const name = guide.knowledge.property(property).name;
  const others = raisedBy.filter((each) => each.voice !== "reader");
  const move = (/** @type {number} */ by, /** @type {string} */ mark, /** @type {string} */ word) =>
    make(
      "button",
      {
        type: "button",
        class: "guide-move",
        "data-key": `move-${property}-${word}`,
        "aria-label": `Move ${name} ${word}`,
        "aria-disabled": index + by < 0 || index + by >= order.length ? "true" : null,
        onclick: () => prefer(guide, moved(order, index, index + by)),
      },
      mark,
    );
  const drop = make(
    "button",
    {
      type: "button",
      class: "guide-move",
      "aria-label": `Take ${name} out`,
      onclick: () =>
        prefer(
          guide,
          order.filter((each) => each !== property),
        ),
    },
    "✕",
  );
  return make(
    "li",
    {},
    make(
      "span",
      { class: "guide-priority" },
      name,
      others.length > 0 && make("small", {}, ` ${listed(others.map((each) => raiserWords(each, guide.knowledge)))}`),
    ),
    make("span", { class: "guide-moves" }, move(-1, "↑", "up"), move(1, "↓", "down"), others.length === 0 && drop),
  );
}

/**
 * @param {string[]} order
 * @param {number} from
 * @param {number} to
 */
function moved(order, from, to) {
  if (to < 0 || to >= order.length) return order;
  const next = order.filter((_, index) => index !== from);
  next.splice(to, 0, order[from]);
  return next;
}

/**
 * @param {Guide} guide
 * @param {string[]} prefers
 */
const prefer = (guide, prefers) => guide.say({ ...guide.state, prefers }, { step: true });

/**
 * @param {Guide} guide
 * @param {string[]} order
 */
function adding(guide, order) {
  const rest = [...guide.knowledge.properties.values()].filter((each) => isOrdered(each) && !order.includes(each.id));
  rest.sort((one, other) => one.name.localeCompare(other.name, "en"));
  const select = make(
    "select",
    { id: "guide-add", "data-key": "add" },
    rest.map((each) => make("option", { value: each.id }, each.name)),
  );
  return make(
    "p",
    { class: "guide-field guide-adding" },
    make("label", { for: "guide-add" }, "Also prefer"),
    select,
    make(
      "button",
      {
        type: "button",
        class: "guide-button",
        "data-key": "add-button",
        onclick: () => prefer(guide, [...order, select.value]),
      },
      "Add",
    ),
    guide.state.prefers.length > 0 &&
      make(
        "button",
        { type: "button", class: "guide-link", onclick: () => prefer(guide, []) },
        "Back to the given order",
      ),
  );
}
