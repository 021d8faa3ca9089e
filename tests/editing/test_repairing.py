"""Repairs: each removes the finding that it belongs to, and nothing but what it is about."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from isolation_atlas.checks.examples import base_files, write_example
from isolation_atlas.checks.fresh import findings_in
from isolation_atlas.checks.rule import Rule, all_rules
from isolation_atlas.checks.run import run_checks
from isolation_atlas.checks.snapshot import take_snapshot
from isolation_atlas.editing.repairing import Repaired, repair_folder
from isolation_atlas.knowledge.findings import Finding
from isolation_atlas.knowledge.limits import MOST_BYTES
from isolation_atlas.knowledge.reading import parse_document
from isolation_atlas.knowledge.repairs import RemoveEntry, only_meant
from tests.checks.folders import TODAY, brief, written

REPAIRABLE = [
    "alias-needless",
    "asked-twice",
    "bad-choice",
    "bad-date",
    "bad-id",
    "carriage-return",
    "claim-unfinished",
    "direction-without-order",
    "exception-unused",
    "fact-twice",
    "hidden-character",
    "no-final-newline",
    "not-composed",
    "redirected-reference",
    "relation-laws",
    "relation-twice",
    "selected-twice",
    "summary-unfinished",
    "tracking-in-url",
    "trailing-space",
    "unknown-answer",
    "unknown-field",
    "unknown-group",
    "unknown-kind",
    "unknown-level",
    "unknown-relation",
    "unknown-rule",
]


def findings(root: Path) -> tuple[Finding, ...]:
    return findings_in(take_snapshot(root, MOST_BYTES), TODAY)[1]


def save(root: Path, repaired: Repaired) -> None:
    for file, text in repaired.after.items():
        (root / file).write_bytes(text.encode())


def leaves(data: Any) -> Counter[str]:
    if isinstance(data, dict):
        return sum((leaves(item) for item in data.values()), Counter[str]())
    if isinstance(data, list):
        return sum((leaves(item) for item in data), Counter[str]())
    return Counter([str(data)])


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step] if not isinstance(data, str) else data
    return data


def with_example(rule_id: str) -> Rule:
    return all_rules()[rule_id]


def repairable_by_example(folder: Path) -> list[str]:
    found = []
    for rule in all_rules().values():
        if rule.example is not None:
            write_example(rule.example, folder / rule.id / "knowledge", bad=True)
            if any(each.repair for each in findings(folder / rule.id / "knowledge")):
                found.append(rule.id)
    return found


def test_these_rules_can_repair(tmp_path: Path) -> None:
    assert repairable_by_example(tmp_path) == REPAIRABLE


@pytest.mark.parametrize("rule_id", REPAIRABLE)
def test_repair_of_the_example_leaves_nothing_to_find(rule_id: str, tmp_path: Path) -> None:
    example, root = all_rules()[rule_id].example, tmp_path / "knowledge"
    assert example is not None
    write_example(example, root, bad=True)
    repaired = repair_folder(root, TODAY)
    assert [finding.rule for finding in repaired.done] == [rule_id]
    save(root, repaired)
    assert brief(run_checks(root, today=TODAY, use_cache=False)) == []
    assert repair_folder(root, TODAY).after == {}


@pytest.mark.parametrize("rule_id", REPAIRABLE)
def test_repair_loses_only_what_it_is_about(rule_id: str, tmp_path: Path) -> None:
    example, root = all_rules()[rule_id].example, tmp_path / "knowledge"
    assert example is not None
    write_example(example, root, bad=True)
    repaired = repair_folder(root, TODAY)
    for file, text in repaired.after.items():
        before = parse_document(repaired.before[file].encode(), file)
        after = parse_document(text.encode(), file)
        if before.data is None:
            continue
        lost = leaves(before.data) - leaves(after.data)
        removed = [each.repair.spot.path for each in repaired.done if isinstance(each.repair, RemoveEntry)]
        allowed = sum((leaves(at(before.data, path)) for path in removed), Counter[str]())
        assert lost == allowed if removed else lost.total() <= 1


def test_comments_and_order_are_kept(tmp_path: Path) -> None:
    text = (
        "# head\nsummary: Logs.  # short\nname: Raft\nlevel: part\nbeside: [punt]\n"
        "aliases:\n  # the best\n  - raft  # again\n  # another\n  - float\n# end\n"
        "statements:\n  - {claim: It floats, source: survey-1907, locator: page 3}\n"
    )
    root = written(tmp_path, {"crossings/raft.yaml": text})
    repaired = repair_folder(root, TODAY)
    assert repaired.after["crossings/raft.yaml"] == (
        "# head\nsummary: Logs.  # short\nname: Raft\nlevel: part\nbeside: [punt]\n"
        "aliases:\n  # the best\n  # again\n  # another\n  - float\n# end\n"
        "statements:\n  - {claim: It floats., source: survey-1907, locator: page 3}\n"
    )


def test_one_repair_may_bring_the_next_to_light(tmp_path: Path) -> None:
    text = "name: Raft\nlevel: part\nbeside: [punt]\nsummry: Logs\n"
    text += "statements:\n  - {claim: It floats, source: survey-1907}"
    root = written(tmp_path, {"crossings/raft.yaml": text})
    rules = [finding.rule for finding in repair_folder(root, TODAY).done]
    assert sorted(rules) == ["claim-unfinished", "no-final-newline", "summary-unfinished", "unknown-field"]
    assert rules.index("unknown-field") < rules.index("summary-unfinished")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"redirects.yaml": "craft: boat\nvessel: craft\n"}, "a chain of redirects"),
        ({"crossings/pier.yaml": base_files()["crossings/pier.yaml"].rstrip("\n")}, "no last line end"),
        ({"crossings/pier.yaml": "\ufeff" + base_files()["crossings/pier.yaml"].replace("\n", "\r\n")}, "a mark"),
    ],
)
def test_repaired_folder_is_sound(changes: dict[str, str | bytes | None], why: str, tmp_path: Path) -> None:
    root = written(tmp_path, changes)
    repaired = repair_folder(root, TODAY)
    assert repaired.done
    save(root, repaired)
    assert brief(run_checks(root, today=TODAY, use_cache=False)) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            "source: survey-1907\n      locator: table 1",
            "source: survey-1970\n      locator: table 1",
            "unknown-source",
        ),
        ("is-a: boat", "is-a: boot", "unknown-target"),
        ("value: 5..9 min", "value: 5..9 mins", "unknown-unit"),
        ("A punt takes three hundred kilograms.", "A punt takes three hundred,", "claim-unfinished"),
    ],
)
def test_nothing_is_guessed(old: str, new: str, rule: str, tmp_path: Path) -> None:
    text = base_files()["crossings/punt.yaml"]
    assert text.count(old) == 1
    root = written(tmp_path, {"crossings/punt.yaml": text.replace(old, new)})
    assert [finding.rule for finding in findings(root)] == [rule]
    assert repair_folder(root, TODAY).after == {}


def test_a_second_fact_with_more_to_say_is_left_to_a_person(tmp_path: Path) -> None:
    again = (
        "    - {value: 300 kg, claim: A punt takes three hundred kilograms., source: survey-1907, locator: table 2, "
        "context: In summer.}\n"
    )
    root = written(tmp_path, {"crossings/punt.yaml": base_files()["crossings/punt.yaml"] + again})
    assert [finding.rule for finding in findings(root)] == ["fact-twice"]
    assert repair_folder(root, TODAY).after == {}


def test_file_that_is_not_text_is_left_alone(tmp_path: Path) -> None:
    root = written(tmp_path, {"crossings/raft.yaml": b"name: \xff  \n"})
    assert repair_folder(root, TODAY).after == {}


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("summry", ["summary", "name"], "summary"),
        ("unused-sources", ["unused-source", "unused-question"], "unused-source"),
        ("cat", ["cart", "chat"], ""),
        ("lv", ["level"], ""),
        ("", ["level"], ""),
    ],
)
def test_only_meant(word: str, known: list[str], meant: str) -> None:
    assert only_meant(word, known) == meant


def test_exceptions_are_not_repaired(tmp_path: Path) -> None:
    settings = "exceptions:\n  - {rule: summary-unfinished, file: crossings/pier.yaml, reason: R., until: 2026-12-31}\n"
    pier = base_files()["crossings/pier.yaml"].replace("river.\n", "river\n")
    root = written(tmp_path, {"checks.yaml": settings, "crossings/pier.yaml": pier})
    assert repair_folder(root, TODAY).done == ()
    assert [each.rule for each in repair_folder(root, date(2027, 1, 1)).done] == ["summary-unfinished"]
