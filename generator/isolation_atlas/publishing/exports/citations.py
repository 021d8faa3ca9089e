"""Numbering the sources of a table, in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Iterable

from isolation_atlas.knowledge.records import Evidence, Fact
from isolation_atlas.publishing.formats.table import CellFact, Passage, Reference
from isolation_atlas.publishing.formats.wording import clean
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.evidence import fact_value


class Citations:
    """The sources of one table: each gets a number when it is first cited."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._passages: dict[str, dict[Passage, None]] = {}
        self._numbers: dict[str, int] = {}

    def cite(self, evidence: Evidence) -> int:
        """Return the number of a piece of evidence's source, 0 where it names none."""
        if not evidence.source:
            return 0
        number = self._numbers.setdefault(evidence.source, len(self._numbers) + 1)
        read = evidence.last_verified.isoformat() if evidence.last_verified else ""
        self._passages.setdefault(evidence.source, {})[Passage(clean(evidence.locator), read)] = None
        return number

    def numbers_of(self, facts: Iterable[Fact]) -> tuple[int, ...]:
        """Return the numbers of the sources behind facts; a rating has those of the facts that it rests on."""
        found = {self.cite(fact.evidence) for fact in self._grounds(facts, set())}
        return tuple(sorted(found - {0}))

    def fact(self, fact: Fact) -> CellFact:
        """Return a fact with its source's number."""
        return self.statement(fact.evidence, fact_value(self._site, fact))

    def statement(self, evidence: Evidence, value: str = "") -> CellFact:
        """Return a piece of evidence with its source's number."""
        return CellFact(
            clean(value),
            clean(evidence.claim),
            clean(evidence.context),
            self.cite(evidence),
            clean(evidence.locator),
            evidence.last_verified.isoformat() if evidence.last_verified else "",
            evidence.confidence.value if evidence.confidence else "",
        )

    @property
    def latest(self) -> str:
        """The latest day on which any cited passage was read; empty where none was."""
        return max((passage.read for places in self._passages.values() for passage in places), default="")

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everything cited so far, by number."""
        return tuple(self._reference(source, number) for source, number in self._numbers.items())

    def _reference(self, source_id: str, number: int) -> Reference:
        source = self._site.knowledge.sources.get(source_id)
        passages = tuple(self._passages[source_id])
        if source is None:
            return Reference(number, source_id, "", "", "", passages)
        return Reference(number, clean(source.name), clean(source.by), source.date, source.url, passages)

    def _grounds(self, facts: Iterable[Fact], seen: set[str]) -> Iterable[Fact]:
        for fact in facts:
            if fact.id in seen:
                continue
            seen.add(fact.id)
            if not fact.evidence.because:
                yield fact
            for reason in fact.evidence.because:
                yield from self._grounds(self._best(self._site.cells.reason_facts(fact, reason)), seen)

    def _best(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """The first fact that somebody read: a rating rests on whole cells, and one source for each is enough."""
        read = [fact for fact in facts if self._site.cells.is_verified(fact)]
        return tuple(read[:1]) or facts[:1]
