"""How good a subject is on a property by its own facts."""

from __future__ import annotations

from isolation_atlas.checks.context import Context
from isolation_atlas.reasoning.cells import Origin
from isolation_atlas.reasoning.criteria import Goodness, goodness_of


def own_goodness(context: Context, subject: str, prop_id: str) -> Goodness | None:
    """Return the worst and best that a subject's own facts allow; None without any, or where neither way is better."""
    prop = context.knowledge.properties.get(prop_id)
    if prop is None or not prop.ordered or not context.knowledge.facts_of(subject, prop_id):
        return None
    cell = context.cells.cell(subject, prop_id)
    return goodness_of(cell, prop) if cell.origin is Origin.OWN else None
