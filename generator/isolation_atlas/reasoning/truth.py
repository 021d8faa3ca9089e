"""Truth in three values: what is known to hold, known not to hold, or cannot be confirmed (strong Kleene logic).

S. C. Kleene, Introduction to Metamathematics, 1952, section 64: a conjunction is as true as its least true part.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """The verdict of a requirement on a cell; the value is its rank, from the least true."""

    NOT_MET = 0
    UNCERTAIN = 1
    MET = 2

    @property
    def word(self) -> str:
        """The verdict in words."""
        return _WORDS[self]

    @property
    def negated(self) -> Truth:
        """The verdict of the opposite requirement."""
        return Truth(2 - self.value)


_WORDS = {Truth.NOT_MET: "not met", Truth.UNCERTAIN: "cannot be confirmed", Truth.MET: "met"}


def all_of(parts: Iterable[Truth]) -> Truth:
    """Return the verdict on all parts together; of none, it is met."""
    found = Truth.MET
    for part in parts:
        if part is Truth.NOT_MET:
            return part
        if part is Truth.UNCERTAIN:
            found = part
    return found


def agreement(parts: Iterable[Truth]) -> Truth:
    """Return the verdict that all cases share, or that it cannot be confirmed which of them holds."""
    found = set(parts)
    return found.pop() if len(found) == 1 else Truth.UNCERTAIN
