"""Whether trade-offs are claims that facts could contradict, and do not."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import Change, example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Related, Severity
from isolation_atlas.knowledge.records import Tradeoff

_BETWEEN = "between: [duration, capacity]"
_STATEMENTS = """statements:
  - claim: Loading a heavier craft takes longer.
    source: survey-1907
    locator: page 9
    verified: 2026-01-10
"""


@rule(
    "tradeoff-pair",
    Severity.ERROR,
    Scope.RECORD,
    "A trade-off that is not between two properties",
    "One property cannot pull against itself, and a claim about three is three claims.",
    example("tradeoffs/quick-or-capacious.yaml:2:10", "between: [duration, duration]", instead_of=_BETWEEN),
)
def tradeoff_pair(context: Context) -> Iterator[Finding]:
    """Yield trade-offs that do not name two different properties."""
    for tradeoff in context.knowledge.tradeoffs.values():
        pair = tradeoff.between
        if (len(pair) != 2 or len(set(pair)) != 2) and tradeoff.spot.file not in context.broken_files:
            message = f"{tradeoff.id!r} is between {', '.join(pair) or 'nothing'}."
            spot = tradeoff.spot.at("between")
            yield Finding("tradeoff-pair", message, spot, "two different properties", "Name the two properties.")


@rule(
    "tradeoff-twice",
    Severity.WARNING,
    Scope.GRAPH,
    "Two trade-offs between the same properties",
    "The evidence for one claim would be split over two pages.",
    example(
        "tradeoffs/slow-or-small.yaml:2:10",
        f"name: Slow against small\nbetween: [capacity, duration]\nmechanism: Small craft are quick.\n{_STATEMENTS}",
        "",
    ),
)
def tradeoff_twice(context: Context) -> Iterator[Finding]:
    """Yield trade-offs with the pair and the mechanism's place of an earlier one."""
    seen: dict[frozenset[str], Tradeoff] = {}
    for tradeoff in context.knowledge.tradeoffs.values():
        first = seen.setdefault(frozenset(tradeoff.between), tradeoff)
        if first is not tradeoff:
            related = (Related(f"between the same: {first.id}", first.spot.at("between")),)
            message = f"{first.id!r} is between the same two."
            fix = "Merge the two, or say in their names which mechanism each is about."
            spot = tradeoff.spot.at("between")
            yield Finding("tradeoff-twice", message, spot, "one for each pair", fix, related=related)


@rule(
    "tradeoff-without-mechanism",
    Severity.WARNING,
    Scope.RECORD,
    "A trade-off that does not say why",
    "Without a mechanism it is a coincidence.",
    example(
        "tradeoffs/quick-or-capacious.yaml:1:1",
        "",
        instead_of="mechanism: What carries more has to be boarded more carefully.\n",
    ),
)
def tradeoff_without_mechanism(context: Context) -> Iterator[Finding]:
    """Yield trade-offs without a mechanism."""
    for tradeoff in context.knowledge.tradeoffs.values():
        if not tradeoff.mechanism and tradeoff.spot.file not in context.broken_files:
            message = f"{tradeoff.id!r} does not say why one costs the other."
            fix = "Add 'mechanism:' with the reason in a sentence."
            yield Finding("tradeoff-without-mechanism", message, tradeoff.spot, "a mechanism", fix)


@rule(
    "tradeoff-without-evidence",
    Severity.WARNING,
    Scope.RECORD,
    "A trade-off that no source claims",
    "It is an assertion about the world like any other, and needs somebody who makes it.",
    example("tradeoffs/quick-or-capacious.yaml:1:1", "", instead_of=_STATEMENTS),
)
def tradeoff_without_evidence(context: Context) -> Iterator[Finding]:
    """Yield trade-offs without a statement."""
    for tradeoff in context.knowledge.tradeoffs.values():
        if not tradeoff.statements and tradeoff.spot.file not in context.broken_files:
            message = f"No source is given for {tradeoff.id!r}."
            fix = "Add 'statements:' with what a source says."
            yield Finding("tradeoff-without-evidence", message, tradeoff.spot, "a statement with a source", fix)


@rule(
    "tradeoff-without-direction",
    Severity.NOTE,
    Scope.RECORD,
    "A trade-off that no facts can test",
    "Where one of the properties has no better direction, the facts can neither bear it out nor contradict it.",
    example("tradeoffs/quick-or-capacious.yaml:2:21", "between: [duration, material]", instead_of=_BETWEEN),
)
def tradeoff_without_direction(context: Context) -> Iterator[Finding]:
    """Yield the properties of trade-offs that have no order."""
    for tradeoff in context.knowledge.tradeoffs.values():
        for number, prop_id in enumerate(tradeoff.between):
            prop = context.knowledge.properties.get(prop_id)
            if prop is not None and not prop.ordered:
                message = f"{prop_id!r} has no better direction, so the trade-off cannot be tested."
                fix = "Name a property with a direction, or give it one."
                spot = tradeoff.spot.at("between", number)
                yield Finding("tradeoff-without-direction", message, spot, "a property with a direction", fix)


_CRAFT = [("a", 1, 900), ("b", 2, 800), ("c", 3, 700), ("d", 4, 600), ("e", 5, 500), ("f", 6, 400)]


def _craft(name: str, minutes: int, kilograms: int) -> str:
    cite = "source: survey-1907, locator: page 10"
    return (
        f"name: Craft {name}\nlevel: part\nsummary: One of six.\nfacts:\n"
        f"  duration:\n    - {{value: {minutes} min, claim: It takes {minutes}., {cite}}}\n"
        f"  capacity:\n    - {{value: {kilograms} kg, claim: It bears {kilograms}., {cite}}}\n"
    )


@rule(
    "tradeoff-contradicted",
    Severity.WARNING,
    Scope.OUTPUT,
    "A trade-off that the facts contradict",
    "If what is better on one is mostly better on the other as well, the claim is wrong, or true only somewhere.",
    example(
        "tradeoffs/quick-or-capacious.yaml:2:10",
        "",
        "",
        *(Change(f"crossings/craft-{each[0]}.yaml", _craft(*each)) for each in _CRAFT),
        file="tradeoffs/quick-or-capacious.yaml",
    ),
)
def tradeoff_contradicted(context: Context) -> Iterator[Finding]:
    """Yield trade-offs whose properties go the same way in the facts."""
    from isolation_atlas.reasoning.tradeoff_tests import TradeoffVerdict, examine_tradeoffs

    for test in examine_tradeoffs(context.cells):
        if test.verdict is TradeoffVerdict.CONTRADICTED:
            tradeoff = context.knowledge.tradeoffs[test.tradeoff]
            message = f"Over {test.sample} things, what is better on one is better on the other. {test.reason}"
            fix = "Look at the things behind it; correct the facts, or narrow or withdraw the claim."
            spot = tradeoff.spot.at("between")
            yield Finding("tradeoff-contradicted", message, spot, "facts that do not speak against it", fix)
