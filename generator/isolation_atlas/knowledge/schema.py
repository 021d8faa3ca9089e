"""JSON Schemas for every kind of file, from the same shapes that read them.

Draft-07, because that is what the YAML language server supports best. ``description`` is what an editor shows on hover;
``enumDescriptions`` is an extension that editors show beside a completion and validators pass over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from isolation_atlas.knowledge.evidence_shapes import RELATION
from isolation_atlas.knowledge.field_sorts import ListOf, MapOf, Nested
from isolation_atlas.knowledge.kind_shapes import kind_shape
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Kind, Ontology, Role
from isolation_atlas.knowledge.ontology_reading import ONTOLOGY
from isolation_atlas.knowledge.properties import Sort
from isolation_atlas.knowledge.schema_known import ANYTHING, KNOWN_FILE, id_references, known_schema, of_kind
from isolation_atlas.knowledge.shapes import FieldSort, Json, Shape

DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas(knowledge: Knowledge) -> dict[str, Json]:
    """Return the schemas of all files of knowledge by file name, among them ``KNOWN_FILE``, to which others refer."""
    found = {f"{kind.id}.json": kind_schema(kind, knowledge.ontology) for kind in knowledge.ontology.kinds}
    found["ontology.json"] = whole_schema("Ontology", ONTOLOGY, {})
    found["redirects.json"] = _redirects()
    found[KNOWN_FILE] = {"$schema": DRAFT, "title": "What is known", **known_schema(knowledge)}
    return dict(sorted(found.items()))


def schema_text(schema: Json) -> str:
    """Return a schema as the text of its file; the same schema gives the same bytes."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def kind_schema(kind: Kind, ontology: Ontology) -> Json:
    """Return the schema of a kind's files."""
    ids = id_references() | _ontology_ids(ontology)
    schema = whole_schema(kind.name, kind_shape(kind, ontology), ids)
    properties = schema["properties"]
    _narrow_relations(schema, kind, ontology, ids)
    if kind.role is Role.SUBJECT:
        for field in ("facts", "comparisons"):
            properties[field] = _known(properties[field]["description"], field)
    if kind.role is Role.SCENARIO:
        properties["answers"] = _known(properties["answers"]["description"], "answers")
    if kind.role is Role.PROPERTY:
        schema["allOf"] = [*_needed_by_sort(), *_units_by_dimension(ontology)]
    return schema


def _narrow_relations(schema: Json, kind: Kind, ontology: Ontology, ids: dict[str, Json]) -> None:
    """Let each relation's field offer only the ids of the kinds that the relation leads to."""
    for relation in ontology.relations:
        if kind.id not in relation.origins:
            continue
        name = f"{RELATION.slug}-to-{'-or-'.join(relation.targets)}"
        targets = [{"$ref": f"{KNOWN_FILE}#/definitions/{of_kind(target)}"} for target in relation.targets]
        schema["definitions"][name] = RELATION.schema(ids | {ANYTHING: {"anyOf": targets}})
        item = {"$ref": f"#/definitions/{name}"}
        schema["properties"][relation.id]["anyOf"] = [item, {"type": "array", "items": item}]


def whole_schema(title: str, shape: Shape, ids: dict[str, Json]) -> Json:
    """Return the schema of a whole file of a shape, with the definitions of all shapes inside it."""
    nested = {each.slug: each.schema(ids) for each in _nested(shape)}
    schema: Json = {"$schema": DRAFT, "title": title, **shape.schema(ids)}
    return schema | {"definitions": dict(sorted(nested.items()))} if nested else schema


def _nested(shape: Shape) -> Iterator[Shape]:
    for field in shape.fields:
        sort: FieldSort = field.sort
        while isinstance(sort, ListOf | MapOf):
            sort = sort.item
        if isinstance(sort, Nested):
            yield sort.shape
            yield from _nested(sort.shape)


def _known(description: str, definition: str) -> Json:
    return {"description": description, "allOf": [{"$ref": f"{KNOWN_FILE}#/definitions/{definition}"}]}


def _ontology_ids(ontology: Ontology) -> dict[str, Json]:
    said = {
        "kind": [(kind.id, kind.says) for kind in ontology.kinds],
        "level": [(level.id, level.says) for kind in ontology.kinds for level in kind.levels],
        "group": [(group.id, group.says) for group in ontology.groups],
        "relation": [(relation.id, relation.says) for relation in ontology.relations],
        "dimension": [(dimension.id, ", ".join(dimension.unit_names)) for dimension in ontology.dimensions],
    }
    return {
        kind: {"enum": [word for word, _ in words], "enumDescriptions": [says for _, says in words]}
        for kind, words in said.items()
        if words
    }


def _needed_by_sort() -> list[Json]:
    needed = {Sort.QUANTITY: ["dimension"], Sort.LEVEL: ["levels"], Sort.TERM: ["terms"]}
    return [_if_then("sort", sort.value, {"required": fields}) for sort, fields in needed.items()]


def _units_by_dimension(ontology: Ontology) -> list[Json]:
    return [
        _if_then("dimension", each.id, {"properties": {"unit": {"enum": list(each.unit_names)}}})
        for each in ontology.dimensions
    ]


def _if_then(field: str, word: str, then: Json) -> Json:
    return {"if": {"properties": {field: {"const": word}}, "required": [field]}, "then": then}


def _redirects() -> Json:
    ids = id_references()
    return {
        "$schema": DRAFT,
        "title": "Redirects",
        "description": "The present id of each former one.",
        "type": "object",
        "additionalProperties": {"anyOf": [ids[ANYTHING], ids[Role.SOURCE.value]]},
    }
