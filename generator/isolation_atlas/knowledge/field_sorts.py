"""What may stand in a field: words, ids, days, choices, lists and mappings of these."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from isolation_atlas.knowledge.dates import first_day, whole_day
from isolation_atlas.knowledge.findings import Finding, Spot
from isolation_atlas.knowledge.nearest import did_you_mean
from isolation_atlas.knowledge.repairs import ReplaceValue, only_meant
from isolation_atlas.knowledge.shapes import MISSING, Faults, FieldSort, Json, describe, wrong

ID_PATTERN = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)
_MOST_SHOWN = 40
_AN_ID = "lower-case letters and digits, joined by single hyphens or dots"


@dataclass(frozen=True, slots=True)
class Text:
    """Words; numbers and dates are taken as they are written."""

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        if isinstance(raw, str) and raw.strip():
            return " ".join(raw.split())
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return str(raw)
        faults.append(wrong(spot, f"{describe(raw)} stands where text is due.", "some words"))
        return MISSING

    def schema(self, ids: Mapping[str, Json]) -> Json:
        return {"type": ["string", "number"]}


@dataclass(frozen=True, slots=True)
class Raw:
    """Anything; what it means depends on something outside the file, and is decided later."""

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        return raw

    def schema(self, ids: Mapping[str, Json]) -> Json:
        return {}


@dataclass(frozen=True, slots=True)
class Ident:
    """The id of a thing; ``kind`` names the list that an editor offers."""

    kind: str = ""

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        text = str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw
        if isinstance(text, str) and _ID.fullmatch(text):
            return text
        message, repair = f"{describe(raw)} is not an id.", _as_id(raw, spot)
        fix = f"Did you mean {repair.new!r}?" if repair else "Write the name of a file, without '.yaml'."
        faults.append(Finding("bad-id", message, spot, _AN_ID, fix, repair=repair))
        return MISSING

    def schema(self, ids: Mapping[str, Json]) -> Json:
        return dict(ids.get(self.kind, {"type": "string", "pattern": f"^{ID_PATTERN}$"}))


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words, each with its meaning."""

    words: tuple[tuple[str, str], ...]

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        known = [word for word, _ in self.words]
        text = {True: "yes", False: "no"}.get(raw, raw) if isinstance(raw, bool) else raw
        if text in known:
            return text
        fix = did_you_mean(str(raw), known) or "Write one of these words."
        message, meant = f"{describe(raw)} is not known here.", only_meant(str(raw), known)
        repair = ReplaceValue(spot, str(raw), meant) if meant else None
        faults.append(Finding("bad-choice", message, spot, ", ".join(known), fix, repair=repair))
        return MISSING

    def schema(self, ids: Mapping[str, Json]) -> Json:
        return {"oneOf": [{"const": word, "description": says} for word, says in self.words]}


