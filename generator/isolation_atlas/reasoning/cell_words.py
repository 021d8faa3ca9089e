"""A cell in a few words, the same in every format."""

from __future__ import annotations

from datetime import date

from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.units import Amount, Dimension
from isolation_atlas.knowledge.values import Form, Interval, Quantity
from isolation_atlas.reasoning.cell_values import FLAGS, CellValue
from isolation_atlas.reasoning.cells import Cell, Origin, State

SYMBOLS: dict[State, str] = {
    State.VALUE: "●",
    State.PARTIAL: "◐",
    State.DESCRIBED: "…",
    State.UNKNOWN: "?",
    State.NOT_APPLICABLE: "–",
    State.UNVERIFIED: "△",
    State.DISPUTED: "≠",
}
_NO = "○"
_MOST_BOUNDS = 3


def cell_symbol(cell: Cell) -> str:
    """Return the sign for a cell's state; a flag that says no has its own."""
    if (
        cell.state is State.VALUE
        and cell.value is not None
        and cell.value.sort is Sort.FLAG
        and cell.value.range.high == 0
    ):
        return _NO
    return SYMBOLS[cell.state]


def cell_text(cell: Cell, prop: Property) -> str:
    """Return the cell's value, or the word for its state where there is none."""
    if cell.value is None:
        return cell.state.value
    own_words = () if cell.origin is Origin.COMPOSED else cell.deciding
    written = list(dict.fromkeys(fact.value for fact in own_words if isinstance(fact.value, Quantity)))
    if len(written) == 1 or (written and _covers_everything(cell.value.range, prop)):
        return "; ".join(quantity_text(value) for value in written[:_MOST_BOUNDS])
    return value_text(cell.value, prop)


def _covers_everything(interval: Interval, prop: Property) -> bool:
    """Whether a bound from above and one from below leave nothing out, so that the range itself says nothing."""
    floor = prop.dimension.floor if prop.dimension else None
    return interval.high is None and (interval.low is None or interval.low == floor)


_SIGNS = {Form.ABOUT: "about ", Form.AT_MOST: "≤ ", Form.BELOW: "< ", Form.AT_LEAST: "≥ ", Form.ABOVE: "> "}


def quantity_text(value: Quantity) -> str:
    """Return a quantity in the unit in which its source gives it."""
    low, high = value.low, value.high
    if value.form is Form.BETWEEN and low is not None and high is not None:
        first = _digits(low.number) if low.unit == high.unit else _written(low)
        return f"{first} to {_written(high)}"
    amount = low or high
    return _SIGNS.get(value.form, "") + (_written(amount) if amount else "")


def _written(amount: Amount) -> str:
    return f"{_digits(amount.number, digits=12)} {_shown(amount.unit)}".rstrip()


def _shown(unit: str) -> str:
    return "µs" if unit == "us" else unit


def value_text(value: CellValue, prop: Property) -> str:
    """Return a value in the property's words: an amount in a readable unit, levels, terms, a date or text."""
    match value.sort:
        case Sort.QUANTITY:
            text = interval_text(value.nominal, prop.dimension, prop.unit) if prop.dimension else ""
            return f"about {text}" if value.approximate and not text.startswith(("≤", "≥", "<", ">")) else text
        case Sort.LEVEL:
            return _ends(value.range, [level.id for level in prop.levels])
        case Sort.FLAG:
            return _ends(value.range, [flag.value for flag in FLAGS])
        case Sort.TERM:
            return ", ".join(value.terms)
        case Sort.DATE:
            return _date_text(value.range)
        case _:
            return value.text


def _ends(interval: Interval, names: list[str]) -> str:
    low, high = names[int(interval.low or 0)], names[int(interval.high or 0)]
    return low if low == high else f"{low} to {high}"


def interval_text(interval: Interval, dimension: Dimension, unit: str) -> str:
    """Return an interval of base units in words, each end in the unit that reads best; ``unit`` is the usual one."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any"
    if high is None:
        return f"{'>' if interval.low_open else '≥'} {amount_text(low or 0, dimension, unit)}"
    if low is None or (low == dimension.floor and low != high):
        return f"{'<' if interval.high_open else '≤'} {amount_text(high, dimension, unit)}"
    if low == high:
        return amount_text(low, dimension, unit)
    first, last = amount_text(low, dimension, unit), amount_text(high, dimension, unit)
    shared = last.partition(" ")[2]
    if shared and first.partition(" ")[2] == shared:
        first = first.partition(" ")[0]
    return f"{first} to {last}"


def amount_text(number: float, dimension: Dimension, unit: str) -> str:
    """Return a number of base units with three significant digits in the unit that keeps it between 1 and 1000."""
    chosen = _readable_unit(abs(number), dimension, unit)
    scaled = number / (dimension.factor(chosen) or 1)
    return f"{_digits(scaled)} {_shown(chosen)}".rstrip()


def _readable_unit(number: float, dimension: Dimension, unit: str) -> str:
    usual = dimension.factor(unit)
    most = 1_000_000 if unit == "" else 1000
    if usual is None or number == 0 or 1 <= number / usual < most:
        return unit
    family = _same_system(dimension, unit)
    fitting = [name for name in family if 1 <= number / (dimension.factor(name) or 1) < 1000]
    return fitting[-1] if fitting else unit


def _same_system(dimension: Dimension, unit: str) -> list[str]:
    binary = unit.endswith("iB")
    return [name for name in dimension.unit_names if name.endswith("iB") == binary]


def _digits(number: float, digits: int = 3) -> str:
    if number == 0:
        return "0"
    text = f"{number:.{digits}g}"
    if "e" in text:
        text = f"{float(text):f}".rstrip("0").rstrip(".")
    whole, dot, rest = text.partition(".")
    grouped = (
        f"{int(whole):,}".replace(",", "\u202f")
        if whole.lstrip("-").isdigit() and len(whole.lstrip("-")) > 4
        else whole
    )
    return grouped + dot + rest


def _date_text(interval: Interval) -> str:
    start, end = date.fromordinal(int(interval.low or 1)), date.fromordinal(int(interval.high or 1))
    if start == end:
        return start.isoformat()
    whole_year = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_year:
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if start.day == 1 and start.strftime("%Y-%m") == end.strftime("%Y-%m"):
        return start.strftime("%Y-%m")
    return f"{start.isoformat()} to {end.isoformat()}"
