"""Who is at least as good on everything that matters and better on something, whatever holds within the evidence.

Necessary dominance: the worst of one against the best of the other on every property. A candidate of which something
that matters is unknown neither dominates nor is dominated.
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from isolation_atlas.reasoning.criteria import Criterion, Goodness


@dataclass(frozen=True, slots=True)
class Dominance:
    """Who dominates whom, as pairs (better, worse) of subjects."""

    pairs: tuple[tuple[str, str], ...]
    """Every pair."""
    steps: tuple[tuple[str, str], ...]
    """The pairs that remain when those that follow from others are left out (transitive reduction), for a picture."""

    @property
    def dominated(self) -> frozenset[str]:
        """The subjects that somebody dominates."""
        return frozenset(worse for _, worse in self.pairs)


def dominance_among(candidates: tuple[str, ...], criteria: tuple[Criterion, ...]) -> Dominance:
    """Return the dominance among candidates over all criteria; without criteria there is none."""
    rows = {subject: _known(index, criteria) for index, subject in enumerate(candidates)}
    rows = {subject: row for subject, row in rows.items() if criteria and len(row) == len(criteria)}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(rows)
    for one, one_row in rows.items():
        graph.add_edges_from((one, other) for other, row in rows.items() if other != one and _dominates(one_row, row))
    reduced = nx.transitive_reduction(graph)
    return Dominance(tuple(sorted(graph.edges)), tuple(sorted(reduced.edges)))


def _known(index: int, criteria: tuple[Criterion, ...]) -> list[Goodness]:
    return [found for each in criteria if (found := each.goodness[index])]


def _dominates(one: list[Goodness], other: list[Goodness]) -> bool:
    pairs = list(zip(one, other, strict=True))
    if any(mine.worst < theirs.best for mine, theirs in pairs):
        return False
    return any(mine.worst > theirs.best for mine, theirs in pairs)
