"""Reading ``ontology.yaml``."""

from __future__ import annotations

from math import isfinite
from typing import Any

from isolation_atlas.knowledge.field_sorts import Choice, Ident, ListOf, MapOf, Nested, Raw, Text, YesNo
from isolation_atlas.knowledge.findings import Finding, Spot
from isolation_atlas.knowledge.ontology import (
    Advice,
    Combining,
    Composition,
    Group,
    Kind,
    Ontology,
    Relation,
    Role,
    SubjectLevel,
    TopicField,
)
from isolation_atlas.knowledge.shapes import Faults, Field, Shape, wrong
from isolation_atlas.knowledge.units import Dimension

_ROLES = Choice(tuple((role.value, f"Read as a {role.value}.") for role in Role))
_FIELD_SORTS = Choice((("text", "Words."), ("date", "A date."), ("term", "One of the terms.")))
_LEVEL = Shape(
    "a level",
    (
        Field("says", Text(), "What the level means.", required=True, example="What it means."),
        Field("plural", Text(), "A heading for several.", required=True, example="Families"),
        Field("choosable", YesNo(), "Whether a recommendation may name it."),
    ),
)
_TOPIC_FIELD = Shape(
    "a field",
    (
        Field("name", Text(), "The heading.", required=True),
        Field("sort", _FIELD_SORTS, "What stands in it.", required=True),
        Field("says", Text(), "What it means.", required=True),
        Field("terms", MapOf(Text()), "For a term: the vocabulary."),
    ),
)
_KIND = Shape(
    "a kind",
    (
        Field("role", _ROLES, "What the generator does with it.", required=True, example="subject"),
        Field("folder", Text(), "The folder of its files.", required=True, example="things"),
        Field("name", Text(), "What one is called.", required=True, example="Thing"),
        Field("plural", Text(), "What several are called.", required=True, example="Things"),
        Field("says", Text(), "What it is.", required=True, example="What it is."),
        Field("levels", MapOf(Nested(_LEVEL)), "For subjects: their levels."),
        Field("fields", MapOf(Nested(_TOPIC_FIELD)), "For topics: further fields."),
    ),
)
_GROUP = Shape(
    "a group",
    (Field("name", Text(), "The heading.", required=True), Field("says", Text(), "What it holds.", required=True)),
)
_ADVICE = Choice((("for", "The source uses or recommends it."), ("against", "The source advises against it.")))
_RELATION = Shape(
    "a relation",
    (
        Field("from", ListOf(Ident("kind")), "Kinds it leads from.", required=True),
        Field("to", ListOf(Ident("kind")), "Kinds it leads to.", required=True),
        Field("inverse", Ident(), "Its name the other way round.", required=True),
        Field("says", Text(), "What it means.", required=True),
        Field("acyclic", YesNo(), "Whether a cycle is an error."),
        Field("transitive", YesNo(), "Whether it passes through."),
        Field("symmetric", YesNo(), "Whether it holds both ways."),
        Field("inherits", YesNo(), "Whether cells are taken over along it."),
        Field("advises", _ADVICE, "What a source advises by it, shown beside what is derived."),
    ),
)
_DIMENSION = Shape(
    "a dimension",
    (
        Field("base", Raw(), "The base unit.", required=True),
        Field("floor", Raw(), "A bound below which no value can lie."),
        Field("units", MapOf(Raw()), "Units with their factors to the base unit.", required=True),
    ),
)
_COMBINING = Choice(
    (
        ("inner", "As for the inner one."),
        ("outer", "As for the outer one."),
        ("weakest", "The worse of both."),
        ("strongest", "The better of both."),
        ("sum", "Both amounts added."),
        ("any", "Holds if it holds of either."),
        ("all", "Holds if it holds of both."),
        ("union", "The terms of either."),
        ("intersection", "The terms of both."),
    )
)
_COMPOSITION = Shape(
    "the composition",
    (
        Field("relations", ListOf(Ident()), "Relations that lead from an inner thing to the one around it."),
        Field("rules", MapOf(_COMBINING), "For each property, how the values of both combine."),
    ),
)
ONTOLOGY = Shape(
    "the ontology",
    (
        Field("title", Text(), "The atlas's name.", required=True),
        Field("question", Text(), "The question it answers.", required=True),
        Field("kinds", MapOf(Nested(_KIND)), "Kinds of things.", required=True),
        Field("groups", MapOf(Nested(_GROUP)), "Groups of properties.", required=True),
        Field("relations", MapOf(Nested(_RELATION)), "Relations between things.", required=True),
        Field("dimensions", MapOf(Nested(_DIMENSION)), "Dimensions and units."),
        Field("composition", Nested(_COMPOSITION), "What follows where one thing is placed inside another."),
    ),
)

