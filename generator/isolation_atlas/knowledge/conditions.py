"""Reading a condition: ``PROPERTY OPERATOR VALUE``, with alternatives separated by ``|``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from isolation_atlas.knowledge.nearest import did_you_mean
from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.records import Condition
from isolation_atlas.knowledge.value_grammar import NotAValueError, parse_value
from isolation_atlas.knowledge.values import Form, NotApplicable, Quantity, Value

OPERATORS = ("<=", ">=", "!=", "=", "<", ">")
_CONDITION = re.compile(r"([a-z0-9.-]+)\s*(<=|>=|!=|==|=|<|>)\s*(.+)")
_WITHOUT_ORDER = (Sort.TERM, Sort.TEXT)


def parse_condition(text: str, properties: Mapping[str, Property]) -> Condition:
    """Return the condition that a text states; raises NotAValueError with what was expected."""
    found = _CONDITION.fullmatch(text.strip())
    if not found:
        raise NotAValueError(f"{text!r} is not a condition.", "a property, an operator such as = or <=, and a value")
    name, operator, rest = found.group(1), found.group(2).replace("==", "="), found.group(3)
    prop = properties.get(name)
    if prop is None:
        hint = did_you_mean(name, properties)
        raise NotAValueError(f"There is no property {name!r}.", "the id of a property", hint, "unknown-property")
    if operator in ("<", "<=", ">", ">=") and prop.sort in _WITHOUT_ORDER:
        raise NotAValueError(f"{name} has no order, so {operator!r} says nothing.", "= or !=", "Use = or !=.")
    values = tuple(_plain(parse_value(part.strip(), prop), name) for part in rest.split("|"))
    if len(values) > 1 and operator not in ("=", "!="):
        expected = "alternatives only with = or !="
        raise NotAValueError(f"{operator!r} takes one value.", expected, "Keep the weakest bound.")
    return Condition(name, operator, values)


def _plain(value: Value, name: str) -> Value:
    if isinstance(value, NotApplicable):
        raise NotAValueError(f"{name} cannot be required to be not applicable.", "a value of the property")
    if isinstance(value, Quantity) and value.form is not Form.EXACT:
        raise NotAValueError(f"{str(value)!r} is not a single amount.", "one amount after the operator, such as 500 ms")
    return value
