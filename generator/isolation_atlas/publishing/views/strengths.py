"""Strengths and weaknesses, derived: where something is certainly better, or worse, than most others that are known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from isolation_atlas.publishing.kept import itself, kept_by
from isolation_atlas.publishing.site import Field, Site
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.reasoning.criteria import Goodness

LEAST_OTHERS = 8
"""Among fewer others nothing is called a strength or a weakness."""
MOST = 0.5
FEW = 0.1


@dataclass(frozen=True, slots=True)
class Outstanding:
    """A property on which something stands out: how many of the others it certainly leaves behind, or follows."""

    cell: CellView
    passed: int
    others: int


@dataclass(frozen=True, slots=True)
class Strengths:
    """Where something stands out on either side, the clearest first."""

    strong: tuple[Outstanding, ...]
    weak: tuple[Outstanding, ...]

    def __bool__(self) -> bool:
        return bool(self.strong or self.weak)


@kept_by(itself)
def strengths_of(site: Site, subject: str) -> Strengths:
    """Return where a subject stands out among all that can be chosen and have facts of their own on a property.

    It is strong where it is certainly better than at least half of the others and at most a tenth are certainly
    better; weak the other way round. Ranges that overlap decide nothing.
    """
    strong: list[Outstanding] = []
    weak: list[Outstanding] = []
    for prop, field in site.fields.items():
        own = field.goodness.get(subject)
        others = len(field.goodness) - 1
        if own is None or others < LEAST_OTHERS:
            continue
        better, worse = _certainly(own, field)
        if worse >= MOST * others and better <= FEW * others:
            strong.append(Outstanding(cell_view(site, subject, prop), worse, others))
        elif better >= MOST * others and worse <= FEW * others:
            weak.append(Outstanding(cell_view(site, subject, prop), better, others))
    return Strengths(tuple(sorted(strong, key=_clearness)), tuple(sorted(weak, key=_clearness)))


def _certainly(own: Goodness, field: Field) -> tuple[int, int]:
    """How many are certainly better, and how many certainly worse; a range never lies apart from itself."""
    better = len(field.worsts) - bisect_right(field.worsts, own.best)
    worse = bisect_left(field.bests, own.worst)
    return better, worse


def _clearness(each: Outstanding) -> tuple[float, str]:
    return -each.passed / each.others, each.cell.prop.text
