// @ts-check
// Sorting by a column: numbers by size, words by the alphabet; what is not known stands last either way.
import { isKnown, wordsOf } from "./table.js";

/**
 * @param {HTMLTableElement} table
 * @param {import("./table.js").Column[]} columns
 * @param {import("./state.js").State} state
 * @param {() => void} update
 */
export function addSorting(table, columns, state, update) {
  const corner = table.tHead?.rows[0]?.cells[0];
  const heads = columns.map(({ id, name, head }) => ({ id, name, head }));
  if (corner) heads.unshift({ id: "name", name: "name", head: corner });
  for (const { id, name, head } of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.setAttribute("aria-label", `Sort by ${name}`);
    button.addEventListener("click", () => {
      next(state, id);
      update();
    });
    const link = head.querySelector("a");
    if (link) link.after(button);
    else head.append(button);
  }
  return {
    mark() {
      for (const { id, head } of heads) {
        if (state.sort === id) head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      }
    },
  };
}

/** Up, down, then as it was. @param {import("./state.js").State} state @param {string} id */
function next(state, id) {
  if (state.sort !== id) [state.sort, state.down] = [id, false];
  else if (!state.down) state.down = true;
  else [state.sort, state.down] = ["", false];
}

/**
 * @param {import("./table.js").Row[]} original
 * @param {import("./table.js").Column[]} columns
 * @param {import("./state.js").State} state
 */
export function sorted(original, columns, state) {
  const at = state.sort === "name" ? 0 : (columns.find((column) => column.id === state.sort)?.at ?? -1);
  return at < 0 ? original : [...original].sort((one, other) => compare(one.cells[at], other.cells[at], state.down));
}

/** @param {HTMLTableCellElement} one @param {HTMLTableCellElement} other @param {boolean} down */
function compare(one, other, down) {
  const known = Number(isKnown(other)) - Number(isKnown(one));
  if (known) return known;
  const [first, second] = [one.dataset.rank, other.dataset.rank];
  const order =
    first !== undefined && second !== undefined
      ? Number(first) - Number(second)
      : Number(first === undefined) - Number(second === undefined) || wordsOf(one).localeCompare(wordsOf(other), "en");
  return down ? -order : order;
}
