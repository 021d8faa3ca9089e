"""The schema of what the files themselves make known: ids, and what each property and question takes.

It stands in a file of its own, so that a new source or thing changes this one schema and no other.
"""

from __future__ import annotations

from collections.abc import Iterable

from isolation_atlas.knowledge.evidence_shapes import COMPARISON, FACT
from isolation_atlas.knowledge.field_sorts import ListOf, Nested
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.properties import Better, Property
from isolation_atlas.knowledge.schema_values import value_schema
from isolation_atlas.knowledge.shapes import Json

KNOWN_FILE = "known.json"
ANYTHING = "thing"
"""The ids of everything but sources."""
_ROLES = (Role.SUBJECT, Role.PROPERTY, Role.NEED, Role.QUESTION, Role.SOURCE)


def id_references() -> dict[str, Json]:
    """Return the schema of an id for each kind of reference, as references into the file of what is known."""
    named = (*(role.value for role in _ROLES), ANYTHING)
    return {name: {"$ref": f"{KNOWN_FILE}#/definitions/{name}"} for name in named}


def of_kind(kind: str) -> str:
    """Return the name of the definition of a kind's ids."""
    return f"kind-{kind}"


def known_schema(knowledge: Knowledge) -> Json:
    """Return the definitions of all ids by role, of the facts and comparisons by property, and of the answers."""
    references = {kind: {"$ref": each["$ref"].removeprefix(KNOWN_FILE)} for kind, each in id_references().items()}
    definitions: Json = {role.value: _ids(knowledge, _ids_of(role, knowledge)) for role in _ROLES}
    sources = set(_ids_of(Role.SOURCE, knowledge))
    definitions[ANYTHING] = _ids(knowledge, (thing for thing in knowledge.ids if thing not in sources))
    definitions[FACT.slug] = FACT.schema(references)
    definitions[COMPARISON.slug] = COMPARISON.schema(references)
    for kind in sorted({kind for relation in knowledge.ontology.relations for kind in relation.targets}):
        definitions[of_kind(kind)] = _ids(knowledge, (thing for thing, its in knowledge.ids.items() if its == kind))
    definitions["facts"] = _by_property(knowledge, {each.id: _facts(each) for each in knowledge.properties.values()})
    comparisons = ListOf(Nested(COMPARISON)).schema(references)
    definitions["comparisons"] = _by_property(knowledge, dict.fromkeys(knowledge.properties, comparisons))
    definitions["answers"] = _answers(knowledge)
    return {"definitions": definitions}


def _ids_of(role: Role, knowledge: Knowledge) -> list[str]:
    kinds = {kind.id for kind in knowledge.ontology.kinds_of(role)}
    return [thing for thing, kind in knowledge.ids.items() if kind in kinds]


def _ids(knowledge: Knowledge, things: Iterable[str]) -> Json:
    known = list(things)
    if not known:
        return {"type": "string"}
    return {"enum": known, "enumDescriptions": [knowledge.name_of(thing) for thing in known]}


def _by_property(knowledge: Knowledge, schemas: dict[str, Json]) -> Json:
    properties = {
        prop: {"description": _hover(knowledge.properties[prop]), **schema} for prop, schema in schemas.items()
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _facts(prop: Property) -> Json:
    value: Json = {"properties": {"value": value_schema(prop)}}
    return {"type": "array", "items": {"allOf": [{"$ref": f"#/definitions/{FACT.slug}"}, value]}}


def _hover(prop: Property) -> str:
    better = "" if prop.better is Better.NONE else f" {prop.better.value.capitalize()} is better."
    measured = f" Measured: {prop.measured}" if prop.measured else ""
    return f"{prop.name}. {prop.definition}{better}{measured}"


def _answers(knowledge: Knowledge) -> Json:
    properties: Json = {
        question.id: {
            "description": question.asks,
            "anyOf": [{"const": answer.id, "description": answer.says} for answer in question.answers],
        }
        for question in knowledge.questions.values()
        if question.answers
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}
