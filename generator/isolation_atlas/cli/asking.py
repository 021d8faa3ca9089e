"""The guide in a terminal: one question at a time, with the way back and the reason for each."""

from __future__ import annotations

from dataclasses import replace

from isolation_atlas.cli.output import say, show
from isolation_atlas.knowledge.records import Question
from isolation_atlas.reasoning.asking import next_questions
from isolation_atlas.reasoning.profiles import Situation, collect
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.selection import choosable_subjects
from isolation_atlas.reasoning.sorting import Placed, Standing, place

_KEYS = "a number answers; s skips; b goes back; ? says why it is asked; Enter or q ends"


def ask(situation: Situation, judge: Judge) -> Situation:
    """Return the situation with the answers of whoever sits at the terminal; an end of input ends the questions."""
    say(f"({_KEYS})")
    trail: list[tuple[Situation, frozenset[str]]] = []
    skipped: frozenset[str] = frozenset()
    while (question := _next(situation, skipped, judge)) is not None:
        word = _word_for(question)
        if word == "b":
            situation, skipped = trail.pop() if trail else (situation, skipped)
        elif word == "s":
            trail.append((situation, skipped))
            skipped |= {question.id}
        elif word in ("", "q"):
            break
        else:
            trail.append((situation, skipped))
            answer = question.answers[int(word) - 1]
            situation = replace(situation, answers=(*situation.answers, (question.id, answer.id)))
    return situation


def _next(situation: Situation, skipped: frozenset[str], judge: Judge) -> Question | None:
    """The open question that splits those left most."""
    answered = {question for question, _ in situation.answers} | skipped
    left = _left(situation, judge)
    show(f"\n{len(left)} left")
    questions = [each for key, each in sorted(judge.knowledge.questions.items()) if key not in answered]
    splits = next_questions(questions, left, judge)
    return judge.knowledge.questions[splits[0].question] if splits else None


def _left(situation: Situation, judge: Judge) -> list[Placed]:
    demands = collect(judge.knowledge, situation).demands
    candidates = situation.candidates or choosable_subjects(judge.knowledge)
    placed = (place(subject, demands, judge) for subject in candidates)
    return [each for each in placed if each.standing is not Standing.RULED_OUT]


def _word_for(question: Question) -> str:
    """Ask until the reply is a key or the number of an answer."""
    show(question.asks)
    for number, answer in enumerate(question.answers, start=1):
        show(f"  {number}  {answer.says}")
    while True:
        try:
            word = input("> ").strip().lower()
        except EOFError:
            return "q"
        if word == "?":
            show(question.why or "No reason is written down.")
        elif word in ("", "q", "s", "b") or (word.isdecimal() and 1 <= int(word) <= len(question.answers)):
            return word
        else:
            say(f"{word!r} is no reply: {_KEYS}")
