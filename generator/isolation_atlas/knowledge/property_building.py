"""From the fields of a file to a property."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from isolation_atlas.knowledge.findings import Finding, Spot
from isolation_atlas.knowledge.nearest import did_you_mean
from isolation_atlas.knowledge.ontology import Ontology
from isolation_atlas.knowledge.properties import Better, Level, Property, Sort
from isolation_atlas.knowledge.shapes import Faults
from isolation_atlas.knowledge.units import Dimension
from isolation_atlas.knowledge.value_grammar import NotAValueError, parse_value
from isolation_atlas.knowledge.values import Quantity

_MONTHS = re.compile(r"([0-9]+)(?:\s*months?)?")


def build_property(
    prop_id: str, values: dict[str, Any], spot: Spot, ontology: Ontology, faults: Faults
) -> Property | None:
    """Return the property, or None where its sort is unknown; faults of single fields are reported."""
    if "sort" not in values:
        return None
    sort = Sort(values["sort"])
    bare = Property(
        id=prop_id,
        name=values.get("name", prop_id),
        short=values.get("short", ""),
        group=values.get("group", ""),
        sort=sort,
        better=Better(values.get("better", "none")),
        definition=values.get("definition", ""),
        spot=spot,
        dimension=_dimension(prop_id, values, spot, ontology, faults) if sort is Sort.QUANTITY else None,
        dimension_name=values.get("dimension", ""),
        unit=_unit(values),
        unit_label=values.get("unit-label", "") or values.get("unit", ""),
        levels=tuple(_level(item) for item in values.get("levels", ())),
        terms=values.get("terms", ()),
        many=values.get("many", False),
        applies_to=values.get("applies-to", ()),
        inherited=values.get("inherited", True),
        review_after=_months(values, spot, faults),
        measured=values.get("measured", ""),
        confounders=values.get("confounders", ""),
        aliases=values.get("aliases", ()),
    )
    return _with_plausible(bare, values, faults)


def _unit(values: dict[str, Any]) -> str:
    return str(values.get("unit", "")).replace("µ", "u").replace("μ", "u")


def _dimension(
    prop_id: str, values: dict[str, Any], spot: Spot, ontology: Ontology, faults: Faults
) -> Dimension | None:
    known = [dimension.id for dimension in ontology.dimensions]
    name = values.get("dimension")
    dimension = ontology.dimension(name) if name else None
    if dimension is None:
        message = f"There is no dimension {name!r}." if name else f"The quantity {prop_id} names no dimension."
        fix = did_you_mean(name or "", known) or "Name one of the ontology's dimensions."
        where = spot.at("dimension") if name else spot
        faults.append(Finding("unknown-dimension", message, where, ", ".join(known), fix))
        return None
    unit = _unit(values)
    if dimension.factor(unit) is None:
        message = f"{unit!r} is not a unit of {dimension.id}."
        units = ", ".join(name or "(none)" for name in dimension.unit_names)
        fix = did_you_mean(unit, dimension.unit_names) or "Name one of the dimension's units."
        faults.append(Finding("unknown-unit", message, spot.at("unit"), f"one of {units}", fix))
    return dimension


def _level(item: tuple[Spot, dict[str, Any]]) -> Level:
    values = item[1]
    return Level(
        values.get("id", ""), values.get("criterion", ""), values.get("aliases", ()), values.get("passed-over", False)
    )


def _months(values: dict[str, Any], spot: Spot, faults: Faults) -> int:
    raw = values.get("review-after", 24)
    found = _MONTHS.fullmatch(str(raw))
    if found:
        return int(found.group(1))
    message = f"{raw!r} is not a number of months."
    faults.append(
        Finding("bad-value", message, spot.at("review-after"), "for example '18 months'", "Write '18 months'.")
    )
    return 24


def _with_plausible(prop: Property, values: dict[str, Any], faults: Faults) -> Property:
    text = values.get("plausible")
    if text is None or prop.dimension is None:
        return prop
    try:
        plausible = parse_value(text, prop)
    except NotAValueError as error:
        spot = prop.spot.at("plausible")
        faults.append(Finding(error.rule, error.message, spot, "a range such as '10 us .. 10 min'", error.fix))
        return prop
    if not isinstance(plausible, Quantity):
        return prop
    return replace(prop, plausible=plausible)
