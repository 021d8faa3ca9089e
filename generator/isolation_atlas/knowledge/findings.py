"""What a check has to say, and about which place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from isolation_atlas.knowledge.repairs import Repair

Step = str | int


class Severity(Enum):
    """How bad a finding is: an error stops the build, a warning does not, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place inside a file, as the path of keys and indices that leads there.

    Lines and columns are looked up from it only when a finding is shown, so that reading pays nothing for them.
    """

    file: str
    path: tuple[Step, ...] = ()
    part: Literal["key", "value"] = "value"

    def at(self, *steps: Step) -> Spot:
        """Return the spot of a value further inside."""
        return Spot(self.file, self.path + steps)

    def key(self, *steps: Step) -> Spot:
        """Return the spot of the key that leads to a value further inside."""
        return Spot(self.file, self.path + steps, "key")


NOWHERE = Spot("")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; lines and columns count from 1, ``end`` is the column after the last character."""

    file: str
    line: int
    column: int
    end: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about, and what stands there."""

    message: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: what is wrong, what was expected, and what to do about it.

    ``place`` is set where the position is known already (a fault of the syntax); otherwise it follows from ``spot``.
    """

    rule: str
    message: str
    spot: Spot
    expected: str = ""
    fix: str = ""
    severity: Severity = Severity.ERROR
    place: Place | None = None
    related: tuple[Related, ...] = ()
    repair: Repair | None = None
    """What ``atlas fix`` does about it; None where only a person can decide."""
