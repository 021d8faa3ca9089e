"""From what stands in YAML to a value, for each sort of property."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from isolation_atlas.knowledge.dates import is_partial_date
from isolation_atlas.knowledge.nearest import did_you_mean
from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.units import Amount, Dimension, format_number
from isolation_atlas.knowledge.values import (
    NOT_APPLICABLE_WORDS,
    DateValue,
    Flag,
    Form,
    LevelRange,
    NotApplicable,
    Quantity,
    Terms,
    Value,
    Words,
)

_NUMBER = r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"
_AMOUNT = re.compile(rf"({_NUMBER})\s*(.*)")
_PREFIXED = re.compile(r"(<=|>=|<|>|~)\s*(.*)")
_RANGE = re.compile(rf"({_NUMBER}\s*[^.]*?)\s*\.\.\s*({_NUMBER}\s*.*)")
_FORMS = {form.value: form for form in Form}


class NotAValueError(ValueError):
    """What was written is not a value of the property; ``expected`` and ``fix`` say what would be.

    An empty ``rule`` says that the reason is another fault, which is reported where it stands.
    """

    def __init__(self, message: str, expected: str, fix: str = "", rule: str = "bad-value") -> None:
        super().__init__(message)
        self.message = message
        self.expected = expected
        self.fix = fix
        self.rule = rule


def parse_value(raw: Any, prop: Property) -> Value:
    """Return the value that ``raw`` (a scalar or list from YAML) states for a property; raises NotAValueError."""
    if raw == NOT_APPLICABLE_WORDS:
        return NotApplicable()
    if isinstance(raw, list):
        if prop.sort is not Sort.TERM:
            raise NotAValueError("A list stands where one value is due.", expected_value(prop))
        return _terms([_text(item) for item in raw], prop)
    if isinstance(raw, dict) or raw is None:
        raise NotAValueError("There is no value here.", expected_value(prop))
    return _PARSERS[prop.sort](_text(raw), prop)


def expected_value(prop: Property) -> str:
    """Return in words what may be written as a value of a property."""
    match prop.sort:
        case Sort.QUANTITY:
            unit = f" {prop.unit}" if prop.unit else ""
            return f"an amount such as '125{unit}', '<= 125{unit}', '3..5{unit}' or '~ 2{unit}'"
        case Sort.LEVEL:
            return "one of " + ", ".join(level.id for level in prop.levels) + ", or a range of two"
        case Sort.FLAG:
            return "yes, partial or no"
        case Sort.TERM:
            return "one of " + ", ".join(term for term, _ in prop.terms)
        case Sort.DATE:
            return "a date such as 2020, 2020-02 or 2020-02-18"
        case _:
            return "some words"


def _text(raw: Any) -> str:
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, int | float):
        return format_number(raw) if raw == raw and abs(raw) != float("inf") else str(raw)
    return " ".join(str(raw).split())  # no pattern below may meet a long run of spaces


def _quantity(text: str, prop: Property) -> Value:
    dimension = prop.dimension
    if dimension is None:
        raise NotAValueError(f"{prop.id} has no dimension.", "a dimension of the ontology", rule="")
    ranged = _RANGE.fullmatch(text)
    if ranged:
        return _range(ranged.group(1), ranged.group(2), dimension, prop)
    prefixed = _PREFIXED.fullmatch(text)
    form = _FORMS[prefixed.group(1)] if prefixed else Form.EXACT
    amount = _amount(prefixed.group(2) if prefixed else text, dimension, prop)
    if form in (Form.AT_MOST, Form.BELOW):
        return Quantity(form, None, amount)
    if form in (Form.AT_LEAST, Form.ABOVE):
        return Quantity(form, amount, None)
    return Quantity(form, amount, amount)


def _range(low_text: str, high_text: str, dimension: Dimension, prop: Property) -> Quantity:
    high = _amount(high_text, dimension, prop)
    bare = re.fullmatch(_NUMBER, low_text.strip())
    low = Amount(_number(low_text.strip()), high.unit) if bare else _amount(low_text, dimension, prop)
    if low.number * (dimension.factor(low.unit) or 1) > high.number * (dimension.factor(high.unit) or 1):
        raise NotAValueError(f"The range begins at {low} and ends below it at {high}.", "the smaller amount first")
    return Quantity(Form.BETWEEN, low, high)


def _amount(text: str, dimension: Dimension, prop: Property) -> Amount:
    found = _AMOUNT.fullmatch(text.strip())
    if not found or ".." in found.group(2):
        fix = "Write numbers and a unit alone; words belong into 'claim:' or 'context:'."
        raise NotAValueError(f"{text!r} is not an amount.", expected_value(prop), fix)
    unit = found.group(2).strip().replace("µ", "u").replace("μ", "u")
    if dimension.factor(unit) is None:
        what = f"{unit!r} is not a unit of {dimension.id}." if unit else f"{text!r} has no unit."
        units = ", ".join(name or "(none)" for name in dimension.unit_names)
        raise NotAValueError(what, f"one of {units}", did_you_mean(unit, dimension.unit_names), "unknown-unit")
    return Amount(_number(found.group(1)), unit)


def _number(text: str) -> float:
    number = float(text)
    if abs(number) == float("inf"):
        raise NotAValueError(f"{text} is too large a number.", "a finite number")
    return number


def _level(text: str, prop: Property) -> Value:
    low, _, high = text.partition("..")
    names = [level.id for level in prop.levels]
    if not names:
        raise NotAValueError(f"{prop.id} has no levels.", "levels in the property's file", rule="")
    found = []
    for word in (low.strip(), high.strip() or low.strip()):
        level = prop.level(word)
        if level is None:
            hint = did_you_mean(word, names)
            raise NotAValueError(f"{word!r} is not a level of {prop.id}.", expected_value(prop), hint)
        found.append(level)
    if names.index(found[0]) > names.index(found[1]):
        raise NotAValueError(f"The range begins at {found[0]}, above {found[1]}.", "the lower level first")
    return LevelRange(found[0], found[1])


def _flag(text: str, prop: Property) -> Value:
    try:
        return Flag(text)
    except ValueError:
        fix = did_you_mean(text, [flag.value for flag in Flag])
        raise NotAValueError(f"{text!r} is neither yes, partial nor no.", expected_value(prop), fix) from None


def _term(text: str, prop: Property) -> Value:
    return _terms([text], prop)


def _terms(words: list[str], prop: Property) -> Value:
    known = [term for term, _ in prop.terms]
    if not known:
        raise NotAValueError(f"{prop.id} has no terms.", "terms in the property's file", rule="")
    for word in words:
        if word not in known:
            fix = did_you_mean(word, known)
            raise NotAValueError(f"{word!r} is not a term of {prop.id}.", expected_value(prop), fix)
    if not words or len(set(words)) != len(words):
        raise NotAValueError("The list is empty or names a term twice.", "each term once")
    if len(words) > 1 and not prop.many:
        raise NotAValueError(
            f"{prop.id} takes one term.", "a single term", "Choose one, or give each term a fact of its own."
        )
    return Terms(tuple(words))


def _date(text: str, prop: Property) -> Value:
    if not is_partial_date(text):
        raise NotAValueError(f"{text!r} is not a date.", expected_value(prop))
    return DateValue(text)


def _words(text: str, prop: Property) -> Value:
    if not text:
        raise NotAValueError("The text is empty.", expected_value(prop))
    return Words(text)


_PARSERS: dict[Sort, Callable[[str, Property], Value]] = {
    Sort.QUANTITY: _quantity,
    Sort.LEVEL: _level,
    Sort.FLAG: _flag,
    Sort.TERM: _term,
    Sort.DATE: _date,
    Sort.TEXT: _words,
}
