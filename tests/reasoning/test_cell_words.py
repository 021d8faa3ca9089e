"""Cells in words and signs."""

from typing import Any

import pytest

from isolation_atlas.reasoning.cell_words import amount_text, cell_symbol, cell_text
from isolation_atlas.reasoning.cells import Cells
from tests.reasoning.bicycles import PROPERTIES, TIME, knowledge


def _shown(prop: str, value: Any) -> tuple[str, str]:
    cell = Cells(knowledge({"brompton": {prop: value}})).cell("brompton", prop)
    return cell_symbol(cell), cell_text(cell, PROPERTIES[prop])


@pytest.mark.parametrize(
    ("prop", "value", "shown"),
    [
        ("weight", "11 kg", ("●", "11 kg")),
        ("weight", "11500 g", ("●", "11\u202f500 g")),
        ("weight", "<= 11 kg", ("●", "≤ 11 kg")),
        ("weight", "> 11 kg", ("●", "> 11 kg")),
        ("weight", "9..11 kg", ("●", "9 to 11 kg")),
        ("weight", "900 g..11 kg", ("●", "900 g to 11 kg")),
        ("weight", "~ 11 kg", ("●", "about 11 kg")),
        ("weight", ("9 kg", "11 kg"), ("●", "9 to 11 kg")),
        ("weight", None, ("…", "described")),
        ("weight", "not applicable", ("–", "not applicable")),
        ("weight", {"value": "11 kg", "read": False}, ("△", "11 kg")),
        ("time", "150 us", ("●", "150 µs")),
        ("comfort", "low..fair", ("●", "low to fair")),
        ("comfort", ("low", "high"), ("≠", "low to high")),
        ("folds", "no", ("○", "no")),
        ("folds", "yes", ("●", "yes")),
        ("folds", "partial", ("◐", "partial")),
        ("terrain", ["road", "mud"], ("●", "road, mud")),
        ("launched", "2001", ("●", "2001")),
        ("launched", "2001-05", ("●", "2001-05")),
        ("launched", "2001-05-20", ("●", "2001-05-20")),
        ("launched", ("2001", "2001-05"), ("●", "2001")),
        ("remarks", ("quick", "slow"), ("●", "quick; slow")),
    ],
)
def test_sign_and_words(prop: str, value: Any, shown: tuple[str, str]) -> None:
    assert _shown(prop, value) == shown


def test_unknown_says_so() -> None:
    cell = Cells(knowledge({"brompton": {}})).cell("brompton", "weight")

    assert (cell_symbol(cell), cell_text(cell, PROPERTIES["weight"])) == ("?", "unknown")


@pytest.mark.parametrize(
    ("seconds", "unit", "text"),
    [(0.00015, "s", "150 µs"), (7200, "s", "2 h"), (0, "ms", "0 ms"), (500, "s", "500 s"), (100_000, "s", "27.8 h")],
)
def test_amount_in_the_unit_that_reads_best(seconds: float, unit: str, text: str) -> None:
    assert TIME is not None
    assert amount_text(seconds, TIME, unit) == text
