"""A small body of knowledge about bicycles, built without files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from isolation_atlas.knowledge.conditions import parse_condition
from isolation_atlas.knowledge.evidence_building import selections
from isolation_atlas.knowledge.findings import NOWHERE
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology_reading import read_ontology
from isolation_atlas.knowledge.properties import Better, Level, Property, Sort
from isolation_atlas.knowledge.records import (
    Answer,
    Comparison,
    Edge,
    Evidence,
    Expectation,
    Fact,
    Need,
    Preference,
    Question,
    Record,
    Requirement,
    Scenario,
    Selection,
    Subject,
    Tree,
    Verdict,
)
from isolation_atlas.knowledge.value_grammar import parse_value
from isolation_atlas.reasoning.cells import Cells
from isolation_atlas.reasoning.requirements import Judge

READ = date(2026, 1, 15)
ONTOLOGY = read_ontology(
    yaml.safe_load(
        """
title: Bicycles
question: Which bicycle?
kinds:
  bicycle:
    role: subject
    folder: bicycles
    name: Bicycle
    plural: Bicycles
    says: Two wheels.
    levels:
      type: {says: A class., plural: Types, choosable: true}
      model: {says: A product., plural: Models, choosable: true}
      part: {says: A part., plural: Parts, choosable: false}
  ride: {role: need, folder: rides, name: Ride, plural: Rides, says: A journey.}
groups:
  fit: {name: Fit, says: How it fits.}
  cost: {name: Cost, says: What it costs.}
relations:
  is-a: {from: [bicycle], to: [bicycle], inverse: includes, says: Is a kind of., inherits: true}
  carried-on: {from: [bicycle], to: [bicycle], inverse: carries, says: Rides on the other.}
composition:
  relations: [carried-on]
  rules: {time: sum, comfort: strongest, weight: weakest, folds: all, towing: any, terrain: union, frame: outer}
dimensions:
  mass: {base: g, floor: 0, units: {g: 1, kg: 1000}}
  time: {base: s, floor: 0, units: {us: 0.000001, ms: 0.001, s: 1, min: 60, h: 3600}}
  count: {base: "", floor: 0, units: {"": 1}}
"""
    ),
    NOWHERE,
    [],
)


def _property(name: str, sort: Sort, better: Better = Better.NONE, group: str = "fit", **more: Any) -> Property:
    return Property(name, name.title(), group, sort, better, f"The {name}.", NOWHERE, **more)


MASS, TIME = ONTOLOGY.dimension("mass"), ONTOLOGY.dimension("time")
PROPERTIES = {
    each.id: each
    for each in (
        _property(
            "comfort", Sort.LEVEL, Better.HIGHER, levels=tuple(Level(one, one) for one in ("low", "fair", "high"))
        ),
        _property("folds", Sort.FLAG, Better.HIGHER),
        _property("frame", Sort.TERM, terms=tuple((one, one) for one in ("steel", "wood", "carbon"))),
        _property("launched", Sort.DATE),
        _property("remarks", Sort.TEXT),
        _property("terrain", Sort.TERM, many=True, terms=tuple((one, one) for one in ("road", "mud", "snow"))),
        _property("time", Sort.QUANTITY, Better.LOWER, "cost", dimension=TIME, unit="s"),
        _property("towing", Sort.FLAG, applies_to=("model",)),
        _property("weight", Sort.QUANTITY, Better.LOWER, "cost", dimension=MASS, unit="kg", review_after=12),
    )
}


def evidence(*, read: bool = True, claim: str = "", source: str = "book") -> Evidence:
    """Return evidence that somebody has read, unless told otherwise."""
    return Evidence(NOWHERE, claim=claim, source=source, verified=(READ,) if read else ())


def fact(subject: str, prop: str, number: int, raw: Any) -> Fact:
    """Return a fact; ``raw`` is a value, None for words alone, or a mapping with value, read and scope."""
    given = raw if isinstance(raw, Mapping) else {"value": raw}
    value = None if given["value"] is None else parse_value(given["value"], PROPERTIES[prop])
    return Fact(subject, prop, number, evidence(read=given.get("read", True)), value, given.get("scope", ""))


def subject(name: str, given: Mapping[str, Any]) -> Subject:
    """Return a subject; the keys are properties with a value or several, and level, is-a and better-than."""
    facts = [
        fact(name, prop, number, raw)
        for prop in PROPERTIES
        if prop in given
        for number, raw in enumerate(given[prop] if isinstance(given[prop], tuple) else (given[prop],), start=1)
    ]
    comparisons = [
        Comparison(name, prop, verdict, other, evidence(source=f"{name} on {other}"))
        for verdict in Verdict
        for prop, other in given.get(verdict.value, ())
    ]
    targets = {relation: given.get(relation, ()) for relation in ("is-a", "carried-on")}
    edges = tuple(
        Edge(relation, name, target, evidence())
        for relation, found in targets.items()
        for target in ([found] if isinstance(found, str) else found)
    )
    return Subject(
        name, "bicycle", name.title(), NOWHERE, edges=edges, level=given.get("level", "model"), facts=tuple(facts),
        comparisons=tuple(comparisons),
    )  # fmt: skip


def requirement(text: str) -> Requirement:
    """Return the requirement that a text states."""
    return Requirement(text, parse_condition(text, PROPERTIES), evidence())


def requirements(texts: Iterable[str]) -> tuple[Requirement, ...]:
    """Return the requirements that texts state."""
    return tuple(requirement(text) for text in texts)


def preferences(properties: Iterable[str]) -> tuple[Preference, ...]:
    """Return preferences for properties."""
    return tuple(Preference(each, evidence()) for each in properties)


def need(name: str, requires: Iterable[str] = (), prefers: Iterable[str] = ()) -> Need:
    """Return a need."""
    return Need(name, "ride", name, NOWHERE, requires=requirements(requires), prefers=preferences(prefers))


def question(name: str, answers: Mapping[str, Iterable[str]]) -> Question:
    """Return a question whose answers require what the texts state."""
    found = tuple(Answer(each, each, requirements(texts), (), NOWHERE) for each, texts in answers.items())
    return Question(name, "question", name, NOWHERE, asks=f"{name}?", answers=found)


def scenario(name: str, requires: Iterable[str], **expected: tuple[str, ...]) -> Scenario:
    """Return a scenario with its expected outcome."""
    expect = Expectation(**expected)
    return Scenario(name, "scenario", name, NOWHERE, requires=requirements(requires), expect=expect)


def tree(questions: Iterable[str], depth: int = 0) -> Tree:
    """Return a tree over all models."""
    candidates = (Selection(level="model"),)
    return Tree("tree", "tree", "Tree", NOWHERE, candidates=candidates, questions=tuple(questions), depth=depth)


def knowledge(subjects: Mapping[str, Mapping[str, Any]], *others: Record) -> Knowledge:
    """Return a body of knowledge with these subjects and other records."""
    records: dict[str, Record] = {name: subject(name, given) for name, given in subjects.items()}
    records.update((record.id, record) for record in others)
    records = dict(sorted(records.items()))
    ids = {name: record.kind for name, record in records.items()} | dict.fromkeys(PROPERTIES, "property")
    return Knowledge(Path(), ONTOLOGY, PROPERTIES, records, ids, {})


def judge(subjects: Mapping[str, Mapping[str, Any]], *others: Record) -> Judge:
    """Return a judge over these subjects and other records."""
    return Judge(Cells(knowledge(subjects, *others)))


def select(*items: dict[str, Any]) -> tuple[Selection, ...]:
    """Return selections by their fields as written in YAML."""
    return selections([(NOWHERE, item) for item in items])
