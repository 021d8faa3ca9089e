"""JSON: everything a table or tree holds, facts and sources included."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.table import Table


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as JSON, its signs explained under ``legend``."""
    return _encoded({**_plain(table), "legend": _plain(table.legend)})


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as nested JSON."""
    return _encoded(_plain(tree))


def _encoded(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(thing: Any) -> Any:
    if is_dataclass(thing):
        return {each.name: _plain(getattr(thing, each.name)) for each in fields(thing)}
    return [_plain(each) for each in thing] if isinstance(thing, tuple) else thing
