// @ts-check
// Choosing which rows and columns are shown.
import { make } from "../elements.js";

/** @param {string} kind @param {{ id: string, name: string }[]} things @param {Set<string>} hidden @param {() => void} update */
export function chooser(kind, things, hidden, update) {
  const boxes = things.map((thing) =>
    tick(thing.name, !hidden.has(thing.id), (on) => {
      if (on) hidden.delete(thing.id);
      else hidden.add(thing.id);
      update();
    }),
  );
  const every = (/** @type {string} */ name, /** @type {boolean} */ on) => {
    const button = make("button", { type: "button" }, name);
    button.addEventListener("click", () => {
      for (const box of boxes.map((label) => label.querySelector("input"))) if (box) box.checked = on;
      hidden.clear();
      if (!on) for (const thing of things) hidden.add(thing.id);
      update();
    });
    return button;
  };
  const legend = make("legend", { class: "hidden-word", "data-legend": kind }, kind);
  const both = make("p", { class: "matrix-every" }, every("All", true), every("None", false));
  return folding(make("summary", { "data-chooser": kind }), make("fieldset", {}, legend, ...boxes, both));
}

/** Something folded that closes with Escape and with a click elsewhere. @param {HTMLElement} summary @param {HTMLElement} inside */
export function folding(summary, inside) {
  const details = make("details", { class: "matrix-chooser" }, summary, inside);
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
