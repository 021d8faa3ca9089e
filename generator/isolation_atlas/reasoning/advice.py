"""What sources advise for and against, beside what is derived: where the two differ, both are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Advice
from isolation_atlas.knowledge.records import Edge
from isolation_atlas.reasoning.profiles import Situation, collect
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.selection import choosable_subjects
from isolation_atlas.reasoning.sorting import Standing, place


@dataclass(frozen=True, slots=True)
class Advised:
    """A source's advice on a subject for a need, and where the requirements put the subject."""

    edge: Edge
    advice: Advice
    standing: Standing

    @property
    def differs(self) -> bool:
        """Whether the advice and what is derived contradict each other."""
        return self.standing is (Standing.RULED_OUT if self.advice is Advice.FOR else Standing.FITS)


def advice_on(knowledge: Knowledge) -> Mapping[tuple[str, str], tuple[tuple[Advice, Edge], ...]]:
    """Return the advice of sources by subject and need, as relations that advise state it."""
    meaning = {relation.id: relation.advises for relation in knowledge.ontology.relations}
    found: dict[tuple[str, str], list[tuple[Advice, Edge]]] = {}
    for edge in knowledge.edges:
        advice = meaning.get(edge.relation)
        if advice is not None and edge.origin in knowledge.subjects and edge.target in knowledge.needs:
            found.setdefault((edge.origin, edge.target), []).append((advice, edge))
    return MappingProxyType({pair: tuple(each) for pair, each in found.items()})


def advised_against(knowledge: Knowledge, need: str) -> Mapping[str, tuple[str, ...]]:
    """Return the subjects that sources advise against for a need, each with what the sources say."""
    found = {
        subject: tuple(_reason(knowledge, edge) for what, edge in advice if what is Advice.AGAINST)
        for (subject, of), advice in advice_on(knowledge).items()
        if of == need
    }
    return MappingProxyType({subject: claims for subject, claims in found.items() if claims})


def _reason(knowledge: Knowledge, edge: Edge) -> str:
    source = knowledge.sources.get(edge.evidence.source)
    return edge.evidence.claim or (f"See {source.name}." if source else "No reason is given.")


def advised(judge: Judge) -> Iterator[Advised]:
    """Yield all advice on what can be chosen, by subject and need, for needs that require something."""
    knowledge = judge.knowledge
    choosable = set(choosable_subjects(knowledge))
    for (subject, need), advice in sorted(advice_on(knowledge).items(), key=lambda each: each[0]):
        demands = collect(knowledge, Situation(need=need)).demands
        if subject in choosable and demands:
            standing = place(subject, demands, judge).standing
            yield from (Advised(edge, what, standing) for what, edge in advice)
