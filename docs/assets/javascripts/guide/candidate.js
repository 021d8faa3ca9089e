// @ts-check
// One candidate: where it stands, why, why not, and what would change that.
import { withTruth } from "../reasoning/sorting.js";
import { MET, NOT_MET, UNCERTAIN } from "../reasoning/truth.js";
import { evidenceAddress, propertyAddress, subjectAddress } from "./addresses.js";
import { make, sign } from "../elements.js";
import { cellWords, changeWords, listed, nameOf, originWords, percent, raiserWords, whyOpen } from "./words.js";

/**
 * @typedef {import("./interactive.js").Guide} Guide
 * @typedef {import("../reasoning/sorting.js").Placed} Placed
 * @typedef {import("../reasoning/requirements.js").Assessment} Assessment
 * @typedef {{rank: number, tied: boolean, first: number | null}} Rank
 */

/** @type {Readonly<Record<import("../reasoning/truth.js").Truth, readonly [string, string, string]>>} */
const SIGNS = {
  [NOT_MET]: ["✕", "not met:", "is-ruled-out"],
  [UNCERTAIN]: ["?", "cannot be confirmed:", "is-may-fit"],
  [MET]: ["✓", "met:", "is-fits"],
};

/**
 * @param {Guide} guide
 * @param {Placed} placed
 * @param {Rank | undefined} rank
 */
export function candidate(guide, placed, rank) {
  const { knowledge } = guide;
  const name = nameOf(knowledge, placed.subject);
  const details = make(
    "details",
    {
      class: "guide-candidate",
      "data-key": `candidate-${placed.subject}`,
      ontoggle: () => body.childElementCount || body.append(...reasons(guide, placed)),
    },
    make(
      "summary",
      {},
      rank && make("span", { class: "guide-rank" }, rank.tied ? `=${rank.rank}` : rank.rank),
      make("span", { class: "guide-name" }, name),
      make("span", { class: "guide-gist" }, gist(guide, placed)),
      rank?.first ? acceptance(rank.first) : null,
    ),
  );
  const body = make("div", { class: "guide-reasons" });
  details.append(body);
  return make("li", {}, details);
}

/**
 * The share of draws that put a candidate first, as a bar and in words.
 * @param {number} share
 */
function acceptance(share) {
  return make(
    "span",
    { class: "guide-first" },
    make("span", { class: "guide-meter", "aria-hidden": "true" }, make("i", { style: `width: ${share * 100}%` })),
    `first in ${percent(share)}`,
  );
}

/**
 * The reason in a few words.
 * @param {Guide} guide
 * @param {Placed} placed
 */
function gist(guide, placed) {
  const names = (/** @type {Assessment[]} */ all) =>
    all.map(({ requirement }) => guide.knowledge.property(requirement.property ?? "").name);
  const failed = withTruth(placed, NOT_MET);
  if (failed.length) return `fails ${listed([...new Set(names(failed))])}`;
  const open = withTruth(placed, UNCERTAIN);
  const warned = warnings(guide, placed).length ? "a source advises against it" : "";
  return [open.length ? `open: ${listed([...new Set(names(open))])}` : "", warned].filter(Boolean).join("; ");
}

/**
 * What sources say against a candidate for the need that was chosen.
 * @param {Guide} guide
 * @param {Placed} placed
 */
export const warnings = ({ knowledge, state }, placed) =>
  knowledge.needs.get(state.need)?.against?.[placed.subject] ?? [];

/**
 * @param {Guide} guide
 * @param {Placed} placed
 */
function warning(guide, placed) {
  const claims = warnings(guide, placed);
  if (claims.length === 0) return null;
  const need = guide.knowledge.needs.get(guide.state.need)?.name ?? "";
  const address = `${subjectAddress(guide.knowledge, placed.subject)}#section-relations`;
  const link = make("a", { href: address }, `A source advises against it for ${need}`);
  return make("p", { class: "guide-warning" }, link, `: ${claims.join(" ")}`);
}

/**
 * @param {Guide} guide
 * @param {Placed} placed
 * @returns {Node[]}
 */
function reasons(guide, placed) {
  const parts = [
    placed.assessments.length
      ? verdicts(guide, placed)
      : make("p", {}, "Nothing is required yet, so nothing speaks against it."),
    warning(guide, placed),
    change(guide, placed),
    better(guide, placed),
    standing(guide, placed),
    page(guide, placed.subject),
  ];
  return parts.filter((part) => part !== null);
}