Read = tuple[Spot, dict[str, Any]]


def read_ontology(data: Any, spot: Spot, faults: Faults) -> Ontology:
    """Return the ontology that the data declares; what cannot be used is reported and left out."""
    raw = ONTOLOGY.read(data, spot, faults)
    return Ontology(
        title=raw.get("title", ""),
        question=raw.get("question", ""),
        kinds=tuple(_kind(key, item) for key, item in raw.get("kinds", ()) if {"role", "folder"} <= set(item[1])),
        groups=tuple(
            Group(key, item[1].get("name", key), item[1].get("says", "")) for key, item in raw.get("groups", ())
        ),
        relations=tuple(_relation(key, item) for key, item in raw.get("relations", ())),
        dimensions=tuple(_dimension(key, item, faults) for key, item in raw.get("dimensions", ())),
        spot=spot,
        composition=_composition(raw["composition"]) if "composition" in raw else Composition(),
    )


def _composition(item: Read) -> Composition:
    rules = tuple((prop, Combining(rule)) for prop, rule in item[1].get("rules", ()))
    return Composition(item[1].get("relations", ()), rules)


def _kind(key: str, item: Read) -> Kind:
    values = item[1]
    levels = tuple(
        SubjectLevel(level, each[1].get("says", ""), each[1].get("plural", level), each[1].get("choosable", True))
        for level, each in values.get("levels", ())
    )
    fields = tuple(
        TopicField(
            name,
            each[1].get("name", name),
            each[1].get("sort", "text"),
            each[1].get("says", ""),
            each[1].get("terms", ()),
        )
        for name, each in values.get("fields", ())
    )
    name: str = values.get("name", key)
    plural: str = values.get("plural", name)
    return Kind(key, Role(values["role"]), values["folder"], name, plural, values.get("says", ""), levels, fields)


def _relation(key: str, item: Read) -> Relation:
    values = item[1]
    laws = {law: values.get(law, False) for law in ("acyclic", "transitive", "symmetric", "inherits")}
    origins, targets = values.get("from", ()), values.get("to", ())
    advises = Advice(values["advises"]) if "advises" in values else None
    return Relation(key, origins, targets, values.get("inverse", key), values.get("says", ""), **laws, advises=advises)


def _dimension(key: str, item: Read, faults: Faults) -> Dimension:
    spot, values = item
    units: list[tuple[str, float]] = []
    for unit, factor in values.get("units", ()):
        if not _is_number(factor) or factor <= 0:
            at = spot.at("units", unit)
            faults.append(wrong(at, f"The unit {unit!r} has the factor {factor!r}.", "a positive number"))
        else:
            units.append((unit, float(factor)))
    floor = values.get("floor")
    if floor is not None and not _is_number(floor):
        faults.append(wrong(spot.at("floor"), f"The floor is {floor!r}.", "a number"))
        floor = None
    return Dimension(key, str(values.get("base", "")), tuple(units), None if floor is None else float(floor))


def _is_number(raw: Any) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool) and isfinite(raw)


def no_ontology(file: str) -> Finding:
    """Return the finding that a folder has no ontology."""
    return Finding(
        "no-ontology",
        "The folder of knowledge has no ontology.yaml.",
        Spot(file),
        "an ontology.yaml that declares kinds, relations and units",
        "Point the command at the right folder, or write the file.",
    )
