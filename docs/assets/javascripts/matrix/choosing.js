// @ts-check
// Choosing which rows and columns are shown.
import { make } from "../elements.js";

/** @param {string} kind @param {{ id: string, name: string }[]} things @param {Set<string>} hidden @param {() => void} update */
export function chooser(kind, things, hidden, update) {
  const summary = make("summary", { "data-chooser": kind });
  return folding(summary, () => boxesOf(summary.textContent || kind, things, hidden, update));
}

/** @param {string} name @param {{ id: string, name: string }[]} things @param {Set<string>} hidden @param {() => void} update */
function boxesOf(name, things, hidden, update) {
  const boxes = things.map((thing) =>
    tick(thing.name, !hidden.has(thing.id), (on) => {
      if (on) hidden.delete(thing.id);
      else hidden.add(thing.id);
      update();
    }),
  );
  const every = (/** @type {string} */ words, /** @type {boolean} */ on) => {
    const button = make("button", { type: "button" }, words);
    button.addEventListener("click", () => {
      for (const box of boxes.map((label) => label.querySelector("input"))) if (box) box.checked = on;
      hidden.clear();
      if (!on) for (const thing of things) hidden.add(thing.id);
      update();
    });
    return button;
  };
  const legend = make("legend", { class: "hidden-word" }, name);
  const both = make("p", { class: "matrix-every" }, every("All", true), every("None", false));
  return make("fieldset", {}, legend, ...boxes, both);
}

/**
 * Something folded that closes with Escape and with a click elsewhere. What is inside is made when it is opened first:
 * few readers open any, and a page with all of them answers later.
 * @param {HTMLElement} summary @param {() => HTMLElement} makeInside
 */
export function folding(summary, makeInside) {
  const details = make("details", { class: "matrix-chooser" }, summary);
  summary.addEventListener("click", () => details.append(makeInside()), { once: true });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
  });
  return details;
}

/** @param {string} words @param {boolean} on @param {(on: boolean) => void} change */
export function tick(words, on, change) {
  const box = make("input", { type: "checkbox" });
  box.checked = on;
  box.addEventListener("change", () => change(box.checked));
  return make("label", {}, box, ` ${words}`);
}
