// @ts-check
// The guide: what the reader says goes into the state, the state into the address, and all else follows from it.
import { recommend } from "../reasoning/recommendation.js";
import { Judge } from "../reasoning/requirements.js";
import { actions } from "./actions.js";
import { fill, keepingPlace, make } from "../elements.js";
import { gaps } from "./gaps.js";
import { messages } from "./messages.js";
import { priorities } from "./priorities.js";
import { Questions } from "./questions.js";
import { shortlist, tally } from "./shortlist.js";
import { startingPoint } from "./starting.js";
import { addressOf, freshState, readAddress, situationOf } from "./state.js";
import { wholes } from "./wholes.js";
import { counted, countWords, listed } from "./words.js";

/**
 * @typedef {import("../reasoning/knowledge.js").Knowledge} Knowledge
 * @typedef {import("../reasoning/recommendation.js").Recommendation} Recommendation
 * @typedef {import("./state.js").State} State
 */

const PAUSE = 500;

export class Guide {
  /**
   * @param {HTMLElement} mount
   * @param {Knowledge} knowledge
   */
  constructor(mount, knowledge) {
    this.mount = mount;
    this.knowledge = knowledge;
    this.judge = new Judge(knowledge);
    /** @type {State} */
    this.state = freshState(knowledge);
    this.found = this.recommend();
    this.parts = {
      note: make("p", { class: "guide-note", hidden: true }),
      starting: make("div", { class: "guide-starting" }),
      tally: make("div", { class: "guide-tally" }),
      messages: make("div", {}),
      list: make("div", {}),
      wholes: make("section", { class: "guide-wholes", "aria-labelledby": "guide-wholes-heading" }),
      priorities: make("section", { class: "guide-priorities", "aria-labelledby": "guide-order-heading" }),
      gaps: make("section", { class: "guide-gaps", "aria-labelledby": "guide-gaps-heading" }),
      actions: make("div", { class: "guide-actions" }),
      strip: make("a", { class: "guide-strip", href: "#guide-result" }),
      spoken: make("p", { class: "guide-spoken", role: "status" }),
    };
    this.questions = new Questions(this, this.parts.strip);
    this.timer = 0;
    fill(mount, ...this.layout());
    addEventListener("popstate", (event) => this.restore(event.state?.at ?? "", true));
  }

  layout() {
    const {
      note,
      starting,
      tally: counts,
      messages: says,
      list,
      priorities: order,
      gaps: open,
      actions: tools,
    } = this.parts;
    const { spoken } = this.parts;
    return [
      note,
      starting,
      make(
        "div",
        { class: "guide-columns" },
        make("section", { class: "guide-asking", "aria-labelledby": "guide-asking-heading" }, this.questions.element),
        make(
          "section",
          { class: "guide-result", id: "guide-result", "aria-labelledby": "guide-result-heading", tabindex: "-1" },
          make("h2", { id: "guide-result-heading" }, "What follows"),
          counts,
          says,
          list,
          this.parts.wholes,
          order,
          open,
          tools,
        ),
      ),
      spoken,
    ];
  }

  /** Shows what the address stands for. */
  start() {
    this.restore(history.state?.at ?? "", false);
  }

  /**
   * @param {string} at
   * @param {boolean} focus
   */
  restore(at, focus) {
    const { state, dropped } = readAddress(location.search, this.knowledge);
    this.state = { ...state, at };
    this.parts.note.hidden = dropped.length === 0;
    this.parts.note.textContent =
      `The address names what the atlas does not know (any more): ${listed(dropped)}. ` +
      `${counted(dropped.length, "part was", "parts were")} left out.`;
    this.show();
    if (focus) this.questions.focus();
  }

  /**
   * Takes a new state over. A step is one that the back button undoes.
   * @param {State} state
   * @param {{step?: boolean, focus?: boolean}} [how]
   */
  say(state, { step = false, focus = false } = {}) {
    this.state = state;
    const address = location.pathname + addressOf(state, this.knowledge);
    if (step) history.pushState({ at: state.at }, "", address);
    else history.replaceState({ at: state.at }, "", address);
    this.show();
    if (focus) this.questions.focus();
  }

  /** @returns {Recommendation} */
  recommend() {
    return recommend(situationOf(this.state, this.knowledge, this.state.level), this.judge);
  }

  show() {
    this.found = this.recommend();
    const { parts } = this;
    this.mount.classList.toggle("is-all", this.state.all);
    keepingPlace(parts.starting, () => fill(parts.starting, startingPoint(this)));
    this.questions.show();
    parts.strip.textContent = `${this.candidatesName}: ${countWords(this.found)} ↓`;
    keepingPlace(parts.tally, () => fill(parts.tally, tally(this)));
    fill(parts.messages, messages(this));
    keepingPlace(parts.list, () => fill(parts.list, shortlist(this)));
    const together = wholes(this);
    parts.wholes.hidden = together.length === 0;
    keepingPlace(parts.wholes, () => fill(parts.wholes, together));
    keepingPlace(parts.priorities, () => fill(parts.priorities, priorities(this)));
    const open = gaps(this);
    parts.gaps.hidden = open.length === 0;
    keepingPlace(parts.gaps, () => fill(parts.gaps, open));
    keepingPlace(parts.actions, () => fill(parts.actions, actions(this)));
    this.announce();
  }

  /** The name of the candidates, for example what the chosen level is called in the plural. */
  get candidatesName() {
    return this.knowledge.data.levels.find((each) => each.id === this.state.level)?.plural ?? "";
  }

  announce() {
    const words = `${this.candidatesName}: ${countWords(this.found)}.`;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.parts.spoken.textContent !== words) this.parts.spoken.textContent = words;
    }, PAUSE);
  }
}
