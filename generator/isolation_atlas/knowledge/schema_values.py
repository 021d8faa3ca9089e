"""JSON Schemas of the values that a property takes, for completion and hover in an editor.

They accept everything that ``value_grammar`` accepts, and a little more: an editor points at slips, the check decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.shapes import Json
from isolation_atlas.knowledge.value_grammar import expected_value
from isolation_atlas.knowledge.values import NOT_APPLICABLE_WORDS, Flag

_NUMBER = r"[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?"
_SYNTAX = re.compile(r"[\\^$.*+?()\[\]{}|]")
_ESCAPED = r"\\\g<0>"
_NOT_APPLICABLE: Json = {
    "const": NOT_APPLICABLE_WORDS,
    "description": "The question makes no sense here; say why in the claim.",
}


def value_schema(prop: Property) -> Json:
    """Return the JSON Schema of what may be written as a value of a property."""
    choices = [*_SCHEMAS[prop.sort](prop), _NOT_APPLICABLE]
    return {"description": f"{prop.name}: {expected_value(prop)}.", "anyOf": choices}


def _quantity(prop: Property) -> list[Json]:
    if prop.dimension is None:
        return [{"type": ["string", "number"]}]
    names = [spelling for unit in prop.dimension.unit_names for spelling in _spellings(unit)]
    units = _one_of(name for name in names if name)
    unit = f"{units}?" if "" in names else units
    one, ranged = rf"((<=|>=|<|>|~)\s*)?{_NUMBER}\s*{unit}", rf"{_NUMBER}\s*{units}?\s*\.\.\s*{_NUMBER}\s*{unit}"
    pattern = rf"^\s*({one}|{ranged})\s*$"
    usual = f" {prop.unit}".rstrip()
    examples = [f"125{usual}", f"<= 125{usual}", f"3..5{usual}", f"~ 2{usual}"]
    text: Json = {"type": "string", "pattern": pattern, **_told(prop), "examples": examples}
    return [text, {"type": "number"}] if "" in names else [text]


def _told(prop: Property) -> Json:
    """What an editor says instead of showing the pattern."""
    return {"patternErrorMessage": f"Write {expected_value(prop)}, or {NOT_APPLICABLE_WORDS}."}


def _spellings(unit: str) -> list[str]:
    return [unit, f"µ{unit[1:]}", f"μ{unit[1:]}"] if unit.startswith("u") else [unit]


def _one_of(words: Iterable[str]) -> str:
    """A pattern in the syntax that ECMA 262 and Python share; it has no escaped hyphen, which ``re.escape`` writes."""
    return f"({'|'.join(_SYNTAX.sub(_ESCAPED, word) for word in words)})"


def _level(prop: Property) -> list[Json]:
    words = [word for level in prop.levels for word in (level.id, *level.aliases)]
    level = _one_of(words)
    single: list[Json] = [{"const": each.id, "description": each.criterion} for each in prop.levels]
    return [*single, {"type": "string", "pattern": rf"^{level}(\s*\.\.\s*{level})?$", **_told(prop)}]


def _flag(prop: Property) -> list[Json]:
    return [{"enum": [flag.value for flag in reversed(Flag)]}, {"type": "boolean"}]


def _term(prop: Property) -> list[Json]:
    single: list[Json] = [{"const": term, "description": says} for term, says in prop.terms]
    if not prop.many:
        return single
    items: Json = {"enum": [term for term, _ in prop.terms]}
    return [*single, {"type": "array", "items": items, "minItems": 1, "uniqueItems": True}]


def _date(prop: Property) -> list[Json]:
    return [{"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", **_told(prop)}, {"type": "integer"}]


def _text(prop: Property) -> list[Json]:
    return [{"type": ["string", "number"]}]


_SCHEMAS = {
    Sort.QUANTITY: _quantity,
    Sort.LEVEL: _level,
    Sort.FLAG: _flag,
    Sort.TERM: _term,
    Sort.DATE: _date,
    Sort.TEXT: _text,
}
