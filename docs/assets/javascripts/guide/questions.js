// @ts-check
// The questions: one at a time, the best next one first, or all at once.
import { effectsOf } from "../reasoning/asking.js";
import { RULED_OUT, place } from "../reasoning/sorting.js";
import { collect } from "../reasoning/profiles.js";
import { fill, keepingPlace, make } from "../elements.js";
import { said } from "./said.js";
import { SKIPPED, UNSURE, answered, pastOf, situationOf, statusOf } from "./state.js";
import { counted } from "./words.js";

/**
 * @typedef {import("./interactive.js").Guide} Guide
 * @typedef {import("./state.js").State} State
 * @typedef {import("../reasoning/knowledge.js").Question} Question
 */

export class Questions {
  /**
   * @param {Guide} guide
   * @param {Element} strip  what follows in a line, for narrow windows
   */
  constructor(guide, strip) {
    this.guide = guide;
    this.card = make("div", { class: "guide-card" });
    this.said = make("div", { class: "guide-said" });
    this.element = make(
      "div",
      {},
      make("h2", { id: "guide-asking-heading" }, "Questions"),
      this.card,
      strip,
      this.said,
    );
    this.shown = "";
  }

  /** The question on show, or undefined where no question left would change anything. */
  get current() {
    const { state, found, knowledge } = this.guide;
    const at = knowledge.questions.get(state.at);
    if (at) return at;
    const left = found.questions.filter(({ question }) => statusOf(state, question) === "");
    return knowledge.questions.get(left[0]?.question ?? "");
  }

  show() {
    const { state } = this.guide;
    const current = this.current;
    if (!state.all && !state.at && current) this.guide.state = { ...state, at: current.id };
    const key = this.guide.state.all ? "all" : (current?.id ?? "none");
    if (key === this.shown) this.update();
    else fill(this.card, this.cardOf(key, current));
    this.shown = key;
    keepingPlace(this.said, () => fill(this.said, this.guide.state.all ? [] : said(this.guide)));
  }

  /**
   * @param {string} key
   * @param {Question | undefined} current
   */
  cardOf(key, current) {
    if (key === "all") return this.guide.knowledge.data.questions.map((question) => this.fieldset(question));
    if (!current) return this.nothingLeft();
    return [this.fieldset(current), this.buttons(current)];
  }

  /**
   * @param {Question} question
   * @returns {HTMLFieldSetElement}
   */
  fieldset(question) {
    const status = statusOf(this.guide.state, question.id);
    const effects = this.effects(question);
    const choices = question.answers.map((answer) => [answer.id, answer.says, effects.get(answer.id) ?? ""]);
    choices.push([UNSURE, "I don’t know", "requires nothing"]);
    if (this.guide.state.all) choices.push(["", "No answer", ""]);
    const picked = status === SKIPPED ? "" : status;
    return make(
      "fieldset",
      { class: "guide-question", "data-question": question.id, "aria-describedby": `why-${question.id}` },
      make("legend", {}, question.asks),
      make("p", { class: "guide-why", id: `why-${question.id}` }, question.why),
      choices.map(([id, says, effect]) => this.choice(question.id, id, says, effect, id === picked)),
    );
  }

  /**
   * @param {string} question
   * @param {string} id
   * @param {string} says
   * @param {string} effect
   * @param {boolean} checked
   */
  choice(question, id, says, effect, checked) {
    const input = make("input", {
      type: "radio",
      name: `question-${question}`,
      value: id,
      checked,
      onchange: () => this.guide.say({ ...answered(this.guide.state, question, id), at: this.guide.state.at }),
    });
    const quiet = id === UNSURE || id === "" ? " guide-quiet" : "";
    return make(
      "label",
      { class: `guide-choice${quiet}` },
      input,
      make("span", { class: "guide-choice-says" }, says),
      make("span", { class: "guide-effect", "data-effect": id }, effect),
    );
  }

