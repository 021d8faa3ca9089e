"""Hard requirements sort subjects into those that fit, those that may, and those ruled out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from isolation_atlas.reasoning.profiles import Demand
from isolation_atlas.reasoning.requirements import Assessment, Judge
from isolation_atlas.reasoning.truth import Truth, all_of


class Standing(Enum):
    """Where a subject stands with regard to all requirements together."""

    FITS = "fits"
    MAY_FIT = "may-fit"
    RULED_OUT = "ruled-out"

    @property
    def word(self) -> str:
        """The standing in words."""
        return self.value.replace("-", " ")


_STANDING = {Truth.MET: Standing.FITS, Truth.UNCERTAIN: Standing.MAY_FIT, Truth.NOT_MET: Standing.RULED_OUT}


@dataclass(frozen=True, slots=True)
class Placed:
    """A subject with its standing and the verdict of every demand, in the order of the demands."""

    subject: str
    standing: Standing
    assessments: tuple[Assessment, ...]

    def of(self, truth: Truth) -> tuple[Assessment, ...]:
        """Return the assessments with a verdict."""
        return tuple(each for each in self.assessments if each.truth is truth)

    @property
    def unverified(self) -> bool:
        """Whether a verdict that decides the standing rests on unverified facts alone."""
        decides = Truth.NOT_MET if self.standing is Standing.RULED_OUT else Truth.MET
        return any(each.unverified for each in self.of(decides))


def place(subject: str, demands: Iterable[Demand], judge: Judge) -> Placed:
    """Return where a subject stands: ruled out by any demand not met, fitting only if all are met."""
    assessments = tuple(judge.assess(demand.requirement, subject) for demand in demands)
    return Placed(subject, standing_of(assessments), assessments)


def standing_of(assessments: Iterable[Assessment]) -> Standing:
    """Return the standing that follows from all verdicts together."""
    return _STANDING[all_of(each.truth for each in assessments)]


def with_standing(placed: Iterable[Placed], standing: Standing) -> tuple[Placed, ...]:
    """Return those with a standing, in the order given."""
    return tuple(each for each in placed if each.standing is standing)