@dataclass(frozen=True, slots=True)
class YesNo:
    """true or false."""

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        if isinstance(raw, bool):
            return raw
        faults.append(wrong(spot, f"{describe(raw)} is neither true nor false.", "true or false"))
        return MISSING

    def schema(self, ids: Mapping[str, Json]) -> Json:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from zero up."""

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 0:
            return raw
        faults.append(wrong(spot, f"{describe(raw)} is not a whole number.", "a whole number"))
        return MISSING

    def schema(self, ids: Mapping[str, Json]) -> Json:
        return {"type": "integer", "minimum": 0}


@dataclass(frozen=True, slots=True)
class Url:
    """An address that a reader can open."""

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        if isinstance(raw, str) and not re.search(r"[\s<>\"]", raw):
            try:
                parts = urlsplit(raw)
            except ValueError:
                parts = urlsplit("")
            if parts.scheme in ("http", "https") and "." in parts.netloc:
                return raw
        fix = "Copy the whole address, with https:// in front."
        faults.append(Finding("bad-url", f"{describe(raw)} is not an address.", spot, "an http or https address", fix))
        return MISSING

    def schema(self, ids: Mapping[str, Json]) -> Json:
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


@dataclass(frozen=True, slots=True)
class AnyDate:
    """A year, month or day; ``undated`` where the source has none."""

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        text = str(raw)
        if text == "undated" or first_day(text) is not None:
            return text
        fix = "Write undated where the source has no date."
        faults.append(Finding("bad-date", f"{describe(raw)} is not a date.", spot, "2020, 2020-02 or 2020-02-18", fix))
        return MISSING

    def schema(self, ids: Mapping[str, Json]) -> Json:
        return {"type": ["string", "integer"], "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|undated)$"}


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day."""

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        day = whole_day(raw) if isinstance(raw, str) else None
        if day is not None:
            return day
        message, repair = f"{describe(raw)} is not a day.", _as_day(raw, spot)
        fix = f"Write {repair.new}." if repair else "Write year, month and day."
        faults.append(Finding("bad-date", message, spot, "a day such as 2026-11-23", fix, repair=repair))
        return MISSING

    def schema(self, ids: Mapping[str, Json]) -> Json:
        return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; with ``single``, one item may stand without the list around it."""

    item: FieldSort
    single: bool = False

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        if isinstance(raw, list):
            found = [self.item.read(each, spot.at(index), faults) for index, each in enumerate(raw)]
            return tuple(each for each in found if each is not MISSING)
        if self.single and raw is not None:
            one = self.item.read(raw, spot, faults)
            return () if one is MISSING else (one,)
        faults.append(wrong(spot, f"{describe(raw)} stands where a list is due.", "a list", _as_list(raw)))
        return MISSING

    def schema(self, ids: Mapping[str, Json]) -> Json:
        item = self.item.schema(ids)
        whole: Json = {"type": "array", "items": item}
        return {"anyOf": [item, whole]} if self.single else whole


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping whose keys are free, or the ids of a kind."""

    item: FieldSort
    kind: str = ""

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        if not isinstance(raw, dict):
            faults.append(wrong(spot, f"{describe(raw)} stands where a mapping is due.", "a mapping"))
            return MISSING
        found = [(key, self.item.read(item, spot.at(key), faults)) for key, item in raw.items()]
        return tuple((key, item) for key, item in found if item is not MISSING)

    def schema(self, ids: Mapping[str, Json]) -> Json:
        whole: Json = {"type": "object", "additionalProperties": self.item.schema(ids)}
        return whole | {"propertyNames": ids[self.kind]} if self.kind and self.kind in ids else whole


@dataclass(frozen=True, slots=True)
class Nested:
    """A mapping of its own shape; read as the spot where it stands and its usable fields."""

    shape: Any

    def read(self, raw: Any, spot: Spot, faults: Faults) -> Any:
        values = self.shape.read(raw, spot, faults)
        return (spot, values) if values else MISSING

    def schema(self, ids: Mapping[str, Json]) -> Json:
        return {"$ref": f"#/definitions/{self.shape.slug}"}


def _as_list(raw: Any) -> str:
    """Return how a list is written, with what stands there as its item if that can be shown."""
    item = raw if isinstance(raw, str | int | float) and len(str(raw)) <= _MOST_SHOWN else "…"
    return f"Write [{item}], or each item on a line of its own after '- '."


def _as_id(raw: Any, spot: Spot) -> ReplaceValue | None:
    """The same word in lower case, with hyphens; a file's own name is not for a repair of its text."""
    if not isinstance(raw, str) or not spot.path:
        return None
    new = raw.lower().replace("_", "-")
    return ReplaceValue(spot, raw, new) if _ID.fullmatch(new) else None


def _as_day(raw: Any, spot: Spot) -> ReplaceValue | None:
    """The same day in the usual form, where the year stands first so that month and day are beyond doubt."""
    found = re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", raw) if isinstance(raw, str) else None
    new = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""
    return ReplaceValue(spot, raw, new) if whole_day(new) is not None else None
