"""How the cells of one property relate when subjects stand side by side. Its twin is ``compare/sorting.js``."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from isolation_atlas.publishing.views.cells import CellView
from isolation_atlas.reasoning.cells import State


class Likeness(Enum):
    """What the cells of a property say together."""

    DIFFER = "differ"
    """At least two that are known say different things."""
    PARTLY = "partly"
    """What is known is the same, but of some nothing is known."""
    SAME = "same"
    UNKNOWN = "unknown"
    """Nothing is known of any."""


def likeness_of(cells: Iterable[CellView]) -> Likeness:
    """Return how cells relate; the words decide, since ranges that read the same are the same to a reader."""
    words = [None if cell.state == State.UNKNOWN.value else cell.text for cell in cells]
    known = {each for each in words if each is not None}
    if len(known) > 1:
        return Likeness.DIFFER
    if not known:
        return Likeness.UNKNOWN
    return Likeness.PARTLY if None in words else Likeness.SAME
