"""From the fields of a file to its record, by the role of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from isolation_atlas.knowledge import evidence_building as read
from isolation_atlas.knowledge.findings import Spot
from isolation_atlas.knowledge.ontology import Kind, Ontology, Role
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import (
    Answer,
    Expectation,
    Layer,
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
from isolation_atlas.knowledge.shapes import Faults

_LAYER = re.compile(r"(.+?)\s*(?:\(([^()]*)\))?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file's usable fields on the way to a record."""

    id: str
    kind: Kind
    values: dict[str, Any]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a record's meaning depends on besides its own file."""

    ontology: Ontology
    properties: dict[str, Property]


def build_record(entry: Entry, around: Surroundings, faults: Faults) -> Record:
    """Return the record of a file; parts that cannot be understood are reported and left out."""
    return _BUILDERS[entry.kind.role](entry, around, faults)


def _common(entry: Entry, around: Surroundings) -> dict[str, Any]:
    relations = tuple(relation.id for relation in around.ontology.relations)
    return {
        "id": entry.id,
        "kind": entry.kind.id,
        "name": entry.values.get("name", entry.id),
        "spot": entry.spot,
        "summary": entry.values.get("summary", ""),
        "aliases": entry.values.get("aliases", ()),
        "edges": read.edges(entry.id, entry.values, relations),
        "statements": read.statements(entry.values),
    }


def _subject(entry: Entry, around: Surroundings, faults: Faults) -> Record:
    values = entry.values
    return Subject(
        **_common(entry, around),
        level=values.get("level", ""),
        homepage=values.get("homepage", ""),
        stack=tuple(_layer(text) for text in values.get("stack", ())),
        boundary=values.get("boundary", ""),
        facts=read.facts(entry.id, values.get("facts", ()), around.properties, faults),
        comparisons=read.comparisons(entry.id, values.get("comparisons", ()), faults),
    )


def _layer(text: str) -> Layer:
    found = _LAYER.fullmatch(text)
    name, remarks = (found.group(1), found.group(2) or "") if found else (text, "")
    notes = [note.strip() for note in remarks.split(",") if note.strip()]
    return Layer(name, "shared" in notes, ", ".join(note for note in notes if note != "shared"))


def _need(entry: Entry, around: Surroundings, faults: Faults) -> Record:
    return Need(
        **_common(entry, around),
        requires=read.requirements(entry.values.get("requires", ()), around.properties, faults),
        prefers=read.preferences(entry.values.get("prefers", ())),
    )


def _topic(entry: Entry, around: Surroundings, faults: Faults) -> Record:
    given = tuple((field.id, str(entry.values[field.id])) for field in entry.kind.fields if field.id in entry.values)
    return Topic(**_common(entry, around), fields=given)


def _tradeoff(entry: Entry, around: Surroundings, faults: Faults) -> Record:
    values = entry.values
    between, eased_by = values.get("between", ()), values.get("eased-by", ())
    return Tradeoff(**_common(entry, around), between=between, mechanism=values.get("mechanism", ""), eased_by=eased_by)


def _question(entry: Entry, around: Surroundings, faults: Faults) -> Record:
    answers = tuple(
        Answer(
            item[1].get("id", ""),
            item[1].get("says", ""),
            read.requirements(item[1].get("requires", ()), around.properties, faults),
            read.preferences(item[1].get("prefers", ())),
            item[0],
        )
        for item in entry.values.get("answers", ())
    )
    asks, why = entry.values.get("asks", ""), entry.values.get("why", "")
    return Question(**_common(entry, around), asks=asks, why=why, answers=answers)


def _scenario(entry: Entry, around: Surroundings, faults: Faults) -> Record:
    values = entry.values
    expected = values["expect"][1] if "expect" in values else {}
    return Scenario(
        **_common(entry, around),
        need=values.get("workload", ""),
        answers=values.get("answers", ()),
        requires=read.requirements(values.get("requires", ()), around.properties, faults),
        expect=Expectation(expected.get("fits", ()), expected.get("may-fit", ()), expected.get("ruled-out", ())),
    )


def _tree(entry: Entry, around: Surroundings, faults: Faults) -> Record:
    values = entry.values
    candidates = read.selections(values.get("candidates", ()))
    return Tree(
        **_common(entry, around),
        candidates=candidates,
        questions=values.get("questions", ()),
        depth=values.get("depth", 0),
    )


def _matrix(entry: Entry, around: Surroundings, faults: Faults) -> Record:
    values = entry.values
    rows, columns = read.selections(values.get("rows", ())), read.selections(values.get("columns", ()))
    return Matrix(**_common(entry, around), rows=rows, columns=columns, relations=values.get("relations", ()))


def _source(entry: Entry, around: Surroundings, faults: Faults) -> Record:
    values = entry.values
    return Source(
        **{**_common(entry, around), "name": values.get("title", entry.id)},
        by=values.get("by", ""),
        date=values.get("date", ""),
        type=values.get("kind", ""),
        url=values.get("url", ""),
        note=values.get("note", ""),
    )


_BUILDERS: dict[Role, Callable[[Entry, Surroundings, Faults], Record]] = {
    Role.SUBJECT: _subject,
    Role.NEED: _need,
    Role.TOPIC: _topic,
    Role.TRADEOFF: _tradeoff,
    Role.QUESTION: _question,
    Role.SCENARIO: _scenario,
    Role.TREE: _tree,
    Role.MATRIX: _matrix,
    Role.SOURCE: _source,
}
