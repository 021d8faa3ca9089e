"""Folders of knowledge with faults that the rules' own examples do not show, each with all that is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.checks.examples import base_files
from isolation_atlas.checks.run import run_checks
from isolation_atlas.checks.running import MOST_IN_FILE
from tests.checks.folders import TODAY, Changes, brief, checked, edited

PUNT = "crossings/punt.yaml"
FACT = "    - value: 300 kg\n      claim: A punt takes three hundred kilograms.\n"


def fact(new: str) -> Changes:
    return edited(PUNT, FACT, new)


def added(text: str, file: str = PUNT) -> Changes:
    return {file: base_files()[file] + text}


ONE_FAULT: dict[str, tuple[Changes, list[str]]] = {
    "null for a list": (added("stack:\n"), ["20:7 wrong-type"]),
    "list for a text": (added("boundary: [a]\n"), ["20:11 wrong-type"]),
    "yes for a text": (added("boundary: true\n"), ["20:11 wrong-type"]),
    "scalar for facts": (edited("crossings/boat.yaml", "facts:\n  sturdiness:", "facts: none\nnotes:\n  sturdiness:"),
                         ["crossings/boat.yaml:5:8 wrong-type", "crossings/boat.yaml:6:1 unknown-field"]),
    "empty facts": (added("comparisons: {}\n"), []),
    "fact is a scalar": (fact("    - 300 kg\n    - claim: It floats.\n"), ["15:7 wrong-type"]),
    "fact is null": (fact("    -\n    - claim: It floats.\n"), ["15:6 wrong-type"]),
    "value is a mapping": (fact("    - value: {kg: 300}\n      claim: It floats.\n"), ["15:14 bad-value"]),
    "value is a list": (fact("    - value: [1 kg, 2 kg]\n      claim: It floats.\n"), ["15:14 bad-value"]),
    "value is empty": (fact("    - value:\n      claim: It floats.\n"), ["15:13 bad-value"]),
    "value without a unit": (fact("    - value: 300\n      claim: It floats.\n"), ["15:14 unknown-unit"]),
    "value with too many digits": (fact("    - value: 1e999 kg\n      claim: It floats.\n"), ["15:14 bad-value"]),
    "range backwards": (fact("    - value: 400..300 kg\n      claim: It floats.\n"), ["15:14 bad-value"]),
    "range of two dimensions": (fact("    - value: 1 min..3 kg\n      claim: It floats.\n"), ["15:14 unknown-unit"]),
    "two signs": (fact("    - value: <= >= 3 kg\n      claim: It floats.\n"), ["15:14 bad-value"]),
    "infinite": (fact("    - value: .inf\n      claim: It floats.\n"), ["15:14 bad-value"]),
    "confidence of another case": (edited(PUNT, "confidence: high", "confidence: High"), ["12:19 bad-choice"]),
    "month thirteen": (edited(PUNT, "confidence: high\n      verified: 2026-01-10",
                              "confidence: high\n      verified: 2026-13-10"),
                       ["12:19 sure-but-unread", "13:17 bad-date"]),
    "day as a number": (edited(PUNT, "confidence: high\n      verified: 2026-01-10",
                               "confidence: medium\n      verified: 20260110"), ["13:17 bad-date"]),
    "one bad day of two": (edited(PUNT, "confidence: high\n      verified: 2026-01-10",
                                  "confidence: high\n      verified: [2026-01-10, x]"), ["13:30 bad-date"]),
    "relation to a mapping without a target": (edited(PUNT, "is-a: boat", "is-a: {claim: It floats.}"),
                                               ["4:7 missing-field"]),
    "relation to two, one wrong": (edited(PUNT, "endangered-by: flood", "endangered-by: [flood, flod]"),
                                   ["5:24 unknown-target"]),
    "relation that is null": (edited(PUNT, "endangered-by: flood", "endangered-by:"), ["5:15 wrong-type"]),
    "inverse relation": (added("includes: boat\n"), ["20:1 relation-domain"]),
    "relation in a property": (added("is-a: capacity\n", "properties/duration.yaml"),
                               ["properties/duration.yaml:10:1 relation-domain"]),
    "comparison without a verdict": (added("comparisons:\n  duration:\n    - {claim: It is quick.}\n"),
                                     ["22:7 missing-field"]),
    "comparison with two verdicts": (added("comparisons:\n  duration:\n    - {better-than: arch, worse-than: arch}\n"),
                                     ["22:7 missing-field"]),
    "comparison of an unknown property": (added("comparisons:\n  speed:\n    - {better-than: arch}\n"),
                                          ["21:3 unknown-property"]),
    "condition without an operator": (edited("loads/mail.yaml", "duration <= 10 min", "duration 10 min"),
                                      ["loads/mail.yaml:4:5 bad-value"]),
    "condition with an unknown property": (edited("loads/mail.yaml", "duration <= 10 min", "duraton <= 10 min"),
                                           ["loads/mail.yaml:4:5 unknown-property"]),
    "condition with a range": (edited("loads/mail.yaml", "duration <= 10 min", "duration <= 5..10 min"),
                               ["loads/mail.yaml:4:5 bad-value"]),
    "condition with an order that is none": (edited("loads/mail.yaml", "duration <= 10 min", "material > stone"),
                                             ["loads/mail.yaml:4:5 bad-value"]),
    "condition in the long form": (edited("loads/mail.yaml", "  - duration <= 10 min", "  - {test: duration <= 1 kg}"),
                                   ["loads/mail.yaml:4:12 unknown-unit"]),
    "level of a condition": (edited("questions/weather.yaml", "sturdiness >= fair", "sturdiness >= fare"),
                             ["questions/weather.yaml:5:43 bad-value"]),
    "answer without an id": (edited("questions/weather.yaml", "{id: fair-days, says: On fair days}",
                                    "{says: On fair days}"), ["questions/weather.yaml:6:5 missing-field"]),
    "depth below zero": (added("depth: -1\n", "trees/guide.yaml"), ["trees/guide.yaml:5:8 wrong-type"]),
    "selection of an unknown group": (edited("matrices/overview.yaml", "group: strength", "group: strenght"),
                                      ["matrices/overview.yaml:4:29 unknown-group"]),
    "selection with an unknown field": (edited("matrices/overview.yaml", "group: strength", "groups: strength"),
                                        ["matrices/overview.yaml:4:22 unknown-field"]),
    "id in capitals": ({"crossings/Raft.yaml": "name: Raft\n"}, ["crossings/Raft.yaml:1:1 bad-id"]),
    "id with a space": ({"crossings/a raft.yaml": "name: Raft\n"}, ["crossings/a raft.yaml:1:1 bad-id"]),
    "same id in a folder below": ({"crossings/spare/punt.yaml": "name: Punt\n"},
                                  ["crossings/spare/punt.yaml:1:1 duplicate-id"]),
    "file beside the ontology": ({"raft.yaml": "name: Raft\n"}, ["raft.yaml:1:1 stray-file"]),
    "redirects are a list": ({"redirects.yaml": "- a\n"}, ["redirects.yaml:1:1 wrong-type"]),
    "redirect to no id": ({"redirects.yaml": "craft: A Boat\n"}, ["redirects.yaml:1:8 bad-id"]),
    "redirect to a redirect": ({"redirects.yaml": "craft: vessel\nvessel: boat\n"},
                               ["redirects.yaml:1:8 redirect-to-nothing"]),
    "ontology is a list": ({"ontology.yaml": "- kinds\n"}, ["ontology.yaml:1:1 wrong-type"]),
    "ontology is broken": ({"ontology.yaml": "kinds: [\n"}, ["ontology.yaml:2:1 yaml-syntax"]),
    "unknown role": (edited("ontology.yaml", "role: need", "role: wish"), ["ontology.yaml:16:16 bad-choice"]),
    "factor of zero": (edited("ontology.yaml", "t: 1000", "t: 0"), ["ontology.yaml:45:48 wrong-type"]),
    "no end of a list": (added("stack: [a\n"), ["21:1 yaml-syntax"]),
    "colon in a text": (added("boundary: Hull: wood\n"), ["20:15 yaml-syntax"]),
    "quote inside": (added("boundary: 'It's'\n"), ["20:15 yaml-syntax"]),
    "percent": (added("boundary: %hull\n"), ["20:11 yaml-syntax"]),
    "two documents": (added("---\nname: B\n"), ["20:1 yaml-syntax"]),
    "null character": (added("boundary: a\0b\n"), ["20:12 encoding"]),
    "escape sequence": (added("boundary: \x1b[31mred\n"), ["20:11 encoding"]),
    "UTF-16": ({PUNT: base_files()[PUNT].encode("utf-16")}, ["1:1 encoding"]),
    "cut in a character": ({PUNT: base_files()[PUNT].encode() + b"boundary: \xc3"}, ["20:11 encoding"]),
    "byte order mark": ({PUNT: b"\xef\xbb\xbf" + base_files()[PUNT].encode()}, []),
    "no bytes": ({"crossings/raft.yaml": b""}, ["crossings/raft.yaml:1:1 empty-file"]),
    "Python object": (added("boundary: !!python/name:os.system x\n"), ["20:11 tag"]),
    "merge key": (added("<<: *a\n"), ["20:5 alias"]),
    "alias bomb": (added("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"), ["20:4 alias"]),
    "number as a key": (added("1: a\n"), ["20:1 unknown-field"]),
    "null as a key": (added("~: a\n"), ["20:1 key-not-text"]),
    "very long id": (edited(PUNT, "is-a: boat", f"is-a: {'boat-' * 2000}x"), ["4:7 unknown-target"]),
}  # fmt: skip


def full(expected: list[str]) -> list[str]:
    return sorted(each if ".yaml" in each else f"{PUNT}:{each}" for each in expected)


@pytest.mark.parametrize(("changes", "expected"), ONE_FAULT.values(), ids=list(ONE_FAULT))
def test_one_fault(changes: Changes, expected: list[str], tmp_path: Path) -> None:
    assert sorted(brief(checked(tmp_path, changes))) == full(expected)


def test_all_faults_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    changes: Changes = {
        PUNT: "name: Punt\nlevl: design\nsummary: [x]\nis-a: boot\n"
        "facts:\n  duration:\n    - {value: 5 kg, claim: x.}\n",
        "crossings/raft.yaml": "name: Raft\n\tlevel: x\n",
        "crossings/arch.yaml": b"name: \xff\n",
        "loads/mail.yaml": "name: Mail\nsummary: A bag.\nrequires: [duration < fast, toll = no]\nprefers: [speed]\n",
        "sources/lost.yaml": "title: Lost\nby: Nobody\ndate: soon\nkind: rumour\nurl: lost\n",
        "checks.yaml": "settings: {orphn: off}\n",
    }
    assert brief(checked(tmp_path, changes)) == [
        "checks.yaml:1:12 unknown-rule",
        "crossings/arch.yaml:1:7 encoding",
        "crossings/punt.yaml:2:1 unknown-field",
        "crossings/punt.yaml:3:10 wrong-type",
        "crossings/punt.yaml:4:7 unknown-target",
        "crossings/punt.yaml:7:7 fact-without-source",
        "crossings/punt.yaml:7:15 unknown-unit",
        "crossings/raft.yaml:2:1 tab",
        "loads/mail.yaml:3:12 bad-value",
        "loads/mail.yaml:3:29 unknown-property",
        "loads/mail.yaml:4:11 unknown-property",
        "sources/lost.yaml:1:1 unused-source",
        "sources/lost.yaml:3:7 bad-date",
        "sources/lost.yaml:4:7 bad-choice",
        "sources/lost.yaml:5:6 bad-url",
    ]


def test_a_folder_that_is_not_there_has_no_ontology(tmp_path: Path) -> None:
    result = run_checks(tmp_path / "nothing", today=TODAY, use_cache=False)
    assert [each.rule for each in result.findings] == ["no-ontology"]


def test_a_link_to_nothing_is_reported(tmp_path: Path) -> None:
    checked(tmp_path, {})
    (tmp_path / "knowledge/crossings/raft.yaml").symlink_to(tmp_path / "lost")
    result = run_checks(tmp_path / "knowledge", today=TODAY, use_cache=False)
    assert brief(result) == ["crossings/raft.yaml:1:1 unreadable-file"]


def test_hidden_files_and_other_files_are_not_knowledge(tmp_path: Path) -> None:
    others = {".git/x.yaml": "a", "crossings/.raft.yaml": "a", "README.md": "a", "crossings/raft.yaml~": "a"}
    assert brief(checked(tmp_path, others)) == []


def test_a_thousand_unknown_names_take_no_time_to_speak_of(tmp_path: Path) -> None:
    facts = "".join(f"    - {{claim: It is {n}., source: nobody-{n}, locator: page {n}}}\n" for n in range(3000))
    result = checked(tmp_path, added(facts))
    assert [each.rule for each in result.findings] == ["unknown-source"] * MOST_IN_FILE
    assert result.findings[-1].message.endswith("There are 3000 such findings in this file.")
