"""The value of a fact: what can be written, and how it is printed again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from isolation_atlas.knowledge.units import Amount, Dimension, format_number

NOT_APPLICABLE_WORDS = "not applicable"
ABOUT_TOLERANCE = 0.1
"""How far from the number a value written with ``~`` may lie when it is compared: a tenth either way.

A convention of the atlas, stated on the page about method; sources that write "about" give no tolerance.
"""


class Form(Enum):
    """How a quantity was written."""

    EXACT = ""
    ABOUT = "~"
    AT_MOST = "<="
    BELOW = "<"
    AT_LEAST = ">="
    ABOVE = ">"
    BETWEEN = ".."


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two bounds, in base units; None is an absent bound."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount, a bound, or a range of amounts."""

    form: Form
    low: Amount | None
    high: Amount | None

    def __str__(self) -> str:
        if self.form is Form.BETWEEN and self.low and self.high:
            if self.low.unit == self.high.unit:
                return f"{format_number(self.low.number)}..{self.high}"
            return f"{self.low}..{self.high}"
        return f"{self.form.value} {self.low or self.high}".strip()

    def interval(self, dimension: Dimension) -> Interval:
        """Return the values meant, in base units of ``dimension``; a missing lower bound is the dimension's floor."""
        low = None if self.low is None else self.low.number * (dimension.factor(self.low.unit) or 1)
        high = None if self.high is None else self.high.number * (dimension.factor(self.high.unit) or 1)
        if self.form is Form.ABOUT and low is not None:
            margin = abs(low) * ABOUT_TOLERANCE
            return Interval(low - margin, low + margin)
        if low is None:
            return Interval(dimension.floor, high, high_open=self.form is Form.BELOW)
        return Interval(low, high, low_open=self.form is Form.ABOVE)


@dataclass(frozen=True, slots=True)
class LevelRange:
    """A level of an ordinal scale, or all levels between two."""

    low: str
    high: str

    def __str__(self) -> str:
        return self.low if self.low == self.high else f"{self.low}..{self.high}"


class Flag(Enum):
    """Whether something holds; ``partial`` is neither."""

    NO = "no"
    PARTIAL = "partial"
    YES = "yes"

    def __str__(self) -> str:
        return self.value

    @property
    def rank(self) -> int:
        """0 for no, 1 for partial, 2 for yes."""
        return _FLAG_RANK[self]


_FLAG_RANK = {Flag.NO: 0, Flag.PARTIAL: 1, Flag.YES: 2}


@dataclass(frozen=True, slots=True)
class Terms:
    """One or more terms of a vocabulary, in the order written."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.names)


@dataclass(frozen=True, slots=True)
class DateValue:
    """A year, a month or a day, as ISO 8601 text."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Words:
    """Free text."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The question makes no sense for this environment."""

    def __str__(self) -> str:
        return NOT_APPLICABLE_WORDS


Value = Quantity | LevelRange | Flag | Terms | DateValue | Words | NotApplicable
