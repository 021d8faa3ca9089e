// @ts-check
// A cell's evidence beside the cell: what stands on the page that the cell leads to, shown here. The link stays a link.

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();
/** @type {ReturnType<typeof makeDialog> | undefined} */
let dialog;

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a.cell") : null;
  if (!(link instanceof HTMLAnchorElement) || !link.hash || link.pathname === location.pathname) return;
  event.preventDefault();
  show(link);
});

/** @param {HTMLAnchorElement} link */
async function show(link) {
  dialog ??= makeDialog();
  const { body, title, goOn } = dialog;
  title.textContent = nameOf(link);
  goOn.href = link.href;
  body.textContent = "…";
  dialog.element.showModal();
  try {
    const page = await pageOf(link);
    body.replaceChildren(...evidenceIn(page, link));
  } catch {
    location.assign(link.href);
  }
}

/** What the cell is about, from its row and column. @param {HTMLAnchorElement} link */
function nameOf(link) {
  const cell = link.closest("td");
  const row = cell?.parentElement?.querySelector("th")?.querySelector("a")?.textContent ?? "";
  const table = cell?.closest("table");
  const column = cell && table?.tHead?.rows[0]?.cells[cell.cellIndex]?.querySelector("a")?.textContent;
  const parts = table?.dataset.turned === undefined ? [row, column] : [column, row];
  return parts.filter(Boolean).map((part) => part?.trim()).join(": ") || link.textContent?.trim() || "Evidence";
}

/** @param {HTMLAnchorElement} link */
function pageOf(link) {
  const address = link.href.split("#")[0];
  const known = pages.get(address);
  if (known) return known;
  const asked = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
  pages.set(address, asked);
  return asked;
}

/** @param {Document} page @param {HTMLAnchorElement} link @returns {Node[]} */
function evidenceIn(page, link) {
  const heading = page.getElementById(decodeURIComponent(link.hash.slice(1)));
  const found = heading?.matches("h2, h3") ? heading.nextElementSibling : heading?.closest("p");
  if (!found) return ["No source in the atlas says anything about it."].map((text) => document.createTextNode(text));
  const copy = document.importNode(found, true);
  for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
  for (const anchor of copy.querySelectorAll("a[href]")) {
    anchor.setAttribute("href", new URL(anchor.getAttribute("href") ?? "", link.href).href);
  }
  return [copy];
}

function makeDialog() {
  const element = document.createElement("dialog");
  const title = document.createElement("h2");
  const body = document.createElement("div");
  const goOn = document.createElement("a");
  const close = document.createElement("button");
  element.className = "evidence-dialog md-typeset";
  title.id = "evidence-title";
  element.setAttribute("aria-labelledby", title.id);
  body.className = "evidence-body";
  body.tabIndex = 0;
  goOn.textContent = "Open on its page";
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => element.close());
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  const foot = document.createElement("p");
  foot.className = "evidence-foot";
  foot.append(goOn, close);
  element.append(title, body, foot);
  document.body.append(element);
  return { element, title, body, goOn };
}
