"""Records as plain data for JSON: the field names of the format, values as they are written in YAML."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from isolation_atlas.knowledge.findings import Spot
from isolation_atlas.knowledge.records import Condition, Fact
from isolation_atlas.knowledge.units import Dimension
from isolation_atlas.knowledge.values import Value

_WRITTEN = (*Value.__args__, Condition)


def plain(thing: Any) -> Any:
    """Return a record, or anything inside one, as dictionaries, lists, texts and numbers; what is empty is left out."""
    if isinstance(thing, _WRITTEN):
        return str(thing)
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, date):
        return thing.isoformat()
    if isinstance(thing, Dimension):
        return thing.id
    if isinstance(thing, list | tuple):
        return [plain(each) for each in thing]
    if is_dataclass(thing):
        return _fields(thing)
    return thing


def _fields(thing: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"id": thing.id} if isinstance(thing, Fact) else {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        if isinstance(value, Spot) or value is None or value in ("", ()):
            continue
        found[field.name.replace("_", "-")] = plain(value)
    evidence: dict[str, Any] = found.pop("evidence", {})
    return found | evidence
