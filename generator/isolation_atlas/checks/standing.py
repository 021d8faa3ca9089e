"""How two subjects stand to each other on a property by their own values."""

from __future__ import annotations

from enum import Enum

from isolation_atlas.checks.context import Context
from isolation_atlas.knowledge.properties import Better
from isolation_atlas.knowledge.values import Interval
from isolation_atlas.reasoning.cells import Origin


class Standing(Enum):
    """What all values of both say."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    OPEN = "open"
    """A value is missing, or the ranges overlap."""


def standing(context: Context, one: str, other: str, prop_id: str) -> Standing:
    """Return how ``one`` stands to ``other``, counting own values only and only ranges that do not overlap."""
    knowledge = context.knowledge
    prop = knowledge.properties.get(prop_id)
    if prop is None or not prop.ordered or not {one, other} <= knowledge.subjects.keys():
        return Standing.OPEN
    cells = [context.cells.cell(each, prop_id) for each in (one, other)]
    ranges = [cell.value.range for cell in cells if cell.value is not None and cell.origin is Origin.OWN]
    if len(ranges) < 2:
        return Standing.OPEN
    if ranges[0] == ranges[1] and ranges[0].low == ranges[0].high:
        return Standing.SAME
    if _below(ranges[0], ranges[1]):
        return Standing.BETTER if prop.better is Better.LOWER else Standing.WORSE
    if _below(ranges[1], ranges[0]):
        return Standing.WORSE if prop.better is Better.LOWER else Standing.BETTER
    return Standing.OPEN


def _below(one: Interval, other: Interval) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low
