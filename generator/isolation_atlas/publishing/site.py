"""Everything that pages are made from: built once, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

import networkx as nx

from isolation_atlas.knowledge.graph import all_evidence, build_graph
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Advice, Role
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import Edge, Evidence, Fact
from isolation_atlas.publishing.addresses import page_of
from isolation_atlas.publishing.link import Link
from isolation_atlas.reasoning.advice import advice_on
from isolation_atlas.reasoning.cells import Cell, Cells, Origin
from isolation_atlas.reasoning.criteria import Goodness, goodness_of
from isolation_atlas.reasoning.profiles import Profile, Situation, collect
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.selection import choosable_subjects, passed_over, select_properties
from isolation_atlas.reasoning.tree_proof import derive_proved_tree
from isolation_atlas.reasoning.trees import DecisionTree

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Field:
    """How good everybody is on a property who can be chosen and has facts of its own: whole, and each end sorted."""

    goodness: Mapping[str, Goodness]
    bests: tuple[float, ...]
    worsts: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Site:
    """Knowledge with its cells; what follows from it is worked out when a page first asks for it."""

    knowledge: Knowledge
    cells: Cells
    only: frozenset[str] = frozenset()
    """The things whose pages are wanted; empty means all."""

    @classmethod
    def of(cls, knowledge: Knowledge, only: Iterable[str] = ()) -> Site:
        """Return the site of a body of knowledge, of all pages or only of those about some things."""
        return cls(knowledge, Cells(knowledge), frozenset(only))

    def shown(self, things: Mapping[str, Shown]) -> Iterator[Shown]:
        """Yield those of several things whose pages are wanted."""
        return (thing for key, thing in things.items() if not self.only or key in self.only)

    def cell(self, subject: str, prop: str) -> Cell:
        """Return the cell of a subject and a property; raises KeyError if either is unknown."""
        return self.cells.cell(subject, prop)

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """The address of the page that is about each thing."""
        return MappingProxyType({thing: page_of(self.knowledge, thing) for thing in self.knowledge.ids})

    @cached_property
    def links(self) -> Mapping[str, Link]:
        """A link to each thing."""
        name_of = self.knowledge.name_of
        return MappingProxyType({thing: Link(address, name_of(thing)) for thing, address in self.addresses.items()})

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """Every thing and every relation."""
        return build_graph(self.knowledge)

    @cached_property
    def judge(self) -> Judge:
        """Verdicts of requirements."""
        return Judge(self.cells)

    @cached_property
    def trees(self) -> Mapping[str, DecisionTree]:
        """Every published tree, derived and proved; raises TreeNotProvedError where a tree and the rules differ."""
        return MappingProxyType(
            {key: derive_proved_tree(tree, self.judge)[0] for key, tree in self.knowledge.trees.items()}
        )

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """For each property of which one direction is better, the field in which something can stand out."""
        ordered = (prop for prop in self.knowledge.properties.values() if prop.ordered)
        return MappingProxyType({prop.id: self._field(prop) for prop in ordered})

    @cached_property
    def by_use(self) -> tuple[str, ...]:
        """The properties of which one direction is better, what decides most in published matrices first."""
        ordered = (prop.id for prop in self.knowledge.properties.values() if prop.ordered)
        return tuple(sorted(ordered, key=lambda prop: (-self.matrix_use[prop], -self.coverage[prop], prop)))

    def goodness(self, subject: str) -> Mapping[str, Goodness]:
        """Return how good a subject is on each property on which that is known, whoever the facts are about."""
        if subject not in self._goodness:
            properties = self.knowledge.properties
            found = ((prop, goodness_of(self.cell(subject, prop), properties[prop])) for prop in self.by_use)
            self._goodness[subject] = {prop: goodness for prop, goodness in found if goodness is not None}
        return self._goodness[subject]

    @cached_property
    def _goodness(self) -> dict[str, Mapping[str, Goodness]]:
        return {}

    @cached_property
    def profiles(self) -> Mapping[str, Profile]:
        """What each need asks for."""
        needs = self.knowledge.needs
        return MappingProxyType({need: collect(self.knowledge, Situation(need=need)) for need in needs})

    @cached_property
    def advice(self) -> Mapping[tuple[str, str], tuple[tuple[Advice, Edge], ...]]:
        """What sources advise, by subject and need."""
        return advice_on(self.knowledge)

    @cached_property
    def evidence_by_source(self) -> Mapping[str, tuple[tuple[str, Evidence], ...]]:
        """What cites each source: the id of the thing in whose file the evidence stands, and the evidence."""
        found: dict[str, list[tuple[str, Evidence]]] = {}
        for holder, evidence in all_evidence(self.knowledge):
            if evidence.source:
                found.setdefault(evidence.source, []).append((holder, evidence))
        return MappingProxyType({source: tuple(items) for source, items in found.items()})

    @cached_property
    def facts_by_property(self) -> Mapping[str, tuple[Fact, ...]]:
        """The facts about each property that has any, subject by subject."""
        found: dict[str, list[Fact]] = {}
        for (_, prop), facts in self.knowledge.facts_by_cell.items():
            found.setdefault(prop, []).extend(facts)
        return MappingProxyType({prop: tuple(facts) for prop, facts in found.items()})

    @cached_property
    def choosable(self) -> Mapping[str, None]:
        """The ids of the subjects that can be chosen, in order."""
        return MappingProxyType(dict.fromkeys(choosable_subjects(self.knowledge)))

    @cached_property
    def passed_over(self) -> Mapping[str, tuple[Fact, ...]]:
        """The subjects that are never recommended, each with the facts for which."""
        return MappingProxyType(dict(passed_over(self.knowledge)))

    @cached_property
    def today(self) -> date:
        """The latest day of reading: output must not depend on the day on which it is made."""
        days = (day for _, evidence in all_evidence(self.knowledge) for day in evidence.verified)
        return max(days, default=date(1970, 1, 1))

    @cached_property
    def properties_by_group(self) -> tuple[tuple[str, tuple[Property, ...]], ...]:
        """The properties of each group that has any, in the ontology's order of groups."""
        groups = self.knowledge.ontology.groups
        found = ((group.id, self._in_group(group.id)) for group in groups)
        return tuple((group, properties) for group, properties in found if properties)

    @cached_property
    def property_folder(self) -> str:
        """The folder of the kind that plays the part of properties."""
        return self.knowledge.ontology.kinds_of(Role.PROPERTY)[0].folder

    @cached_property
    def coverage(self) -> Mapping[str, int]:
        """For how many subjects each property has a value of its own."""
        counts = dict.fromkeys(self.knowledge.properties, 0)
        for (_, prop), facts in self.knowledge.facts_by_cell.items():
            if prop in counts and any(fact.value is not None for fact in facts):
                counts[prop] += 1
        return MappingProxyType(counts)

    @cached_property
    def matrix_use(self) -> Mapping[str, int]:
        """In how many published matrices each property is a column: how much it decides, in the editors' eyes."""
        counts = dict.fromkeys(self.knowledge.properties, 0)
        for matrix in self.knowledge.matrices.values():
            for prop in select_properties(self.knowledge, matrix.columns):
                counts[prop] += 1
        return MappingProxyType(counts)

    def _field(self, prop: Property) -> Field:
        cells = ((subject, self.cell(subject, prop.id)) for subject in self.choosable)
        known = {subject: goodness_of(cell, prop) for subject, cell in cells if cell.origin is Origin.OWN}
        found = {subject: goodness for subject, goodness in known.items() if goodness is not None}
        bests = tuple(sorted(goodness.best for goodness in found.values()))
        return Field(found, bests, tuple(sorted(goodness.worst for goodness in found.values())))

    def _in_group(self, group: str) -> tuple[Property, ...]:
        found = (prop for prop in self.knowledge.properties.values() if prop.group == group)
        return tuple(sorted(found, key=lambda prop: (-self.coverage[prop.id], prop.name)))
