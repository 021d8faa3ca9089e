// @ts-check
// The outcome as Markdown, with links to the evidence.
import { withTruth } from "../reasoning/sorting.js";
import { NOT_MET, UNCERTAIN } from "../reasoning/truth.js";
import { evidenceAddress, subjectAddress } from "./addresses.js";
import { warnings } from "./candidate.js";
import { orderWords } from "./shortlist.js";
import { cellWords, changeWords, countWords, listed, nameOf, raiserWords, whyOpen } from "./words.js";

/**
 * @typedef {import("./interactive.js").Guide} Guide
 * @typedef {import("../reasoning/sorting.js").Placed} Placed
 * @typedef {import("../reasoning/requirements.js").Assessment} Assessment
 */

const MOST = 20;

/** @param {Guide} guide */
export function inMarkdown(guide) {
  const { found, knowledge, state } = guide;
  const lines = [
    `# ${knowledge.data.title}: ${guide.candidatesName.toLowerCase()}`,
    "",
    `${countWords(found)}. <${location.href}>`,
    "",
  ];
  lines.push("## Asked for", "");
  if (state.need) lines.push(`- ${knowledge.data.needKind}: ${knowledge.needs.get(state.need)?.name}`);
  for (const demand of found.profile.demands) {
    const name = knowledge.property(demand.requirement.property ?? "").name;
    lines.push(
      `- ${name}: ${demand.requirement.says} (${listed(demand.raisedBy.map((each) => raiserWords(each, knowledge)))})`,
    );
  }
  if (found.profile.demands.length === 0) lines.push("- Nothing is required.");
  for (const id of state.unsure) lines.push(`- ${knowledge.questions.get(id)?.name}: not known`);
  lines.push("", "## Priorities", "");
  found.profile.priorities.forEach(({ property }, index) =>
    lines.push(`${index + 1}. ${knowledge.property(property).name}`),
  );
  if (found.profile.priorities.length === 0) lines.push("None.");
  lines.push("", ...group("Fit", found.fits.placed, (each) => priorityWords(guide, each)));
  const order = orderWords(guide);
  if (order) lines.push(order, "");
  lines.push(...group("May fit", found.mayFit.placed, (each) => verdicts(guide, withTruth(each, UNCERTAIN))));
  lines.push(...group("Ruled out", found.ruledOut, (each) => ruledOut(guide, each)));
  return `${lines.join("\n").trimEnd()}\n`;

  /**
   * @param {string} heading
   * @param {Placed[]} placed
   * @param {(placed: Placed) => string} says
   */
  function group(heading, placed, says) {
    if (placed.length === 0) return [];
    const items = placed.slice(0, MOST).map((each, index) => {
      const name = link(nameOf(knowledge, each.subject), subjectAddress(knowledge, each.subject));
      const reason = says(each);
      const warned = warnings(guide, each).length ? " A source advises against it." : "";
      return `${index + 1}. ${name}${reason ? `: ${reason}` : ""}${warned}`;
    });
    const rest = placed.length - MOST;
    return [`## ${heading} (${placed.length})`, "", ...items, ...(rest > 0 ? ["", `And ${rest} more.`] : []), ""];
  }
}

/**
 * @param {Guide} guide
 * @param {Placed} placed
 */
function priorityWords({ found, knowledge }, placed) {
  return found.profile.priorities
    .map(({ property }) => {
      const cell = knowledge.cell(placed.subject, property);
      return `${knowledge.property(property).name} ${link(cellWords(cell), evidenceAddress(knowledge, cell))}`;
    })
    .join("; ");
}

/**
 * @param {Guide} guide
 * @param {Assessment[]} assessments
 */
function verdicts({ knowledge }, assessments) {
  return assessments
    .map((each) => {
      const name = knowledge.property(each.requirement.property ?? "").name;
      const words = each.cell ? link(cellWords(each.cell), evidenceAddress(knowledge, each.cell)) : "unknown";
      const why = each.truth === UNCERTAIN ? ` (${whyOpen(each)})` : "";
      return `${name}: asked ${each.requirement.says}, known ${words}${why}`;
    })
    .join("; ");
}

/**
 * @param {Guide} guide
 * @param {Placed} placed
 */
function ruledOut(guide, placed) {
  const relaxation = guide.found.relaxations.find((each) => each.subject === placed.subject);
  const changes = listed((relaxation?.changes ?? []).map((each) => changeWords(each, guide.knowledge)));
  return `${verdicts(guide, withTruth(placed, NOT_MET))}. Smallest change: ${changes}`;
}

/**
 * @param {string} words
 * @param {string} address
 */
const link = (words, address) => `[${words.replace(/([\\`*_[\]<>|])/g, "\\$1")}](${new URL(address, location.href)})`;
