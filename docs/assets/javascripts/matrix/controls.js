// @ts-check
// The controls above a matrix; without scripts they are not there, and the matrix is whole.

/**
 * @param {HTMLTableElement} table
 * @param {import("./table.js").Column[]} columns
 * @param {import("./table.js").Row[]} rows
 * @param {import("./state.js").State} state
 * @param {() => void} update
 */
export function addControls(table, columns, rows, state, update) {
  const region = table.closest(".scroll") ?? table;
  const waiting = region.previousElementSibling;
  const bar = waiting instanceof HTMLElement && waiting.matches("[data-controls]") ? waiting : element("div", "matrix-controls");
  const find = element("input", "matrix-find");
  Object.assign(find, { type: "search", value: state.find, placeholder: "Words in a row" });
  find.addEventListener("input", () => {
    state.find = find.value;
    update();
  });
  const dense = tick("Compact", state.dense, (on) => {
    state.dense = on;
    table.classList.toggle("dense", on);
    update();
  });
  table.classList.toggle("dense", state.dense);
  const differ = tick("Only differences", state.differ, (on) => {
    state.differ = on;
    update();
  });
  const said = element("p", "matrix-said");
  said.setAttribute("role", "status");
  bar.append(
    labelled("Find", find),
    differ,
    dense,
    chooser("Columns", columns, state.hiddenColumns, update),
    chooser("Rows", rows, state.hiddenRows, update),
    said,
  );
  if (!bar.parentElement) region.before(bar);
  return {
    /** @param {{ rows: number, columns: number }} shown */
    say(shown) {
      const all = shown.rows === rows.length && shown.columns === columns.length;
      said.textContent = all ? "" : `${shown.rows} of ${rows.length} rows, ${shown.columns} of ${columns.length} columns`;
    },
  };
}

/** @param {string} name @param {{ id: string, name: string }[]} things @param {Set<string>} hidden @param {() => void} update */
function chooser(name, things, hidden, update) {
  const details = element("details", "matrix-chooser");
  const summary = document.createElement("summary");
  const fieldset = document.createElement("fieldset");
  const legend = element("legend", "hidden-word");
  legend.textContent = name;
  summary.textContent = name;
  fieldset.append(
    legend,
    ...things.map((thing) =>
      tick(thing.name, !hidden.has(thing.id), (on) => {
        if (on) hidden.delete(thing.id);
        else hidden.add(thing.id);
        update();
      }),
    ),
  );
  details.append(summary, fieldset);
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
function tick(words, on, change) {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = on;
  box.addEventListener("change", () => change(box.checked));
  const label = document.createElement("label");
  label.append(box, ` ${words}`);
  return label;
}

/** @param {string} words @param {HTMLElement} control */
function labelled(words, control) {
  const label = document.createElement("label");
  label.append(`${words} `, control);
  return label;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} css
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, css) {
  const made = document.createElement(tag);
  made.className = css;
  return made;
}
