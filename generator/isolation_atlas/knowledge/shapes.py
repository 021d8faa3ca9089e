"""The shape of a file: fields with their sorts, from which both the reading and the JSON Schema follow.

A library for models would refuse a whole file for one bad field, and so hide the file's other faults from the rules
that run afterwards. Here a bad field is reported and left out, and the rest of the file is still read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from isolation_atlas.knowledge.findings import Finding, Spot
from isolation_atlas.knowledge.nearest import did_you_mean
from isolation_atlas.knowledge.repairs import RenameKey, only_meant

_MOST_HINTS = 1000
"""A folder with more faults than this is no knowledge, and looking for near names is what takes longest in it."""

Faults = list[Finding]
Json = dict[str, Any]


class FieldSort(Protocol):
    """What may stand in a field."""

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        """Return the field's value, or ``MISSING`` after reporting why it cannot be used."""
        ...

    def schema(self, ids: Mapping[str, Json]) -> Json:
        """Return the JSON Schema of the field; ``ids`` has the schema of an id for each kind whose ids are known."""
        ...


class Missing:
    """The absence of a usable value."""


MISSING = Missing()


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a file: its key, what may stand in it, and what it means."""

    key: str
    sort: FieldSort
    says: str
    required: bool = False
    example: Any = None


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields that a mapping may have; ``short`` names the field that a bare scalar stands for."""

    name: str
    fields: tuple[Field, ...]
    short: str = ""
    index: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "index", {each.key: each for each in self.fields})

    def read(self, raw: Any, spot: Spot, faults: Faults) -> dict[str, Any]:
        """Return the usable fields of a mapping by key, and report every other one."""
        if self.short and not isinstance(raw, dict) and raw is not None:
            raw, spot_of = {self.short: raw}, spot
        else:
            spot_of = None
        if not isinstance(raw, dict):
            faults.append(wrong(spot, f"{describe(raw)} stands where {self.name} is due.", "lines 'field: value'"))
            return {}
        values: dict[str, Any] = {}
        meant: set[str] = set()
        for key, item in raw.items():
            known = self.index.get(key)
            if known is None:
                fault = self._unknown(key, spot, raw if len(faults) < _MOST_HINTS else None)
                faults.append(fault)
                meant |= {fault.repair.new} if isinstance(fault.repair, RenameKey) else set()
                continue
            value = known.sort.read(item, spot_of or Spot(spot.file, (*spot.path, key)), faults)
            if value is not MISSING:
                values[key] = value
        for each in self.fields:
            if each.required and each.key not in raw and each.key not in meant:
                faults.append(self._absent(each, spot))
        return values

    @property
    def slug(self) -> str:
        """The name without its article, in one word: what a schema calls the shape."""
        return self.name.split(" ", 1)[-1].replace(" ", "-")

    def schema(self, ids: Mapping[str, Json]) -> Json:
        """Return the JSON Schema of the mapping; nested shapes are references to ``#/definitions/SLUG``."""
        properties = {each.key: _described(each, ids) for each in self.fields}
        required = [each.key for each in self.fields if each.required]
        whole: Json = {"type": "object", "properties": properties, "additionalProperties": False}
        if required:
            whole["required"] = required
        return {"anyOf": [self.index[self.short].sort.schema(ids), whole]} if self.short else whole

    def _unknown(self, key: str, spot: Spot, raw: Mapping[str, Any] | None) -> Finding:
        """Return the finding; near names are looked for only with ``raw``, the mapping that the key is in."""
        allowed = ", ".join(self.index)
        message = f"{_capital(self.name)} has no field {key!r}."
        fix = "Remove it, or use one of the fields above."
        if raw is None:
            return Finding("unknown-field", message, spot.key(key), allowed, fix)
        fix = did_you_mean(key, self.index) or fix
        meant = only_meant(key, self.index)
        repair = RenameKey(spot.key(key), meant) if meant and meant not in raw else None
        return Finding("unknown-field", message, spot.key(key), allowed, fix, repair=repair)

    def _absent(self, each: Field, spot: Spot) -> Finding:
        message = f"{_capital(self.name)} lacks the field {each.key!r}."
        example = f"{each.key}: {each.example}" if each.example is not None else f"{each.key}: …"
        return Finding("missing-field", message, spot, f"'{each.key}': {each.says}", f"Add a line such as '{example}'.")


def _described(each: Field, ids: Mapping[str, Json]) -> Json:
    schema = each.sort.schema(ids)
    if "$ref" in schema:
        # Beside a reference draft-07 ignores everything else.
        schema = {"allOf": [schema]}
    schema = {"description": each.says, **schema}
    if each.example is not None:
        schema["examples"] = [each.example]
    return schema


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def describe(raw: Any) -> str:
    """Return in words what stands in YAML."""
    if raw is None:
        return "Nothing"
    if isinstance(raw, dict):
        return "A mapping"
    if isinstance(raw, list):
        return "A list"
    return repr(raw) if len(repr(raw)) < 60 else repr(raw)[:57] + "…'"


def wrong(spot: Spot, message: str, expected: str, fix: str = "") -> Finding:
    """Return a finding that something of the wrong type stands at ``spot``."""
    return Finding("wrong-type", message, spot, expected, fix or f"Write {expected}.")