/**
 * Every verdict, what fails first.
 * @param {Guide} guide
 * @param {Placed} placed
 */
export function verdicts(guide, placed) {
  const ordered = [...placed.assessments].sort((one, other) => one.truth - other.truth);
  return make(
    "ul",
    { class: "guide-verdicts" },
    ordered.map((each) => verdict(guide, each)),
  );
}

/**
 * @param {Guide} guide
 * @param {string} subject
 */
function page({ knowledge }, subject) {
  const link = make("a", { href: subjectAddress(knowledge, subject) }, `All facts on ${nameOf(knowledge, subject)}`);
  return make("p", { class: "guide-page" }, link);
}

/**
 * @param {Guide} guide
 * @param {Assessment} assessment
 */
function verdict(guide, assessment) {
  const { knowledge, found } = guide;
  const { requirement, cell, truth } = assessment;
  const [mark, word, css] = SIGNS[truth];
  const property = knowledge.property(requirement.property ?? "");
  const demand = found.profile.demands.find((each) => each.requirement === requirement);
  const remark = cell ? originWords(knowledge, cell) : "";
  const open = truth === UNCERTAIN && cell?.says ? whyOpen(assessment) : "";
  return make(
    "li",
    { class: css },
    sign(mark, word, css),
    make(
      "div",
      {},
      make(
        "p",
        {},
        make("a", { href: propertyAddress(knowledge, property.id) }, property.name),
        `: asked ${requirement.says}, known `,
        cell ? evidenceLink(knowledge, cell) : "nothing",
        remark && ` (${remark})`,
        open && `; ${open}`,
      ),
      demand && make("p", { class: "guide-asked" }, askedWords(guide, demand)),
    ),
  );
}

/**
 * Who asks, and with what reason.
 * @param {Guide} guide
 * @param {import("../reasoning/profiles.js").Demand} demand
 */
function askedWords({ knowledge }, { requirement, raisedBy }) {
  const asking = `Asked by ${listed(raisedBy.map((each) => raiserWords(each, knowledge)))}.`;
  return requirement.claim ? `${asking} ${requirement.claim}` : asking;
}

/**
 * @param {import("../reasoning/knowledge.js").Knowledge} knowledge
 * @param {import("../reasoning/knowledge.js").Cell} cell
 */
const evidenceLink = (knowledge, cell) =>
  make("a", { class: "guide-evidence", href: evidenceAddress(knowledge, cell) }, cellWords(cell));

/**
 * @param {Guide} guide
 * @param {Placed} placed
 */
function change(guide, placed) {
  const relaxation = guide.found.relaxations.find((each) => each.subject === placed.subject);
  if (!relaxation) return null;
  const then = relaxation.thenOpen.length ? "It would come in as perhaps fitting" : "It would fit";
  const changes = relaxation.changes.map((each) => make("li", {}, changeWords(each, guide.knowledge)));
  const heading = make("p", {}, `${then} with ${changes.length === 1 ? "this change" : "these changes"}:`);
  return make("div", { class: "guide-change" }, heading, make("ul", {}, changes));
}

/**
 * @param {Guide} guide
 * @param {Placed} placed
 */
function better(guide, placed) {
  const pairs = guide.found.dominance.pairs.filter(([, worse]) => worse === placed.subject);
  if (pairs.length === 0) return null;
  const names = pairs.map(([subject]) => nameOf(guide.knowledge, subject));
  const verb = names.length === 1 ? "is" : "are each";
  const says =
    "at least as good on everything that matters here and better on something, whatever holds within the evidence.";
  return make("p", {}, `${listed(names)} ${verb} ${says}`);
}

/**
 * How it does on the priorities.
 * @param {Guide} guide
 * @param {Placed} placed
 */
function standing(guide, placed) {
  const { priorities } = guide.found.profile;
  if (priorities.length === 0) return null;
  const { knowledge } = guide;
  const cells = priorities.map(({ property }) => {
    const cell = knowledge.cell(placed.subject, property);
    const remark = originWords(knowledge, cell);
    const name = knowledge.property(property).name;
    return make("li", {}, `${name}: `, evidenceLink(knowledge, cell), remark && ` (${remark})`);
  });
  return make("div", { class: "guide-standing" }, make("p", {}, "On the priorities:"), make("ol", {}, cells));
}
