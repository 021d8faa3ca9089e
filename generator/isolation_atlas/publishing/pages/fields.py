"""The reference of every field of every kind of file, from the shapes that the reading and the JSON Schemas follow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.field_sorts import Choice, ListOf, MapOf, Nested
from isolation_atlas.knowledge.kind_shapes import kind_shape
from isolation_atlas.knowledge.shapes import Field, FieldSort, Shape
from isolation_atlas.publishing.addresses import root_of
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render

PATH = "contributing/fields.md"


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field in the reference."""

    key: str
    required: bool
    takes: str
    says: str
    words: tuple[tuple[str, str], ...]
    example: str


@dataclass(frozen=True, slots=True)
class ShapeView:
    """A mapping with its fields; ``short`` names the field that a bare word stands for."""

    anchor: str
    name: str
    where: str
    short: str
    fields: tuple[FieldView, ...]


def field_pages(site: Site) -> Iterator[Page]:
    """Yield the reference of all fields."""
    ontology = site.knowledge.ontology
    kinds = [(kind_shape(kind, ontology), f"{kind.folder}/") for kind in ontology.kinds]
    inside = {shape.slug: shape for whole, _ in kinds for shape in _inner(whole)}
    shapes = (*(_shape(shape, where) for shape, where in kinds), *(_shape(shape, "") for shape in inside.values()))
    body = render("fields", shapes=shapes, root=root_of(PATH))
    yield Page(PATH, "Fields", "Every field that a file may have, and what may stand in it.", body, hide=())


def _shape(shape: Shape, where: str) -> ShapeView:
    fields = tuple(_field(each) for each in shape.fields)
    return ShapeView(shape.slug, shape.name.split(" ", 1)[-1].capitalize(), where, shape.short, fields)


def _field(each: Field) -> FieldView:
    innermost = _innermost(each.sort)
    words = innermost.words if isinstance(innermost, Choice) else ()
    example = "" if each.example is None else json.dumps(each.example, ensure_ascii=False).strip('"')
    return FieldView(each.key, each.required, takes(each.sort), each.says, words, example)


def takes(sort: FieldSort) -> str:
    """Return in words what may stand in a field of a sort."""
    match sort:
        case ListOf(item, single):
            return f"a list ({takes(item)}){', or one alone' if single else ''}"
        case MapOf(item, kind):
            return f"a mapping from {f'ids ({kind})' if kind else 'names'} to {takes(item)}"
        case Nested(shape):
            return str(shape.name)
        case Choice():
            return "one of these words"
        case _:
            kind = getattr(sort, "kind", "")
            return f"an id ({kind})" if kind else _PLAIN.get(type(sort).__name__, "a value")


_PLAIN = {
    "Text": "text",
    "Ident": "an id",
    "YesNo": "true or false",
    "Count": "a whole number",
    "Url": "an address",
    "AnyDate": "a date: 2020, 2020-02 or 2020-02-18",
    "Day": "a day: 2026-11-25",
    "Raw": "a value",
}


def _innermost(sort: FieldSort) -> FieldSort:
    while isinstance(sort, ListOf | MapOf):
        sort = sort.item
    return sort


def _inner(shape: Shape) -> Iterator[Shape]:
    for each in shape.fields:
        sort = _innermost(each.sort)
        if isinstance(sort, Nested):
            yield sort.shape
            yield from _inner(sort.shape)
