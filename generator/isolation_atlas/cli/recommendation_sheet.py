"""A recommendation for a terminal or for Markdown: who fits, who may, who does not, and why."""

from __future__ import annotations

from collections.abc import Iterable

from isolation_atlas.cli.sheet import Line, Section, Sheet
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.reasoning.advice import advised_against
from isolation_atlas.reasoning.cell_words import cell_symbol, cell_text
from isolation_atlas.reasoning.profiles import Raiser, Voice
from isolation_atlas.reasoning.recommendation import Recommendation, Shortlist
from isolation_atlas.reasoning.relaxation import Relaxation
from isolation_atlas.reasoning.requirements import Assessment, Why
from isolation_atlas.reasoning.selection import left_out, passed_over
from isolation_atlas.reasoning.sorting import Placed
from isolation_atlas.reasoning.truth import Truth


def recommendation_sheet(found: Recommendation, knowledge: Knowledge, most: int, need: str = "") -> Sheet:
    """Return what follows from a situation; of those that fit not for certain the first ``most`` are named."""
    writing = _Writing(knowledge, need)
    easing = {each.subject: each for each in found.relaxations}
    ruled_out = tuple(writing.ruled_out(each, easing.get(each.subject)) for each in found.ruled_out[:most])
    may_fit = tuple(writing.shortlist(found.may_fit))[:most]
    sections = (
        Section("Asked for", tuple(writing.demands(found))),
        Section("These do not go together", tuple(writing.conflicts(found))),
        Section(f"Fits ({len(found.fits.placed)})", tuple(writing.shortlist(found.fits))),
        Section(f"May fit ({len(found.may_fit.placed)})", (*may_fit, *_more(len(found.may_fit.placed) - most))),
        Section(f"Ruled out ({len(found.ruled_out)})", (*ruled_out, *_more(len(found.ruled_out) - most))),
        Section("One inside the other would do", tuple(writing.combinations(found))),
        Section("Ask next", tuple(writing.questions(found))),
        Section("Never recommended", tuple(writing.left_out())),
    )
    count = f"{len(found.fits.placed)} fit, {len(found.may_fit.placed)} may fit, {len(found.ruled_out)} do not."
    return Sheet("Recommendation", count, sections)


def _more(number: int) -> tuple[Line, ...]:
    return (Line("…", f"{number} more"),) if number > 0 else ()


class _Writing:
    def __init__(self, knowledge: Knowledge, need: str = "") -> None:
        self.knowledge = knowledge
        self._warnings = advised_against(knowledge, need)

    def demands(self, found: Recommendation) -> Iterable[Line]:
        for demand in found.profile.demands:
            yield Line("requires", f"{demand.requirement.text}{self._raised(demand.raised_by)}")
        for number, priority in enumerate(found.profile.priorities, start=1):
            yield Line(f"prefers {number}", f"{priority.property}{self._raised(priority.raised_by)}")

    def conflicts(self, found: Recommendation) -> Iterable[Line]:
        for conflict in found.conflicts:
            yield Line(conflict.kind.value, "; ".join(demand.requirement.text for demand in conflict.demands))

    def shortlist(self, shortlist: Shortlist) -> Iterable[Line]:
        ranks = {each.subject: each.rank for each in shortlist.order}
        for number, placed in enumerate(shortlist.placed):
            uncertain = self.uncertain(placed)
            doubt = ("rests on unverified facts",) if placed.unverified else ()
            ahead = self._ahead(shortlist, number)
            warned = (f"a source advises against it: {claim}" for claim in self._warnings.get(placed.subject, ()))
            yield Line(
                f"{ranks[placed.subject]}.", f"{self._name(placed.subject)}{ahead}", (*uncertain, *doubt, *warned)
            )

    def uncertain(self, placed: Placed) -> list[str]:
        """What cannot be confirmed; requirements of which nothing is known share a line."""
        pending = placed.of(Truth.UNCERTAIN)
        unknown = [each.requirement.text for each in pending if each.why is Why.UNKNOWN]
        told = [self.verdict(each) for each in pending if each.why is not Why.UNKNOWN]
        return [*told, *([f"nothing is known for {'; '.join(unknown)}"] if unknown else [])]

    def ruled_out(self, placed: Placed, relaxation: Relaxation | None) -> Line:
        below = [self.verdict(each) for each in placed.of(Truth.NOT_MET)]
        if relaxation is not None:
            below.append(f"would {'perhaps ' if relaxation.then_open else ''}fit {self._eased(relaxation)}")
        return Line("✕", self._name(placed.subject), tuple(below))

    def combinations(self, found: Recommendation) -> Iterable[Line]:
        for each in found.combinations[:10]:
            inner, outer = self._name(each.composed.inner), self._name(each.composed.outer)
            yield Line(each.placed.standing.word, f"{inner} inside {outer}")

    def left_out(self) -> Iterable[Line]:
        reasons = passed_over(self.knowledge)
        for subject in left_out(self.knowledge):
            given = {fact.property: fact.value for fact in reasons[subject]}
            words = ", ".join(f"{self.knowledge.name_of(prop)}: {value}" for prop, value in given.items())
            yield Line("–", f"{self._name(subject)}; {words}")

    def questions(self, found: Recommendation) -> Iterable[Line]:
        for split in found.questions[:3]:
            question = self.knowledge.questions[split.question]
            answers = ", ".join(answer.id for answer in question.answers)
            yield Line(question.id, f"{question.asks} ({answers}); leaves {split.expected_left:.1f} on average")

    def verdict(self, assessment: Assessment) -> str:
        """A requirement with what is known about it."""
        said = f"{assessment.requirement.text}: {assessment.truth.word} ({assessment.why.value})"
        cell = assessment.cell
        if cell is None:
            return said
        return f"{said}; {cell_symbol(cell)} {cell_text(cell, self.knowledge.properties[cell.property])}"

    def _eased(self, relaxation: Relaxation) -> str:
        changes = (
            f"without {each.assessment.requirement.text!r}" if each.enough is None else f"with {each.enough}"
            for each in relaxation.changes
        )
        return ", ".join(changes)

    def _ahead(self, shortlist: Shortlist, number: int) -> str:
        robust = shortlist.robustness
        if robust is None or number >= len(robust.ahead):
            return ""
        return f"  [ahead of the next in {robust.ahead[number]:.0%} of {robust.draws} draws]"

    def _raised(self, raisers: Iterable[Raiser]) -> str:
        names = [
            f"{raiser.thing}={raiser.answer}" if raiser.voice is Voice.ANSWER else raiser.thing
            for raiser in raisers
            if raiser.voice is not Voice.READER
        ]
        return f"  [from {', '.join(names)}]" if names else ""

    def _name(self, subject: str) -> str:
        return f"{self.knowledge.name_of(subject)} ({subject})"


def verdict_line(assessment: Assessment, knowledge: Knowledge) -> str:
    """Return a requirement with its verdict and what is known about it."""
    return _Writing(knowledge).verdict(assessment)
