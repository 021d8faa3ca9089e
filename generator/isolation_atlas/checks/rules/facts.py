"""Whether facts fit their properties and each other."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import Change, example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Related, Severity
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import Fact, adds_nothing
from isolation_atlas.knowledge.repairs import RemoveEntry
from isolation_atlas.knowledge.values import Interval, NotApplicable, Quantity

_AGAIN = "    - {claim: A punt takes three hundred kilograms., source: survey-1907, locator: table 2"

_LEAST = 60
"""Shorter claims, such as the name of a licence, agree by chance."""


@rule(
    "implausible-value",
    Severity.WARNING,
    Scope.FACT,
    "A value outside what is plausible",
    "A value a thousand times off is most often a slip of the unit.",
    example("crossings/punt.yaml:8:14", "value: 5..9 h", instead_of="value: 5..9 min"),
)
def implausible_value(context: Context) -> Iterator[Finding]:
    """Yield quantities of which no part, or an end, lies within the property's plausible range."""
    for fact in context.knowledge.facts:
        prop = context.knowledge.properties.get(fact.property)
        if prop is None or not isinstance(fact.value, Quantity) or not _outside(fact.value, prop):
            continue
        message = f"{fact.value} is outside what is plausible for {prop.id!r}."
        fix = "Check the unit; if the value is right, widen 'plausible' of the property."
        spot = fact.evidence.spot.at("value")
        yield Finding("implausible-value", message, spot, f"a value within {prop.plausible}", fix)


def _outside(value: Quantity, prop: Property) -> bool:
    if prop.plausible is None or prop.dimension is None:
        return False
    plausible, written = prop.plausible.interval(prop.dimension), _written(value, prop)
    too_low = plausible.low is not None and any(each is not None and each < plausible.low for each in written)
    return too_low or (
        plausible.high is not None and any(each is not None and each > plausible.high for each in written)
    )


def _written(value: Quantity, prop: Property) -> tuple[float | None, ...]:
    """Return the amounts that are written out; the open side of a bound is no amount."""
    if prop.dimension is None:
        return ()
    interval: Interval = value.interval(prop.dimension)
    return tuple(each for each, given in ((interval.low, value.low), (interval.high, value.high)) if given and each)


@rule(
    "wrong-level",
    Severity.ERROR,
    Scope.FACT,
    "A property said of the wrong level",
    "The property does not apply there, so the cell says 'not applicable' and the fact is never shown.",
    example(
        "crossings/pier.yaml:11:3",
        "  sturdiness:\n    - {value: firm, claim: It stands., source: survey-1907, locator: page 3}\n",
        "  capacity:\n    - {value: 30 t, claim: It bears it., source: survey-1907, locator: page 3}\n",
    ),
)
def wrong_level(context: Context) -> Iterator[Finding]:
    """Yield cells with facts where the property does not apply to the subject's level."""
    knowledge = context.knowledge
    for subject, prop_id in knowledge.facts_by_cell:
        prop, record = knowledge.properties.get(prop_id), knowledge.subjects[subject]
        if prop is not None and prop.applies_to and record.level and record.level not in prop.applies_to:
            message = f"{prop_id!r} does not apply to the level {record.level!r}."
            fix = "Move the facts, or add the level to 'applies-to' of the property."
            expected = f"a subject of level {', '.join(prop.applies_to)}"
            yield Finding("wrong-level", message, record.spot.key("facts", prop_id), expected, fix)


@rule(
    "applicable-or-not",
    Severity.WARNING,
    Scope.FACT,
    "'Not applicable' beside values",
    "Either the question makes sense or it does not; with both, the cell is disputed.",
    example(
        "crossings/punt.yaml:20:15",
        "    - {value: not applicable, claim: Nobody asks., source: survey-1907, locator: page 8}\n",
        "",
    ),
)
def applicable_or_not(context: Context) -> Iterator[Finding]:
    """Yield 'not applicable' where another fact of the cell in the same scope has a value."""
    for facts in context.knowledge.facts_by_cell.values():
        for fact in facts:
            others = [each for each in facts if each.value is not None and not isinstance(each.value, NotApplicable)]
            if isinstance(fact.value, NotApplicable) and any(each.scope == fact.scope for each in others):
                message = f"{fact.id} says 'not applicable', and {others[0].id} gives {others[0].value}."
                fix = "Delete one of the two, or tell them apart with 'scope:'."
                related = (Related("the value", others[0].evidence.spot.at("value")),)
                spot = fact.evidence.spot.at("value")
                yield Finding("applicable-or-not", message, spot, "one of the two", fix, related=related)


@rule(
    "fact-twice",
    Severity.WARNING,
    Scope.FACT,
    "The same fact twice in one cell",
    "Two entries from the same place look like two independent confirmations.",
    example("crossings/punt.yaml:20:7", f"{_AGAIN}, value: 300 kg}}\n", ""),
)
def fact_twice(context: Context) -> Iterator[Finding]:
    """Yield facts whose value, source, locator and claim repeat an earlier one of the cell."""
    for facts in context.knowledge.facts_by_cell.values():
        seen: dict[tuple[str, str, str, str], Fact] = {}
        for fact in facts:
            evidence = fact.evidence
            key = (str(fact.value), evidence.source, evidence.locator, evidence.claim)
            first = seen.setdefault(key, fact)
            if first is not fact:
                related = (Related("the first time", first.evidence.spot),)
                message = f"{fact.id} repeats {first.id}."
                repair = (
                    RemoveEntry(evidence.spot)
                    if fact.scope == first.scope and adds_nothing(evidence, first.evidence)
                    else None
                )
                expected, fix = "each fact once", "Delete it."
                yield Finding("fact-twice", message, evidence.spot, expected, fix, related=related, repair=repair)


@rule(
    "copied-claim",
    Severity.NOTE,
    Scope.FACT,
    "The same sentence in two places",
    "A claim copied from one thing to another was probably not read for the other.",
    example(
        "crossings/punt.yaml:16:14",
        "claim: By the Board's own trial of June 1906 it carries twenty tonnes.",
        "",
        Change(
            "crossings/bridge.yaml",
            "claim: By the Board's own trial of June 1906 it carries twenty tonnes.",
            instead_of="claim: The deck carries twenty tonnes.",
        ),
        instead_of="claim: A punt takes three hundred kilograms.",
    ),
)
def copied_claim(context: Context) -> Iterator[Finding]:
    """Yield facts whose claim is, but for case and white space, that of another subject's fact on the same property."""
    seen: dict[tuple[str, str], Fact] = {}
    for fact in context.knowledge.facts:
        if len(fact.evidence.claim) < _LEAST:
            continue
        first = seen.setdefault((fact.property, fact.evidence.claim.casefold()), fact)
        if first.subject != fact.subject:
            related = (Related("the same claim", first.evidence.spot.at("claim")),)
            message = f"{first.id} has the same claim."
            fix = "Say what the source says of this thing, or relate the two and let one inherit."
            spot = fact.evidence.spot.at("claim")
            yield Finding("copied-claim", message, spot, "a claim of its own", fix, related=related)
