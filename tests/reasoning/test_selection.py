"""Selections of subjects, other things and properties."""

from typing import Any

import pytest

from isolation_atlas.reasoning.selection import (
    choosable_subjects,
    members_below,
    select_properties,
    select_subjects,
    select_things,
)
from tests.reasoning.bicycles import knowledge, need, select

BICYCLES = knowledge(
    {
        "folding": {"level": "type"},
        "compact": {"level": "type", "is-a": "folding"},
        "brompton": {"is-a": "compact"},
        "birdy": {"is-a": "folding"},
        "hinge": {"level": "part", "is-a": "folding"},
    },
    need("commute"),
)


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ([{"id": "birdy"}], ["birdy"]),
        ([{"id": "nothing"}], []),
        ([{}], []),
        ([{"level": "model"}], ["birdy", "brompton"]),
        ([{"is-a": "folding"}], ["birdy", "brompton", "compact", "hinge"]),
        ([{"is-a": "folding", "level": "model"}], ["birdy", "brompton"]),
        ([{"kind": "ride"}], ["commute"]),
        ([{"id": "hinge"}, {"level": "type"}, {"id": "hinge"}], ["hinge", "compact", "folding"]),
    ],
)
def test_things_are_selected_in_order_and_once(items: list[dict[str, Any]], found: list[str]) -> None:
    assert list(select_things(BICYCLES, select(*items))) == found


def test_only_subjects_have_cells() -> None:
    assert select_subjects(BICYCLES, select({"kind": "ride"}, {"id": "birdy"})) == ("birdy",)


def test_properties_are_selected_by_id_and_group() -> None:
    chosen = select_properties(BICYCLES, select({"id": "folds"}, {"group": "cost"}, {"id": "brompton"}))

    assert chosen == ("folds", "time", "weight")


def test_parts_are_not_chosen() -> None:
    assert choosable_subjects(BICYCLES) == ("birdy", "brompton", "compact", "folding")


def test_members_of_a_loop_end() -> None:
    looped = knowledge({"one": {"is-a": "two"}, "two": {"is-a": "one"}})

    assert members_below(looped, "one") == ("two",)
