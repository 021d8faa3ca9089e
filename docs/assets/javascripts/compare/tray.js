// @ts-check
// Adding to the comparison from pages and matrices, and the tray that shows what is chosen.
import { fill, make } from "../elements.js";
import { MOST, choose, chosen, comparisonOf, onChange, toggle } from "./chosen.js";

/** @type {{ button: HTMLButtonElement, id: string, name: string, brief: boolean }[]} */
const buttons = [];
const said = make("p", { class: "hidden-word", role: "status" });
const list = make("ul", { class: "tray-list" });
const go = make("a", { class: "tray-go", href: "#" });
const clear = make("button", { type: "button", class: "tray-clear" }, "Clear");
const tray = make("section", { class: "compare-tray md-typeset", "aria-label": "Chosen for comparison", hidden: true }, list, go, clear);

/** @param {string} id @param {string} name @param {boolean} brief */
function addButton(id, name, brief) {
  const button = make("button", { type: "button", class: brief ? "add-row" : "add-page", "aria-pressed": "false" });
  button.addEventListener("click", () => {
    const before = chosen().length;
    const added = toggle({ id, name });
    const full = !added && before === chosen().length;
    said.textContent = full ? `At most ${MOST} fit side by side.` : `${name} ${added ? "added to" : "removed from"} the comparison, ${chosen().length} chosen.`;
    if (full) list.parentElement?.classList.add("tray-full");
  });
  buttons.push({ button, id, name, brief });
  return button;
}

/** @param {Document} page */
function addButtons(page) {
  for (const link of page.querySelectorAll("a[data-compare-add]")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    link.replaceWith(addButton(link.dataset.compareAdd ?? "", link.dataset.compareName ?? "", false));
  }
  for (const head of page.querySelectorAll("table[data-matrix] th[data-row]")) {
    const link = head.querySelector("a");
    if (link && head instanceof HTMLElement) link.after(addButton(head.dataset.row ?? "", link.textContent?.trim() ?? "", true));
  }
}

function show() {
  const things = chosen();
  const ids = new Set(things.map((each) => each.id));
  for (const { button, id, name, brief } of buttons) {
    const on = ids.has(id);
    button.setAttribute("aria-pressed", String(on));
    // The words on the large button are its name: who speaks to the browser says what stands there.
    if (brief) button.setAttribute("aria-label", on ? `Remove ${name} from the comparison` : `Add ${name} to the comparison`);
    button.title = on ? "Remove from the comparison" : "Add to the comparison";
    button.textContent = brief ? (on ? "✓" : "+") : on ? "✓ In the comparison" : "+ Add to comparison";
  }
  tray.hidden = !things.length;
  document.documentElement.classList.toggle("has-tray", Boolean(things.length));
  fill(list, ...things.map((thing) => make("li", {}, thing.name, removing(thing))));
  go.href = comparisonOf(things.map((each) => each.id));
  go.textContent = things.length < 2 ? "Compare (choose one more)" : `Compare ${things.length}`;
  tray.classList.toggle("tray-full", things.length === MOST);
}

/** @param {import("./chosen.js").Chosen} thing */
function removing(thing) {
  const button = make("button", { type: "button", class: "tray-remove", "aria-label": `Remove ${thing.name}` }, "×");
  button.addEventListener("click", () => {
    toggle(thing);
    const next = list.querySelector("button") ?? buttons.find((each) => each.id === thing.id)?.button;
    next?.focus();
  });
  return button;
}

clear.addEventListener("click", () => {
  choose([]);
  said.textContent = "Nothing is chosen any more.";
  buttons[0]?.button.focus();
});
addButtons(document);
document.body.append(tray, said);
onChange(show);
show();
