"""Whether former ids lead to present ones."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import Change, example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Severity, Spot
from isolation_atlas.knowledge.loading import REDIRECTS_FILE
from isolation_atlas.knowledge.repairs import RenameKey, Repair, ReplaceValue


def _file(context: Context) -> Spot:
    return Spot(f"{context.knowledge.root.name}/{REDIRECTS_FILE}")


@rule(
    "redirected-reference",
    Severity.ERROR,
    Scope.GRAPH,
    "A reference by a former id",
    "Redirects are for readers with old links; the knowledge itself should use the present names.",
    example(
        "crossings/punt.yaml:4:7",
        "is-a: craft",
        "is-a: boat",
        Change("redirects.yaml", "craft: boat\n", "craft: boat\n"),
        instead_of="is-a: boat",
    ),
)
def redirected_reference(context: Context) -> Iterator[Finding]:
    """Yield references to ids that were given up."""
    for reference in context.references:
        present = context.knowledge.redirects.get(reference.thing)
        if present is not None and reference.thing not in context.knowledge.ids:
            message = f"{reference.thing!r} is now called {present!r}."
            fix, repair = f"Write {present!r}.", _renamed(reference.spot, reference.thing, present)
            yield Finding("redirected-reference", message, reference.spot, "a present id", fix, repair=repair)


def _renamed(spot: Spot, old: str, new: str) -> Repair:
    return RenameKey(spot, new) if spot.part == "key" else ReplaceValue(spot, old, new)


@rule(
    "redirect-to-nothing",
    Severity.ERROR,
    Scope.GRAPH,
    "A redirect that does not lead to a present id",
    "A page that forwards to a missing page, or from redirect to redirect, strands its readers.",
    example("redirects.yaml:1:8", "craft: baot\n", "craft: boat\n"),
)
def redirect_to_nothing(context: Context) -> Iterator[Finding]:
    """Yield redirects whose target is unknown or is itself a former id."""
    knowledge = context.knowledge
    for old, new in knowledge.redirects.items():
        if new in knowledge.ids:
            continue
        last = knowledge.redirects.get(new, "")
        what = f"{new!r} is a former id itself." if last else f"There is no thing {new!r}."
        otherwise = f"Write {last!r}." if last else "Name a present id, or delete the line."
        fix = otherwise if last else context.suggestions.fix(new, knowledge.ids, otherwise)
        spot = _file(context).at(old)
        repair = ReplaceValue(spot, new, last) if last else None
        yield Finding("redirect-to-nothing", what, spot, "a present id", fix, repair=repair)


@rule(
    "redirect-taken",
    Severity.ERROR,
    Scope.GRAPH,
    "A redirect from an id that is in use",
    "The page of the present thing and the forwarding page would have the same address.",
    example("redirects.yaml:1:1", "punt: boat\n", "craft: boat\n"),
)
def redirect_taken(context: Context) -> Iterator[Finding]:
    """Yield redirects whose former id is a present one."""
    for old in context.knowledge.redirects:
        if old in context.knowledge.ids:
            message = f"{old!r} is the id of a thing that exists."
            fix = "Delete the line, or rename the thing."
            yield Finding("redirect-taken", message, _file(context).key(old), "an id that is no longer in use", fix)
