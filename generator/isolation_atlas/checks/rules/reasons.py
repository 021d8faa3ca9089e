"""Whether ratings can be retraced to facts."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.cycles import shortest_cycles
from isolation_atlas.checks.examples import Change, example
from isolation_atlas.checks.rating_order import upside_down
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Related, Severity
from isolation_atlas.knowledge.properties import Sort
from isolation_atlas.knowledge.records import Fact

_A_REASON = "a property of the same thing, or of another: PROPERTY or SUBJECT/PROPERTY"
_PUNT = "  sturdiness:\n    - {value: frail, claim: It is low., because: [capacity]}\n"


def _ratings(context: Context) -> Iterator[Fact]:
    properties = context.knowledge.properties
    for fact in context.knowledge.facts:
        prop = properties.get(fact.property)
        if prop is not None and prop.sort is Sort.LEVEL and fact.value is not None:
            yield fact


def _reasons(fact: Fact) -> Iterator[tuple[int, str, str]]:
    """Yield each reason's number, subject and property."""
    for number, reason in enumerate(fact.evidence.because):
        subject, _, prop = reason.rpartition("/")
        yield number, subject or fact.subject, prop


@rule(
    "rating-without-reason",
    Severity.ERROR,
    Scope.FACT,
    "A rating that nobody can retrace",
    "A level is a judgement: it names the facts that it rests on, or the source that made it.",
    example(
        "crossings/bridge.yaml:19:7",
        "It stood through every flood on record.\n",
        instead_of="It stood through every flood on record.\n      because: [capacity]\n",
    ),
)
def rating_without_reason(context: Context) -> Iterator[Finding]:
    """Yield levels with neither a reason nor a source."""
    for fact in _ratings(context):
        if not fact.evidence.because and not fact.evidence.source:
            message = f"Nothing says why {fact.subject!r} is {fact.value} on {fact.property!r}."
            fix = "Add 'because:' with the properties that it rests on, or the source that made the rating."
            yield Finding("rating-without-reason", message, fact.evidence.spot, "'because:' or 'source:'", fix)


@rule(
    "unknown-reason",
    Severity.ERROR,
    Scope.FACT,
    "A reason that names no cell",
    "A reason is a property of the same thing, or another thing and a property of it; else nobody can follow it.",
    example("crossings/bridge.yaml:21:17", "because: [capacities]", instead_of="because: [capacity]"),
)
def unknown_reason(context: Context) -> Iterator[Finding]:
    """Yield reasons whose property or subject does not exist."""
    knowledge = context.knowledge
    for fact in knowledge.facts:
        for number, subject, prop in _reasons(fact):
            # A thing whose file cannot be read exists; that is reported where it happens.
            known_subject = subject in knowledge.subjects or (
                subject in knowledge.ids and subject not in knowledge.records
            )
            if knowledge.ids.get(prop) in _property_kinds(context) and known_subject:
                continue
            wrong, known = (prop, knowledge.properties) if known_subject else (subject, knowledge.subjects)
            what = "property" if known_subject else "subject"
            fix = context.suggestions.fix(wrong, known, f"Name a {what} that has a file.")
            spot = fact.evidence.spot.at("because", number)
            yield Finding("unknown-reason", f"There is no {what} {wrong!r}.", spot, _A_REASON, fix)


def _property_kinds(context: Context) -> set[str]:
    return {kind.id for kind in context.knowledge.ontology.kinds if kind.role.value == "property"}


@rule(
    "reason-without-facts",
    Severity.ERROR,
    Scope.FACT,
    "A rating that rests on an empty cell",
    "A reason counts only if something is known there.",
    example("crossings/bridge.yaml:21:17", "because: [material]", instead_of="because: [capacity]"),
)
def reason_without_facts(context: Context) -> Iterator[Finding]:
    """Yield reasons whose cell has no facts."""
    knowledge = context.knowledge
    for fact in knowledge.facts:
        for number, subject, prop in _reasons(fact):
            if subject in knowledge.subjects and prop in knowledge.properties and not knowledge.facts_of(subject, prop):
                message = f"Nothing is known of {subject!r} on {prop!r}."
                fix = "Add the fact that was meant, or name another cell."
                spot = fact.evidence.spot.at("because", number)
                yield Finding("reason-without-facts", message, spot, "a cell with facts", fix)


@rule(
    "circular-reasons",
    Severity.ERROR,
    Scope.GRAPH,
    "Ratings that are each other's reason",
    "A circle of judgements rests on no fact at all.",
    example("crossings/bridge.yaml:21:17", "because: [sturdiness]", instead_of="because: [capacity]"),
)
def circular_reasons(context: Context) -> Iterator[Finding]:
    """Yield loops of cells that rest on each other, and cells that rest on themselves."""
    steps: dict[tuple[str, str], tuple[Fact, int]] = {}
    for fact in context.knowledge.facts:
        cell = f"{fact.subject}/{fact.property}"
        for number, subject, prop in _reasons(fact):
            steps.setdefault((cell, f"{subject}/{prop}"), (fact, number))
    alone = [(cell,) for cell, reason in steps if cell == reason]
    for cycle in (*alone, *shortest_cycles(steps)):
        edges = [steps[pair] for pair in zip(cycle, (*cycle[1:], cycle[0]), strict=True)]
        spots = [fact.evidence.spot.at("because", number) for fact, number in edges]
        shown = " → ".join((*cycle, cycle[0]))
        related = tuple(
            Related(f"{cell} rests on this", spot) for cell, spot in zip(cycle, spots, strict=True) if len(cycle) > 1
        )
        message = f"The reasons go round in a circle: {shown}."
        fix = "Name facts that are no ratings themselves."
        yield Finding("circular-reasons", message, spots[0], "reasons that end at facts", fix, related=related)


@rule(
    "rating-against-reasons",
    Severity.WARNING,
    Scope.GRAPH,
    "Ratings in the opposite order of what they rest on",
    "Where two ratings name the same reasons, the one with the better values throughout cannot have the lower level.",
    example(
        "crossings/arch.yaml:16:15",
        "  capacity:\n    - {value: 100 kg, claim: It is slender., source: survey-1907, locator: page 4}\n"
        "  sturdiness:\n    - {value: firm, claim: It is slender., because: [capacity]}\n",
        "  capacity:\n    - {value: 100 kg, claim: It is slender., source: survey-1907, locator: page 4}\n"
        "  sturdiness:\n    - {value: frail, claim: It is slender., because: [capacity]}\n",
        Change("crossings/punt.yaml", _PUNT, _PUNT),
    ),
)
def rating_against_reasons(context: Context) -> Iterator[Finding]:
    """Yield ratings that are too high beside another one with the same reasons."""
    for high, low, reasons in upside_down(context, _ratings(context)):
        related = (Related(f"{low.subject}: {low.value}", low.evidence.spot.at("value")),)
        message = (
            f"{high.subject!r} is rated {high.value} and {low.subject!r} {low.value} on {high.property!r}, "
            f"but on {', '.join(reasons)}, on which both rest, {low.subject!r} is ahead."
        )
        fix = "Correct one of the ratings, or name the further reason that decides."
        spot = high.evidence.spot.at("value")
        expected = "levels in the order of the reasons"
        yield Finding("rating-against-reasons", message, spot, expected, fix, related=related)
