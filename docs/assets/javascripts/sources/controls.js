// @ts-check
// The fields of the filter; without scripts they are not there, and the list of years is whole.
import { make } from "../elements.js";

/** @typedef {import("./state.js").Filter} Filter */

/** @type {[value: string, words: string][]} */
const READ = [
  ["all", "every citation"],
  ["open", "not every citation"],
  ["none", "no citation"],
];

/**
 * @param {Filter} filter what is asked for; the fields change it
 * @param {import("./state.js").Choices} choices
 * @param {(step: boolean) => void} update a step is one that the back button undoes
 */
export function makeControls(filter, choices, update) {
  let typing = false;
  const find = make("input", { class: "matrix-find", type: "search", placeholder: "Title, maker or id" });
  find.addEventListener("input", () => {
    filter.find = find.value;
    update(!typing);
    typing = true;
  });
  find.addEventListener("blur", () => (typing = false));
  const years = choices.years.map((year) => /** @type {[string, string]} */ ([year, year]));
  const types = choices.types.map((type) => /** @type {[string, string]} */ ([type, wordsOf(type)]));
  /** @param {"type" | "from" | "to" | "read"} key @param {[string, string][]} options */
  const choice = (key, options) => {
    const select = make("select", {}, make("option", { value: "" }, "any"), ...options.map(([value, words]) => make("option", { value }, words)));
    select.addEventListener("change", () => {
      filter[key] = select.value;
      typing = false;
      update(true);
    });
    return select;
  };
  const selects = { type: choice("type", types), from: choice("from", years), to: choice("to", years), read: choice("read", READ) };
  const fields = [
    labelled("Find", find),
    labelled("Kind", selects.type),
    labelled("From", selects.from),
    labelled("To", selects.to),
    labelled("Read", selects.read),
  ];
  return {
    fields,
    focus: () => find.focus(),
    /** Shows in the fields what is asked for. */
    show() {
      typing = false;
      find.value = filter.find;
      for (const [key, select] of Object.entries(selects)) select.value = filter[/** @type {keyof Filter} */ (key)];
    },
  };
}

/** @param {string} type */
export const wordsOf = (type) => type.replaceAll("-", " ");

/** @param {string} words @param {HTMLElement} control */
function labelled(words, control) {
  return make("label", {}, make("span", {}, `${words} `), control);
}
