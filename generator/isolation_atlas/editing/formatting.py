"""``atlas fmt``: files of knowledge in their canonical form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from isolation_atlas.editing.canonical import Order, write_layout
from isolation_atlas.editing.layout import UnreadableLayoutError, read_layout
from isolation_atlas.knowledge.field_sorts import ListOf, MapOf, Nested
from isolation_atlas.knowledge.kind_shapes import kind_shape
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.shapes import FieldSort, Shape


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A file's text as it was read, and in canonical form."""

    before: str
    after: str


def formatted(text: str, file: str, knowledge: Knowledge) -> str:
    """Return a file's text in canonical form; raises UnreadableLayoutError for text that is not YAML.

    ``file`` is relative to the folder of knowledge; its first folder says which kind's order of fields applies.
    """
    head, body = split_modeline(text)
    return head + write_layout(read_layout(body, file), field_order(file, knowledge))


def unformatted(knowledge: Knowledge, files: Sequence[str]) -> dict[str, Rewriting]:
    """Return the text and the canonical text of each of ``files`` (below the folder of knowledge) where they differ.

    What cannot be read as YAML is left out. The ontology and the settings beside it are of no kind: their entries keep
    their order.
    """
    changed = {}
    for file in files:
        try:
            text = Path(knowledge.root, file).read_text(encoding="utf-8")
            canonical = formatted(text, file, knowledge)
        except (OSError, UnicodeDecodeError, UnreadableLayoutError):
            continue
        if canonical != text:
            changed[file] = Rewriting(text, canonical)
    return changed


def split_modeline(text: str) -> tuple[str, str]:
    """Return the line that tells an editor the schema, which always stays the first, and the rest of the text."""
    first, newline, rest = text.partition("\n")
    return (first + newline, rest) if first.startswith("# yaml-language-server:") else ("", text)


def field_order(file: str, knowledge: Knowledge) -> Order:
    """Return the canonical order of fields for a file: its kind's shape, and properties by their groups."""
    kind = next((kind for kind in knowledge.ontology.kinds if kind.folder == file.split("/", 1)[0]), None)
    if kind is None or "/" not in file:
        return lambda keys, _: list(keys)
    shape = kind_shape(kind, knowledge.ontology)
    groups = [group.id for group in knowledge.ontology.groups]
    ranks = {prop.id: groups.index(prop.group) for prop in knowledge.properties.values() if prop.group in groups}

    def order(keys: Sequence[str], path: tuple[str, ...]) -> list[str]:
        sort = _at(shape, path)
        if isinstance(sort, Shape):
            known = [key for key in sort.index if key in keys]
            return [*known, *(key for key in keys if key not in sort.index)]
        if isinstance(sort, MapOf) and sort.kind == "property":
            return sorted(keys, key=lambda key: ranks.get(key, len(groups)))
        return list(keys)

    return order


def _at(shape: Shape, path: tuple[str, ...]) -> Shape | FieldSort | None:
    """What may stand at the end of a path of keys below a shape."""
    here: Shape | FieldSort | None = shape
    for key in path:
        if isinstance(here, Shape):
            found = here.index.get(key)
            here = _inside(found.sort) if found else None
        elif isinstance(here, MapOf):
            here = _inside(here.item)
        else:
            return None
    return here


def _inside(sort: FieldSort) -> Shape | FieldSort:
    while isinstance(sort, ListOf):
        sort = sort.item
    return sort.shape if isinstance(sort, Nested) else sort
