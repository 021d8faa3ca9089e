"""One subject placed inside another: which pairs there are, and what is known of the whole.

The ontology declares which relations put one inside another and how each property combines
(``ontology.Composition``). What is known of one side bounds the whole: something unknown stands for everything its
scale allows, so the stronger of a strong part and an unknown one is at least strong, and the sum of 100 ms and
something unknown is at least 100 ms. A property that makes no sense for one side is as for the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Combining
from isolation_atlas.knowledge.properties import Better, Property, Sort
from isolation_atlas.knowledge.records import Edge
from isolation_atlas.knowledge.values import Interval
from isolation_atlas.reasoning.cell_values import CellValue
from isolation_atlas.reasoning.cells import Cell, Cells, Origin, State

_TERM_RULES = (Combining.UNION, Combining.INTERSECTION)
_UNBOUNDED = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Composed:
    """A subject inside another, with the evidence that this is done."""

    inner: str
    outer: str
    edge: Edge

    @property
    def id(self) -> str:
        """The whole's address, ``inner+outer``."""
        return f"{self.inner}+{self.outer}"


def composed_subjects(knowledge: Knowledge) -> tuple[Composed, ...]:
    """Return the pairs that edges of the declared relations join, each once, by id."""
    relations = knowledge.ontology.composition.relations
    found = {
        (edge.origin, edge.target): Composed(edge.origin, edge.target, edge)
        for edge in reversed(knowledge.edges)
        if edge.relation in relations and {edge.origin, edge.target} <= set(knowledge.subjects)
    }
    return tuple(found[pair] for pair in sorted(found))


def composed_cell(whole: Composed, prop: str, cells: Cells) -> Cell:
    """Return what is known of a whole on a property, with the facts of both sides; unknown where no rule is declared.

    ``origins`` names the inner and the outer side. A whole of which a side is unverified is unverified.
    """
    rule = cells.knowledge.ontology.composition.rule(prop)
    if rule is None:
        return Cell(whole.id, prop, State.UNKNOWN)
    sides = (cells.cell(whole.inner, prop), cells.cell(whole.outer, prop))
    if rule in (Combining.INNER, Combining.OUTER):
        side = sides[0] if rule is Combining.INNER else sides[1]
        return replace(side, subject=whole.id, origin=Origin.COMPOSED, origins=(side.subject,))
    return _combined(whole, rule, sides, cells.knowledge.properties[prop])


def _combined(whole: Composed, rule: Combining, sides: tuple[Cell, Cell], prop: Property) -> Cell:
    sensible = [cell for cell in sides if cell.state is not State.NOT_APPLICABLE]
    known = [cell for cell in sensible if cell.known]
    facts = tuple(fact for cell in sensible for fact in cell.facts)
    bare = Cell(whole.id, prop.id, State.UNKNOWN, Origin.COMPOSED, (whole.inner, whole.outer), facts=facts)
    if not known:
        described = any(cell.state is State.DESCRIBED for cell in sensible)
        state = State.DESCRIBED if described else State.UNKNOWN if sensible else State.NOT_APPLICABLE
        return replace(bare, state=state)
    value = _value(rule, sensible, prop)
    if value is None:
        return bare
    deciding = tuple(fact for cell in known for fact in cell.deciding)
    days = [cell.last_verified for cell in known if cell.last_verified]
    return replace(
        bare, state=_state(value, known), value=value, deciding=deciding, last_verified=min(days, default=None)
    )


def _state(value: CellValue, known: list[Cell]) -> State:
    if any(cell.state is State.UNVERIFIED for cell in known):
        return State.UNVERIFIED
    settled = value.sort is not Sort.FLAG or (value.range.low, value.range.high) in ((0, 0), (2, 2))
    return State.VALUE if settled else State.PARTIAL


def _value(rule: Combining, sides: list[Cell], prop: Property) -> CellValue | None:
    if rule in _TERM_RULES:
        return _terms(rule, sides) if prop.sort is Sort.TERM else None
    if prop.sort in (Sort.TERM, Sort.TEXT):
        return None
    ranges = [_range(cell, prop) for cell in sides]
    whole = _joined(rule, ranges, prop) if len(ranges) > 1 else ranges[0]
    if whole is None or whole == _anything(prop):
        return None
    nominal = whole if len(sides) > 1 or sides[0].value is None else sides[0].value.nominal
    return CellValue(prop.sort, whole, nominal, approximate=any(c.value.approximate for c in sides if c.value))


def _terms(rule: Combining, sides: list[Cell]) -> CellValue | None:
    named = [cell.value.terms for cell in sides if cell.value]
    if len(named) < len(sides):
        return None
    first, last = named[0], named[-1]
    joined = (*first, *last) if rule is Combining.UNION else tuple(term for term in first if term in last)
    return CellValue(Sort.TERM, _UNBOUNDED, _UNBOUNDED, terms=tuple(dict.fromkeys(joined)))


def _range(cell: Cell, prop: Property) -> Interval:
    return cell.value.range if cell.value else _anything(prop)


def _anything(prop: Property) -> Interval:
    if prop.sort is Sort.LEVEL:
        return Interval(0, len(prop.levels) - 1)
    if prop.sort is Sort.FLAG:
        return Interval(0, 2)
    return Interval(prop.dimension.floor if prop.dimension else None, None)


def _joined(rule: Combining, ranges: list[Interval], prop: Property) -> Interval | None:
    one, other = ranges
    if rule is Combining.SUM:
        return _sum(one, other) if prop.sort is Sort.QUANTITY else None
    if rule in (Combining.ANY, Combining.ALL):
        return _end(one, other, highest=rule is Combining.ANY) if prop.sort is Sort.FLAG else None
    if not prop.ordered:
        return None
    return _end(one, other, highest=(rule is Combining.STRONGEST) == (prop.better is Better.HIGHER))


def _sum(one: Interval, other: Interval) -> Interval:
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return Interval(low, high, one.low_open or other.low_open, one.high_open or other.high_open)


def _end(one: Interval, other: Interval, *, highest: bool) -> Interval:
    """Return the range of the higher, or the lower, of two numbers of which only their ranges are known."""
    choose = max if highest else min
    low = choose(-inf if one.low is None else one.low, -inf if other.low is None else other.low)
    high = choose(inf if one.high is None else one.high, inf if other.high is None else other.high)
    return Interval(None if low == -inf else low, None if high == inf else high)
