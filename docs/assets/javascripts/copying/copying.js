// @ts-check
// Copies what tables show, as a rich table and as text in one clipboard item, and saves it as files made in the browser.
import { svg } from "./drawing.js";
import { viewOf } from "./reading.js";
import { csv, html, markdown, tsv } from "./writing.js";

/** @typedef {import("./reading.js").View} View */

/** @type {[string, string, string, (view: View) => string][]} */
const FILES = [
  ["CSV", "csv", "text/csv", csv],
  ["Markdown", "md", "text/markdown", markdown],
  ["SVG", "svg", "image/svg+xml", svg],
];

/** @param {() => HTMLTableElement[]} tables what is on the screen when a button is pressed */
function bar(tables) {
  const element = document.createElement("p");
  element.className = "copying";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  const view = () => viewOf(tables(), document.querySelector("h1")?.firstChild?.textContent?.trim() ?? document.title);
  element.append(
    button("Copy table", async () => {
      said.textContent = (await copy(view())) ? "Copied." : "The browser does not let this page copy.";
    }),
    ...FILES.map(([name, ending, type, write]) => button(`${name} of this view`, () => save(view(), ending, type, write))),
    said,
  );
  return element;
}

/** @param {View} view */
async function copy(view) {
  const kinds = { "text/html": html(view), "text/plain": tsv(view) };
  const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}

/** @param {View} view @param {string} ending @param {string} type @param {(view: View) => string} write */
function save(view, ending, type, write) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([write(view)], { type }));
  link.download = `${view.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {string} name @param {() => void} act */
function button(name, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "copying-button";
  made.textContent = name;
  made.addEventListener("click", act);
  return made;
}

/** @param {ParentNode} within @returns {HTMLTableElement[]} */
const matrices = (within) => [...within.querySelectorAll("table.matrix")].filter((each) => each instanceof HTMLTableElement);

const compare = document.getElementById("compare");
for (const place of document.querySelectorAll("[data-copying]")) place.append(bar(() => matrices(compare ?? document)));