  /** Brings what is shown up to date without touching what the reader is in. */
  update() {
    for (const fieldset of this.card.querySelectorAll("fieldset")) {
      const question = this.guide.knowledge.questions.get(fieldset.getAttribute("data-question") ?? "");
      if (!question) continue;
      const status = statusOf(this.guide.state, question.id);
      const effects = this.effects(question);
      for (const input of fieldset.querySelectorAll("input"))
        input.checked = input.value === (status === SKIPPED ? "" : status);
      for (const effect of fieldset.querySelectorAll("[data-effect]")) {
        const words = effects.get(effect.getAttribute("data-effect") ?? "");
        if (words !== undefined) effect.textContent = words;
      }
    }
    const next = this.card.querySelector("[data-key=next]");
    if (next) next.textContent = this.nextWords();
  }

  /**
   * What each answer would leave.
   * @param {Question} question
   * @returns {Map<string, string>}
   */
  effects(question) {
    const { state, knowledge, judge } = this.guide;
    const situation = situationOf(answered(state, question.id, ""), knowledge, state.level);
    const { demands } = collect(knowledge, situation);
    const placed = situation.candidates.map((subject) => place(subject, demands, judge));
    const survivors = placed.filter((each) => each.standing !== RULED_OUT);
    const { answers } = effectsOf(question, survivors, judge);
    return new Map(answers.map(({ answer, fits, mayFit }) => [answer, effectWords(fits, mayFit)]));
  }

  nextWords() {
    const { state } = this.guide;
    return statusOf(state, state.at) === "" || statusOf(state, state.at) === SKIPPED ? "Skip" : "Next question";
  }

  /** @param {Question} question */
  buttons(question) {
    const past = pastOf(this.guide.state);
    const index = past.indexOf(question.id);
    const before = index < 0 ? past.at(-1) : past[index - 1];
    const back = make(
      "button",
      { type: "button", class: "guide-button", "data-key": "back", onclick: () => this.go(before ?? "") },
      "Back",
    );
    return make(
      "p",
      { class: "guide-buttons" },
      before !== undefined && back,
      make(
        "button",
        { type: "button", class: "guide-button guide-main", "data-key": "next", onclick: () => this.next(question.id) },
        this.nextWords(),
      ),
    );
  }

  /** @param {string} question */
  next(question) {
    const { state } = this.guide;
    const said = statusOf(state, question) === "" ? answered(state, question, SKIPPED) : state;
    this.guide.say({ ...said, at: "" }, { step: true, focus: true });
  }

  /** @param {string} question */
  go(question) {
    this.guide.say({ ...this.guide.state, all: false, at: question }, { step: true, focus: true });
  }

  nothingLeft() {
    const { skipped } = this.guide.state;
    const last = pastOf(this.guide.state).at(-1);
    return [
      make(
        "p",
        { class: "guide-nothing", tabindex: "-1" },
        skipped.length
          ? `No other question would change the shortlist. Skipped: ${counted(skipped.length, "question")}.`
          : "No further question would change the shortlist.",
      ),
      make(
        "p",
        { class: "guide-buttons" },
        last !== undefined &&
          make(
            "button",
            { type: "button", class: "guide-button", "data-key": "back", onclick: () => this.go(last) },
            "Back",
          ),
        make("a", { class: "guide-button guide-main", href: "#guide-result" }, "Read the shortlist"),
      ),
    ];
  }

  /** Puts the focus where the reader goes on. */
  focus() {
    const checked = this.card.querySelector("input:checked");
    const first = checked ?? this.card.querySelector("input") ?? this.card.querySelector("[tabindex]");
    if (first instanceof HTMLElement) first.focus();
  }
}

/**
 * @param {number} fits
 * @param {number} mayFit
 */
function effectWords(fits, mayFit) {
  if (fits + mayFit === 0) return "leaves nobody";
  return mayFit ? `${fits} fit, ${mayFit} may` : `${fits} fit`;
}
