"""Dimensions and units, as the ontology declares them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dimension:
    """What can be measured in the same units: factors to the base unit, and a floor below which no value can lie."""

    id: str
    base: str
    units: tuple[tuple[str, float], ...]
    floor: float | None = None

    def factor(self, unit: str) -> float | None:
        """Return how many base units one ``unit`` is, or None for a unit of another dimension."""
        wanted = unit.replace("µ", "u").replace("μ", "u")
        for name, factor in self.units:
            if name == wanted:
                return factor
        return None

    @property
    def unit_names(self) -> tuple[str, ...]:
        """The units that may be written, in the ontology's order."""
        return tuple(name for name, _ in self.units)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, as written."""

    number: float
    unit: str

    def __str__(self) -> str:
        shown = self.unit.replace("us", "µs") if self.unit == "us" else self.unit
        return f"{format_number(self.number)} {shown}".rstrip()


def format_number(number: float) -> str:
    """Return the shortest decimal form that reads back as the same number."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return repr(float(number))
