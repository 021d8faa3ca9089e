"""Putting a fact, a relation or a new thing into the right file in the right place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from isolation_atlas.editing.canonical import write_layout
from isolation_atlas.editing.formatting import field_order, split_modeline
from isolation_atlas.editing.layout import Branch, Entry, Layout, Leaf, read_layout
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.scalars import plain_scalar

Given = str | Sequence[str]
Fields = Mapping[str, Given]


def modeline(file: str, kind: str) -> str:
    """Return the line that tells an editor which schema a file below the folder of knowledge follows."""
    up = "../" * len(PurePosixPath(file).parents)
    return f"# yaml-language-server: $schema={up}schema/{kind}.json\n"


def new_thing(file: str, kind: str, fields: Fields, knowledge: Knowledge) -> str:
    """Return the text of a new file with the given fields in canonical order."""
    layout = Layout(_mapping(fields), [])
    return modeline(file, kind) + write_layout(layout, field_order(file, knowledge))


def with_fact(text: str, file: str, prop: str, fields: Fields, knowledge: Knowledge) -> str:
    """Return a subject's text with one more fact on a property, after those it has."""
    return _changed(text, file, knowledge, lambda root: _append(_branch(root, "facts"), prop, fields))


def with_relation(text: str, file: str, relation: str, fields: Fields, knowledge: Knowledge) -> str:
    """Return a thing's text with one more relation; ``fields`` has ``to`` and the evidence."""
    return _changed(text, file, knowledge, lambda root: _append(root, relation, fields))


def _changed(text: str, file: str, knowledge: Knowledge, change: Callable[[Branch], None]) -> str:
    head, body = split_modeline(text)
    layout = read_layout(body, file)
    if isinstance(layout.root, Branch):
        change(layout.root)
    return head + write_layout(layout, field_order(file, knowledge))


def _branch(root: Branch, key: str) -> Branch:
    found = _entry(root, key)
    if found is not None and isinstance(found.value, Branch):
        found.value.flow = False
        return found.value
    fresh = Branch(mapping=True, flow=False)
    root.entries.append(Entry(key, fresh))
    return fresh


def _append(parent: Branch, key: str, fields: Fields) -> None:
    item = Entry(None, _mapping(fields))
    found = _entry(parent, key)
    if found is None:
        parent.entries.append(Entry(key, Branch(mapping=False, flow=False, entries=[item])))
        return
    if not isinstance(found.value, Branch) or found.value.mapping:
        first = Entry(None, found.value)
        found.value = Branch(mapping=False, flow=False, entries=[first])
    found.value.flow = False
    found.value.entries.append(item)


def _entry(branch: Branch, key: str) -> Entry | None:
    return next((entry for entry in branch.entries if entry.key == key), None)


def _mapping(fields: Fields) -> Branch:
    return Branch(
        mapping=True, flow=False, entries=[Entry(key, _value(given)) for key, given in fields.items() if given]
    )


def _value(given: Given) -> Leaf | Branch:
    if isinstance(given, str):
        return Leaf(given, quoted=isinstance(plain_scalar(given), str))
    return Branch(mapping=False, flow=True, entries=[Entry(None, _value(each)) for each in given])
