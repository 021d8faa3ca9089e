"""Whether what sources say of better and worse can all be true."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.cycles import shortest_cycles
from isolation_atlas.checks.examples import Change, example
from isolation_atlas.checks.own_goodness import own_goodness
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Related, Severity, Spot
from isolation_atlas.knowledge.properties import Better
from isolation_atlas.knowledge.records import Comparison, Verdict

_SAYS = "\n      claim: It is quicker.\n      source: survey-1907\n      locator: page 4\n"
_ARCH = f"comparisons:\n  duration:\n    - better-than: punt{_SAYS}"
_PUNT_WORSE = f"comparisons:\n  duration:\n    - worse-than: arch{_SAYS}"
_PUNT = f"comparisons:\n  duration:\n    - better-than: arch{_SAYS}"


def _all(context: Context) -> Iterator[Comparison]:
    for subject in context.knowledge.subjects.values():
        yield from subject.comparisons


def _spot(comparison: Comparison) -> Spot:
    return comparison.evidence.spot.at(comparison.verdict.value)


def _ends(comparison: Comparison) -> tuple[str, str] | None:
    """Return the better and the worse of a comparison, or None where they are similar."""
    match comparison.verdict:
        case Verdict.BETTER:
            return comparison.subject, comparison.other
        case Verdict.WORSE:
            return comparison.other, comparison.subject
        case _:
            return None


def _by_property(context: Context) -> dict[str, dict[tuple[str, str], Comparison]]:
    found: dict[str, dict[tuple[str, str], Comparison]] = {}
    for comparison in _all(context):
        ends = _ends(comparison)
        if ends is not None:
            found.setdefault(comparison.property, {}).setdefault(ends, comparison)
    return found


@rule(
    "order-cycle",
    Severity.WARNING,
    Scope.GRAPH,
    "Comparisons that contradict each other",
    "If one is better than the other and the other better than the one, a source is wrong or compares something else; "
    "the contexts should say so.",
    example("crossings/arch.yaml:15:20", _ARCH, "", Change("crossings/punt.yaml", _PUNT)),
)
def order_cycle(context: Context) -> Iterator[Finding]:
    """Yield for each property the shortest loops of 'better than', with the source of every step."""
    for prop, edges in _by_property(context).items():
        for cycle in shortest_cycles(edges):
            steps = [edges[pair] for pair in zip(cycle, (*cycle[1:], cycle[0]), strict=True)]
            shown = " > ".join((*cycle, cycle[0]))
            related = tuple(Related(_said(step), _spot(step)) for step in steps)
            message = f"On {prop!r} each is said to be better than the next: {shown}."
            fix = "Correct the comparison that misreads its source, or say in the contexts why both hold."
            yield Finding("order-cycle", message, _spot(steps[0]), "an order without a loop", fix, related=related)


def _said(comparison: Comparison) -> str:
    source = f"says {comparison.evidence.source}" if comparison.evidence.source else "without a source"
    return f"{comparison.subject} {comparison.verdict.value} {comparison.other}, {source}"


@rule(
    "order-against-values",
    Severity.WARNING,
    Scope.GRAPH,
    "A comparison that the values contradict",
    "A source says that one is better, and all values of both say the opposite: a slip, or circumstances that differ.",
    example("crossings/punt.yaml:22:20", f"comparisons:\n  duration:\n    - better-than: bridge{_SAYS}"),
)
def order_against_values(context: Context) -> Iterator[Finding]:
    """Yield the comparisons whose better end has the worse own values."""
    for prop, edges in _by_property(context).items():
        for (better, worse), comparison in edges.items():
            ahead, behind = own_goodness(context, better, prop), own_goodness(context, worse, prop)
            if ahead is None or behind is None or ahead.best >= behind.worst:
                continue
            facts = [context.knowledge.facts_of(each, prop) for each in (better, worse)]
            related = tuple(Related(f"{each[0].subject}: {each[0].value}", each[0].evidence.spot) for each in facts)
            message = f"{better!r} is said to be better than {worse!r} on {prop!r}, and its values are worse."
            fix = "Correct what misreads its source, or say in the context under which circumstances it holds."
            yield Finding(
                "order-against-values", message, _spot(comparison), "values that agree with it", fix, related=related
            )


@rule(
    "self-comparison",
    Severity.ERROR,
    Scope.FACT,
    "A thing compared with itself",
    "Nothing is better or worse than itself; another thing was meant.",
    example("crossings/punt.yaml:22:20", f"comparisons:\n  duration:\n    - better-than: punt{_SAYS}"),
)
def self_comparison(context: Context) -> Iterator[Finding]:
    """Yield the comparisons of a thing with itself."""
    for comparison in _all(context):
        if comparison.subject == comparison.other:
            message = f"{comparison.subject!r} is compared with itself."
            yield Finding("self-comparison", message, _spot(comparison), "another thing", "Name the other thing.")


@rule(
    "comparison-without-direction",
    Severity.ERROR,
    Scope.FACT,
    "'Better' on a property that has no better",
    "Where neither direction is better, nobody can say what the comparison means.",
    example(
        "crossings/punt.yaml:22:7",
        f"comparisons:\n  material:\n    - better-than: arch{_SAYS}",
        f"comparisons:\n  material:\n    - similar-to: arch{_SAYS}",
    ),
)
def comparison_without_direction(context: Context) -> Iterator[Finding]:
    """Yield 'better-than' and 'worse-than' on properties without a direction."""
    for comparison in _all(context):
        prop = context.knowledge.properties.get(comparison.property)
        if prop is not None and prop.better is Better.NONE and comparison.verdict is not Verdict.SIMILAR:
            message = f"Neither direction of {prop.id!r} is better."
            fix = "Give the property a direction, or write 'similar-to' or a plain fact."
            spot = comparison.evidence.spot.key(comparison.verdict.value)
            yield Finding("comparison-without-direction", message, spot, "a property with a better direction", fix)


@rule(
    "comparison-twice",
    Severity.NOTE,
    Scope.FACT,
    "A comparison written from both ends",
    "'Better than' here is 'worse than' there; the same statement twice looks like two sources.",
    example("crossings/punt.yaml:22:19", _PUNT_WORSE, "", Change("crossings/arch.yaml", _ARCH)),
)
def comparison_twice(context: Context) -> Iterator[Finding]:
    """Yield comparisons that the other thing's file makes as well, from the same source."""
    seen: dict[tuple[str, tuple[str, str], str], Comparison] = {}
    for comparison in _all(context):
        ends = _ends(comparison)
        if ends is None:
            continue
        first = seen.setdefault((comparison.property, ends, comparison.evidence.source), comparison)
        if first.subject != comparison.subject:
            related = (Related("the same", _spot(first)),)
            message = f"The file of {first.subject!r} says the same of the two."
            fix = "Keep one of the two."
            yield Finding("comparison-twice", message, _spot(comparison), "each comparison once", fix, related=related)
