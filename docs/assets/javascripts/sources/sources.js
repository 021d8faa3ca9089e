// @ts-check
// A filter over all sources. The data comes when something is first asked for; what is asked for stands in the address.
import { fill, make } from "../elements.js";
import { makeControls } from "./controls.js";
import { fitting, sourcesOf } from "./filtering.js";
import { showFound } from "./results.js";
import { isAsked, queryOf, readFilter } from "./state.js";

/** @typedef {{ sources: import("./filtering.js").Source[], meanings: Map<string, string> }} Everything */

/** @param {HTMLElement} bar @param {HTMLElement} place */
function offer(bar, place) {
  const split = (/** @type {string | undefined} */ text) => (text ?? "").split("|").filter(Boolean);
  const choices = { types: split(bar.dataset.types), years: split(bar.dataset.years) };
  const filter = readFilter(location.search, choices);
  const controls = makeControls(filter, choices, change);
  const said = make("span", {});
  const again = make("button", { type: "button", class: "matrix-again", hidden: true }, "Clear the filter");
  /** @type {Promise<Everything> | undefined} */
  let asked;
  again.addEventListener("click", () => {
    Object.assign(filter, readFilter("", choices));
    controls.show();
    change(true);
    controls.focus();
  });
  addEventListener("popstate", () => {
    Object.assign(filter, readFilter(location.search, choices));
    controls.show();
    show();
  });
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", "Sources");
  fill(bar, ...controls.fields, make("p", { class: "matrix-said" }, make("span", { role: "status" }, said), " ", again));
  controls.show();
  show();

  /** @param {boolean} step */
  function change(step) {
    const address = location.pathname + queryOf(filter);
    if (step) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
    show();
  }

  async function show() {
    const wanted = { ...filter };
    again.hidden = !isAsked(wanted);
    if (!isAsked(wanted)) return say("", []);
    try {
      asked ??= load(bar.dataset.sourceFilter ?? "");
      const { sources, meanings } = await asked;
      // Meanwhile something else may have been asked for.
      if (JSON.stringify(wanted) !== JSON.stringify(filter)) return;
      const found = fitting(sources, wanted);
      const meaning = meanings.get(wanted.type) ?? "";
      const count = found.length ? `${found.length} of ${sources.length} sources.` : `None of ${sources.length} sources fits.`;
      say([count, meaning].join(" ").trim(), found);
    } catch {
      asked = undefined;
      say("The sources could not be loaded. The years below have all of them.", []);
    }
  }

  /** @param {string} words @param {import("./filtering.js").Source[]} found */
  function say(words, found) {
    said.textContent = words;
    showFound(place, found);
    document.documentElement.classList.remove("finding");
  }
}

/** @param {string} address @returns {Promise<Everything>} */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const data = await answer.json();
  return { sources: sourcesOf(data), meanings: new Map(data.types) };
}

const bar = document.querySelector("[data-source-filter]");
const place = document.querySelector(".source-found");
if (bar instanceof HTMLElement && place instanceof HTMLElement) offer(bar, place);
