// @ts-check
// Making elements: text is always text, so nothing from the data can become markup.

/**
 * @typedef {Node | string | number | null | undefined | false} Child
 * @typedef {Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>} Attributes
 */

/**
 * An element with attributes, listeners (``onclick`` and so on) and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  fill(element, ...children);
  return element;
}

/**
 * Replaces what an element holds.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  const kept = children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false && child !== "");
  element.replaceChildren(...kept.map((child) => (child instanceof Node ? child : String(child))));
}

/**
 * A sign that is seen, with the word that is read out.
 * @param {string} sign
 * @param {string} word
 * @param {string} css
 */
export function sign(sign, word, css) {
  return [
    make("span", { class: `guide-sign ${css}`, "aria-hidden": "true" }, sign),
    make("span", { class: "guide-spoken" }, `${word} `),
  ];
}

/**
 * Keeps what is unfolded, and where the focus is, while a part of the page is made anew.
 * @param {Element} part
 * @param {() => void} remake
 */
export function keepingPlace(part, remake) {
  const open = new Set(
    [...part.querySelectorAll("details[open][data-key]")].map((each) => each.getAttribute("data-key")),
  );
  const focused = document.activeElement;
  const key = focused && part.contains(focused) ? focused.getAttribute("data-key") : null;
  remake();
  for (const each of part.querySelectorAll("details[data-key]")) {
    if (open.has(each.getAttribute("data-key"))) each.setAttribute("open", "");
  }
  const again = key && part.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}
