"""Cells as the twin of ``reasoning.cells`` reads them."""

from __future__ import annotations

import json

from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.records import Fact
from isolation_atlas.knowledge.values import NotApplicable
from isolation_atlas.publishing.guide.ranges import range_data
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import words_of
from isolation_atlas.reasoning.cell_values import CellValue, value_of
from isolation_atlas.reasoning.cells import Cell, Origin, State
from isolation_atlas.reasoning.composition import Composed, composed_cell

Data = dict[str, object]


def column_data(site: Site, prop: Property, subjects: tuple[str, ...], wholes: tuple[Composed, ...]) -> Data:
    """Return the cells of a property: each different content once, and which of them each subject and whole has."""
    contents: dict[str, int] = {}
    column = []
    found = [site.cell(subject, prop.id) for subject in subjects]
    found.extend(composed_cell(whole, prop.id, site.cells) for whole in wholes)
    for cell in found:
        content = json.dumps(cell_data(cell, prop), sort_keys=True)
        column.append(contents.setdefault(content, len(contents)))
    return {"contents": [json.loads(content) for content in contents], "cells": column}


def cell_data(cell: Cell, prop: Property) -> Data:
    """Return a cell; what is empty or usual is left out.

    ``state``; ``origin`` where it is not the subject's own, with ``from``; the value as ``range``, ``terms`` or
    ``text``; ``says``, its words; ``fact``, the number of its first fact, after the subject's id where that is another;
    ``each``, the values of the deciding facts where a verdict has to look at each.
    """
    found: Data = {"state": cell.state.value}
    if cell.origin not in (Origin.OWN, Origin.NONE):
        found |= {"origin": cell.origin.value, "from": list(cell.origins)}
    if cell.value is not None:
        found |= {**_value(cell.value), "says": words_of(cell, prop)}
    first = next(iter(cell.deciding or cell.facts), None)
    if first is not None:
        found["fact"] = [first.number] if first.subject == cell.subject else [first.subject, first.number]
    each = _each(cell, prop)
    return found | {"each": each} if each else found


def _each(cell: Cell, prop: Property) -> list[Data]:
    if cell.state is State.DISPUTED or prop.sort is Sort.TEXT:
        return [_fact(fact, prop) for fact in cell.deciding]
    if prop.sort is Sort.TERM and prop.many and cell.origin is Origin.MEMBERS:
        return [{"terms": terms} for terms in _terms_by_subject(cell, prop).values()]
    return []


def _fact(fact: Fact, prop: Property) -> Data:
    if fact.value is None or isinstance(fact.value, NotApplicable):
        return {}
    return _value(value_of(fact.value, prop))


def _terms_by_subject(cell: Cell, prop: Property) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact in cell.deciding:
        if fact.value is not None:
            found.setdefault(fact.subject, []).extend(value_of(fact.value, prop).terms)
    return found


def _value(value: CellValue) -> Data:
    if value.sort is Sort.TERM:
        return {"terms": list(value.terms)}
    return {"text": value.text} if value.sort is Sort.TEXT else {"range": range_data(value.range)}
