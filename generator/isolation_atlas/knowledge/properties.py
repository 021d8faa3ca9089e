"""What can be said of a subject."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from isolation_atlas.knowledge.findings import Spot
from isolation_atlas.knowledge.units import Dimension
from isolation_atlas.knowledge.values import Quantity


class Sort(Enum):
    """What a property's values are."""

    QUANTITY = "quantity"
    LEVEL = "level"
    FLAG = "flag"
    TERM = "term"
    DATE = "date"
    TEXT = "text"


class Better(Enum):
    """Which direction is better, where one is."""

    LOWER = "lower"
    HIGHER = "higher"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of an ordinal scale and the testable criterion for it."""

    id: str
    criterion: str
    aliases: tuple[str, ...] = ()
    passed_over: bool = False
    """Whether whoever certainly has it is never recommended."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property, with everything needed to read, compare and show its values."""

    id: str
    name: str
    group: str
    sort: Sort
    better: Better
    definition: str
    spot: Spot
    short: str = ""
    dimension: Dimension | None = None
    dimension_name: str = ""
    unit: str = ""
    unit_label: str = ""
    plausible: Quantity | None = None
    """A range outside which a value is probably a slip of the unit."""
    levels: tuple[Level, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    many: bool = False
    applies_to: tuple[str, ...] = ()
    inherited: bool = True
    review_after: int = 24
    """Months after which a reading is due for renewal."""
    measured: str = ""
    confounders: str = ""
    aliases: tuple[str, ...] = ()

    def level(self, word: str) -> str | None:
        """Return the id of the level that ``word`` names, by id or alias."""
        for level in self.levels:
            if word == level.id or word in level.aliases:
                return level.id
        return None

    def rank(self, level: str) -> int:
        """Return a level's position from the lowest, which is 0; raises ValueError for an unknown one."""
        return [each.id for each in self.levels].index(level)

    @property
    def ordered(self) -> bool:
        """Whether values can be compared as better and worse."""
        return self.better is not Better.NONE and self.sort in (Sort.QUANTITY, Sort.LEVEL, Sort.FLAG, Sort.DATE)

    @property
    def heading(self) -> str:
        """The short name for a column."""
        return self.short or self.name
