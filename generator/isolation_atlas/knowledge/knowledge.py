"""Everything read, indexed and immutable: what passes between the floors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from isolation_atlas.knowledge.findings import Finding
from isolation_atlas.knowledge.ontology import Ontology
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import (
    Edge,
    Fact,
    Matrix,
    Need,
    Question,
    Record,
    Scenario,
    Source,
    Subject,
    Topic,
    Tradeoff,
    Tree,
)

Kept = TypeVar("Kept", bound=Record)


@dataclass(frozen=True)
class Knowledge:
    """All records by id, with the faults that reading them found.

    ``ids`` has the id and kind of every file, also of those whose content could not be used, so that a reference to a
    broken file is not reported as a reference to nothing.
    """

    root: Path
    ontology: Ontology
    properties: Mapping[str, Property]
    records: Mapping[str, Record]
    ids: Mapping[str, str]
    redirects: Mapping[str, str]
    faults: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """What facts are about, by id."""
        return self._of(Subject)

    @cached_property
    def needs(self) -> Mapping[str, Need]:
        """What has to be served, by id."""
        return self._of(Need)

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Things with a page and relations but without facts, by id."""
        return self._of(Topic)

    @cached_property
    def tradeoffs(self) -> Mapping[str, Tradeoff]:
        """Trade-offs by id."""
        return self._of(Tradeoff)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Questions by id."""
        return self._of(Question)

    @cached_property
    def scenarios(self) -> Mapping[str, Scenario]:
        """Scenarios by id."""
        return self._of(Scenario)

    @cached_property
    def trees(self) -> Mapping[str, Tree]:
        """Published trees by id."""
        return self._of(Tree)

    @cached_property
    def matrices(self) -> Mapping[str, Matrix]:
        """Published matrices by id."""
        return self._of(Matrix)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""
        return self._of(Source)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge, as written, in the order of the origins' ids."""
        return tuple(edge for record in self.records.values() for edge in record.edges)

    @cached_property
    def edges_to(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that lead to each thing."""
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.target].append(edge)
        return MappingProxyType({target: tuple(edges) for target, edges in found.items()})

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, in the order of the subjects' ids."""
        return tuple(fact for subject in self.subjects.values() for fact in subject.facts)

    @cached_property
    def facts_by_cell(self) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
        """The facts of each subject and property that has any."""
        found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.subject, fact.property].append(fact)
        return MappingProxyType({cell: tuple(facts) for cell, facts in found.items()})

    @cached_property
    def _subjects_by_property(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for fact in self.facts:
            found[fact.property].add(fact.subject)
        return MappingProxyType({prop: frozenset(subjects) for prop, subjects in found.items()})

    def subjects_with(self, prop: str) -> frozenset[str]:
        """Return the subjects that have facts of their own on a property."""
        return self._subjects_by_property.get(prop, frozenset())

    def facts_of(self, subject: str, prop: str) -> tuple[Fact, ...]:
        """Return a subject's own facts on a property."""
        return self.facts_by_cell.get((subject, prop), ())

    def fact(self, fact_id: str) -> Fact | None:
        """Return the fact of the address ``subject/property/number``, or None."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)

    def name_of(self, thing: str) -> str:
        """Return the name of a thing or property, or its id where there is none."""
        if thing in self.properties:
            return self.properties[thing].name
        return self.records[thing].name if thing in self.records else thing

    def families_of(self, subject: str) -> tuple[str, ...]:
        """Return the subjects from which a subject directly inherits cells."""
        record = self.subjects.get(subject)
        inheriting = self.ontology.inheriting
        return tuple(edge.target for edge in record.edges if edge.relation in inheriting) if record else ()

    def members_of(self, subject: str) -> tuple[str, ...]:
        """Return the subjects that directly inherit cells from a subject, by id."""
        return self._members.get(subject, ())

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        inheriting = self.ontology.inheriting
        found: dict[str, set[str]] = defaultdict(set)
        for subject in self.subjects.values():
            for edge in subject.edges:
                if edge.relation in inheriting:
                    found[edge.target].add(subject.id)
        return MappingProxyType({family: tuple(sorted(members)) for family, members in found.items()})

    def _of(self, sort: type[Kept]) -> Mapping[str, Kept]:
        return MappingProxyType({key: record for key, record in self.records.items() if isinstance(record, sort)})
