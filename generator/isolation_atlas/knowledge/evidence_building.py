"""From the fields of a file to evidence, facts, requirements and edges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from isolation_atlas.knowledge.conditions import parse_condition
from isolation_atlas.knowledge.findings import Finding, Spot
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import (
    Comparison,
    Condition,
    Confidence,
    Edge,
    Evidence,
    Fact,
    Preference,
    Requirement,
    Selection,
    Verdict,
)
from isolation_atlas.knowledge.shapes import Faults
from isolation_atlas.knowledge.value_grammar import NotAValueError, parse_value
from isolation_atlas.knowledge.values import Value

Read = tuple[Spot, dict[str, Any]]
Properties = Mapping[str, Property]


def evidence(item: Read) -> Evidence:
    """Return the claim, source and reading days of an entry."""
    spot, values = item
    confidence = values.get("confidence")
    return Evidence(
        spot=spot,
        claim=values.get("claim", ""),
        context=values.get("context", ""),
        source=values.get("source", ""),
        locator=values.get("locator", ""),
        confidence=None if confidence is None else Confidence(confidence),
        verified=tuple(sorted(values.get("verified", ()))),
        because=values.get("because", ()),
    )


def facts(subject: str, items: Any, properties: Properties, faults: Faults) -> tuple[Fact, ...]:
    """Return the facts of a subject; a value that its property does not take is reported, and the claim kept."""
    return tuple(
        Fact(
            subject, prop, number, evidence(item), _value(item, properties.get(prop), faults), item[1].get("scope", "")
        )
        for prop, entries in items
        for number, item in enumerate(entries, start=1)
    )


def _value(item: Read, prop: Property | None, faults: Faults) -> Value | None:
    spot, values = item
    if prop is None or "value" not in values:
        return None
    try:
        return parse_value(values["value"], prop)
    except NotAValueError as error:
        refuse(error, spot.at("value"), faults)
        return None


def refuse(error: NotAValueError, spot: Spot, faults: Faults) -> None:
    """Report that a value or condition cannot be understood, unless that follows from another fault."""
    if error.rule:
        fix = error.fix or f"Write {error.expected}."
        faults.append(Finding(error.rule, error.message, spot, error.expected, fix))


def comparisons(subject: str, items: Any, faults: Faults) -> tuple[Comparison, ...]:
    """Return the comparisons of a subject; one that names no other thing, or several, is reported."""
    found = []
    for prop, entries in items:
        for item in entries:
            named = [verdict for verdict in Verdict if verdict.value in item[1]]
            if len(named) != 1:
                message = "A comparison names one other thing."
                expected = "exactly one of better-than, worse-than and similar-to"
                faults.append(Finding("missing-field", message, item[0], expected, f"Give {expected}."))
                continue
            other = item[1][named[0].value]
            found.append(Comparison(subject, prop, named[0], other, evidence(item)))
    return tuple(found)


def edges(origin: str, values: Mapping[str, Any], relations: tuple[str, ...]) -> tuple[Edge, ...]:
    """Return the edges that lead from a thing, in the order of the ontology."""
    return tuple(
        Edge(relation, origin, item[1]["to"], evidence(item))
        for relation in relations
        for item in values.get(relation, ())
        if "to" in item[1]
    )


def requirements(items: Any, properties: Properties, faults: Faults) -> tuple[Requirement, ...]:
    """Return requirements; one whose condition cannot be understood is reported and kept as text."""
    return tuple(
        Requirement(item[1]["test"], _condition(item, properties, faults), evidence(item))
        for item in items
        if "test" in item[1]
    )


def _condition(item: Read, properties: Properties, faults: Faults) -> Condition | None:
    try:
        return parse_condition(item[1]["test"], properties)
    except NotAValueError as error:
        refuse(error, item[0].at("test"), faults)
        return None


def preferences(items: Any) -> tuple[Preference, ...]:
    """Return preferences, the most important first."""
    return tuple(Preference(item[1]["property"], evidence(item)) for item in items if "property" in item[1])


def statements(values: Mapping[str, Any]) -> tuple[Evidence, ...]:
    """Return the statements of a thing."""
    return tuple(evidence(item) for item in values.get("statements", ()))


def selections(items: Any) -> tuple[Selection, ...]:
    """Return selections of things."""
    return tuple(
        Selection(
            id=item[1].get("id", ""),
            kind=item[1].get("kind", ""),
            level=item[1].get("level", ""),
            is_a=item[1].get("is-a", ""),
            group=item[1].get("group", ""),
            spot=item[0],
        )
        for item in items
    )
