"""Which part of the version a difference raises."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from isolation_atlas.checks.examples import base_files
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.reasoning.breaking import Bump, next_version, required_bump
from isolation_atlas.reasoning.difference import compare
from tests.knowledge_folder import knowledge_with

SAILING = "name: Sail\ngroup: use\nsort: flag\nbetter: none\ndefinition: Whether it sails.\n"


def edited(file: str, old: str, new: str) -> dict[str, str]:
    text = base_files()[file]
    assert text.count(old) == 1
    return {file: text.replace(old, new)}


@pytest.fixture
def base(tmp_path: Path) -> Knowledge:
    return knowledge_with(tmp_path / "base")


@pytest.mark.parametrize(
    ("changes", "bump"),
    [
        ({}, Bump.NONE),
        (edited("crossings/pier.yaml", "name: Pier\n", "# The first.\nname: Pier\n"), Bump.NONE),
        (edited("crossings/pier.yaml", "verified: 2026-01-10", "verified: [2026-01-10, 2026-05-01]"), Bump.PATCH),
        (edited("crossings/pier.yaml", "A pillar", "A post"), Bump.PATCH),
        (edited("sources/survey-1907.yaml", "River Board", "The River Board"), Bump.PATCH),
        (edited("crossings/pier.yaml", "Piers are of oak.", "Piers are of old oak."), Bump.MINOR),
        (edited("crossings/punt.yaml", "endangered-by: flood\n", ""), Bump.MINOR),
        ({"properties/sail.yaml": SAILING}, Bump.MINOR),
        (edited("properties/duration.yaml", "better: lower", "better: higher"), Bump.MAJOR),
        (edited("properties/material.yaml", "stone: Stone., ", ""), Bump.MAJOR),
        (edited("ontology.yaml", "  suits: {", "  serves: {"), Bump.MAJOR),
    ],
)
def test_bump(changes: dict[str, str], bump: Bump, base: Knowledge, tmp_path: Path) -> None:
    assert required_bump(compare(base, knowledge_with(tmp_path / "after", changes))) is bump


def test_renamed_and_removed_are_major(base: Knowledge) -> None:
    records = {key: record for key, record in base.records.items() if key != "pier"}
    ids = {key: kind for key, kind in base.ids.items() if key != "pier"}
    gone = replace(base, records=records, ids=ids)
    assert [each.says for each in compare(base, gone).breaking] == ["removed without a redirect"]
    merged = replace(gone, redirects={"pier": "arch"})
    assert [each.says for each in compare(base, merged).breaking] == ["merged into arch"]


@pytest.mark.parametrize(
    ("version", "bump", "after"),
    [
        ("1.4.2", Bump.NONE, "1.4.2"),
        ("1.4.2", Bump.PATCH, "1.4.3"),
        ("1.4.2", Bump.MINOR, "1.5.0"),
        ("1.4.2", Bump.MAJOR, "2.0.0"),
        ("0.4.2", Bump.MAJOR, "0.5.0"),
        ("0.4.2", Bump.MINOR, "0.5.0"),
        ("0.9.9", Bump.PATCH, "0.9.10"),
    ],
)
def test_next_version(version: str, bump: Bump, after: str) -> None:
    assert next_version(version, bump) == after


def test_leaves_name_the_verdict_behind_a_move(base: Knowledge, tmp_path: Path) -> None:
    tree = {"trees/guide.yaml": base_files()["trees/guide.yaml"].replace("level: design", "level: class")}
    before = knowledge_with(tmp_path / "before", tree)
    after = knowledge_with(
        tmp_path / "after", {**tree, **edited("crossings/bridge.yaml", "value: firm", "value: frail")}
    )
    (found,) = compare(before, after).leaves
    assert (found.tree, found.leaves, found.reshaped) == ("guide", 2, False)
    (change,) = found.changes
    assert change.path == (("weather", ("always",)),)
    assert (change.subject, change.before.value, [each.value for each in change.after]) == (
        "bridge",
        "fits",
        ["ruled-out"],
    )
    ((old, new),) = change.verdicts
    assert old is not None
    assert new is not None
    assert [fact.id for fact in new.facts] == ["bridge/sturdiness/1"]


def test_tree_with_other_questions_is_reshaped(base: Knowledge, tmp_path: Path) -> None:
    after = knowledge_with(tmp_path / "after", edited("trees/guide.yaml", "level: design", "level: class"))
    (found,) = compare(base, after).leaves
    assert found.reshaped
    assert found.changes == ()
