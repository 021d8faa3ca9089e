"""A difference as a sheet: what breaks first, then outcomes, then facts, then everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from isolation_atlas.cli.difference.words import (
    cell_words,
    differing_words,
    fact_words,
    place_words,
    several,
    standing_words,
    verdict_words,
)
from isolation_atlas.cli.sheet import Line, Section, Sheet
from isolation_atlas.reasoning.breaking import required_bump
from isolation_atlas.reasoning.changes import CellChange, FactChange, FactChangeKind
from isolation_atlas.reasoning.difference import Difference
from isolation_atlas.reasoning.leaf_changes import LeafChange, LeafChanges

_MOST = 100
"""Lines of a section; nobody reads more, and a comment has an end."""


def difference_sheet(difference: Difference, title: str) -> Sheet:
    """Return everything that a reviewer should see of a difference."""
    sections = (
        ("Breaks for those who read the data", _breaking),
        ("Outcomes that flip", _flips),
        ("Leaves of decision trees", _leaves),
        ("Ratings to judge again, since what they rest on changed", _ratings),
        ("Facts added", lambda each: _facts(each, FactChangeKind.ADDED)),
        ("Facts changed", lambda each: _facts(each, FactChangeKind.CHANGED)),
        ("Facts withdrawn", lambda each: _facts(each, FactChangeKind.WITHDRAWN)),
        ("Facts read again", lambda each: _facts(each, FactChangeKind.READ_AGAIN)),
        ("Cells that change", _cells),
        ("Relations", _relations),
        ("Things added", _added),
        ("Things that say something else", _otherwise),
    )
    found = tuple(Section(heading, _cut(tuple(lines(difference)))) for heading, lines in sections)
    return Sheet(title, summary(difference), found)


def summary(difference: Difference) -> str:
    """Return the difference in one or two sentences."""
    if difference.empty:
        return "Nothing that a reader would notice changes."
    kinds = Counter(change.kind for change in difference.facts)
    parts = [
        *(
            several(kinds[kind], f"fact {kind.value}").replace(f"fact {kind.value}s", f"facts {kind.value}")
            for kind in FactChangeKind
            if kinds[kind]
        ),
        *([several(len(difference.cells), "cell") + _in_matrices(difference.cells)] if difference.cells else []),
        *([several(len(difference.flips), "outcome") + " flipped"] if difference.flips else []),
        *([several(len(difference.breaking), "break")] if difference.breaking else []),
        *([several(len(difference.otherwise), "other change")] if difference.otherwise else []),
    ]
    return f"{'; '.join(parts) or 'New things'}. The version has to rise: {required_bump(difference).value}."


def _in_matrices(cells: tuple[CellChange, ...]) -> str:
    matrices = {matrix for change in cells for matrix in change.matrices}
    return f" in {len(matrices)} {'matrix' if len(matrices) == 1 else 'matrices'}" if matrices else ""


def _cut(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    more = len(lines) - _MOST
    return (*lines[:_MOST], Line("…", f"{more} more; see atlas diff --format json")) if more > 0 else lines


def _breaking(difference: Difference) -> Iterator[Line]:
    for each in difference.breaking:
        yield Line(each.thing, each.says)


def _flips(difference: Difference) -> Iterator[Line]:
    for flip in difference.flips:
        text = f"{flip.subject}: {standing_words(flip.before)} → {standing_words(flip.after)}"
        yield Line(flip.thing, text, verdict_words(flip.verdicts, difference.changed_facts))


def _leaves(difference: Difference) -> Iterator[Line]:
    for tree in difference.leaves:
        if tree.reshaped:
            yield Line(tree.tree, "has other questions, answers or candidates than before")
        yield from _moved(tree, difference.changed_facts)


def _moved(tree: LeafChanges, changed: frozenset[str]) -> Iterator[Line]:
    groups: dict[tuple[str, str], list[LeafChange]] = {}
    for change in tree.changes:
        after = " or ".join(each.word for each in change.after)
        groups.setdefault((change.subject, f"{change.before.word} → {after}"), []).append(change)
    for (subject, words), changes in groups.items():
        verdicts = [line for change in changes for line in verdict_words(change.verdicts, changed)]
        text = f"{subject}: {words} at {len(changes)} of {several(tree.leaves, 'leaf').replace('leafs', 'leaves')}"
        yield Line(tree.tree, text, tuple(dict.fromkeys(verdicts)))


def _ratings(difference: Difference) -> Iterator[Line]:
    for each in difference.ratings:
        reasons = tuple(
            f"{one.subject}/{one.property}: {cell_words(one.before, difference.before)} → "
            f"{cell_words(one.after, difference.after)}"
            for one in each.reasons
        )
        yield Line(each.fact.id, fact_words(each.fact), reasons)


def _facts(difference: Difference, kind: FactChangeKind) -> Iterator[Line]:
    for change in difference.facts:
        if change.kind is kind:
            yield _fact(change)


def _fact(change: FactChange) -> Line:
    if change.before is not None and change.after is not None:
        return Line(change.fact.id, fact_words(change.fact), differing_words(change.before, change.after))
    return Line(change.fact.id, fact_words(change.fact), (place_words(change.fact),))


def _cells(difference: Difference) -> Iterator[Line]:
    for each in difference.cells:
        words = f"{cell_words(each.before, difference.before)} → {cell_words(each.after, difference.after)}"
        shown = (f"shown in {', '.join(each.matrices)}",) if each.matrices else ()
        yield Line(f"{each.subject}/{each.property}", words, shown)


def _relations(difference: Difference) -> Iterator[Line]:
    for what, relations in (("added", difference.relations_added), ("withdrawn", difference.relations_withdrawn)):
        for origin, relation, target in relations:
            yield Line(what, f"{origin} {relation} {target}")


def _added(difference: Difference) -> Iterator[Line]:
    for thing in difference.ids.added:
        yield Line(thing, f"{difference.after.name_of(thing)} ({difference.after.ids[thing]})")


def _otherwise(difference: Difference) -> Iterator[Line]:
    for thing in difference.otherwise:
        yield Line(thing, f"{difference.after.name_of(thing)} ({difference.after.ids[thing]})")
