"""Running rules: crashes, order, severities and exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.rule import Rule, Scope, all_rules
from isolation_atlas.checks.running import place_findings, run_rules
from isolation_atlas.checks.settings import NO_SETTINGS, Settings
from isolation_atlas.knowledge.findings import Finding, Severity, Spot
from isolation_atlas.knowledge.loading import load
from isolation_atlas.knowledge.positions import Positions
from tests.checks.folders import TODAY, brief, checked, edited, written

UNUSED = {"sources/ledger.yaml": "title: L\nby: F\ndate: 1880\nkind: docs\nurl: https://example.org/ledger\n"}
MISSPELT = edited("crossings/punt.yaml", "is-a: boat", "is-a: boot")


def exception(rule: str = "unused-source", where: str = "file: sources/ledger.yaml", until: str = "2026-12-31") -> str:
    return f"exceptions:\n  - {{rule: {rule}, {where}, reason: It is kept., until: {until}}}\n"


def context(folder: Path, settings: Settings = NO_SETTINGS) -> Context:
    return Context(load(written(folder, {})), TODAY, {}, settings)


def crashing(rule_id: str = "crashes", scope: Scope = Scope.RECORD) -> Rule:
    def check(context: Context) -> Iterator[Finding]:
        yield Finding(rule_id, "Found before.", Spot("knowledge/crossings/punt.yaml"))
        raise KeyError("lost")

    return Rule(rule_id, Severity.WARNING, scope, "Crashes", "It is for this test.", None, check)


def test_a_crash_is_a_finding_and_the_others_still_run(tmp_path: Path) -> None:
    rules = {"crashes": crashing(), **all_rules()}
    found = run_rules(context(tmp_path), rules)
    assert [(each.rule, each.severity) for each in found] == [
        ("crashes", Severity.WARNING),
        ("rule-crashed", Severity.ERROR),
    ]
    assert "'crashes' failed with KeyError: 'lost' (test_running.py, line" in found[1].message


def test_a_crash_in_a_rule_on_what_follows_is_a_finding(tmp_path: Path) -> None:
    found = run_rules(context(tmp_path), {"crashes": crashing(scope=Scope.OUTPUT), **all_rules()})
    assert [each.rule for each in found] == ["crashes", "rule-crashed"]


def test_findings_come_in_the_order_of_their_places_and_each_once() -> None:
    texts = {"k/b.yaml": "name: B\nlevel: x\n", "k/a.yaml": "name: A\n"}
    spots = [Spot("k/b.yaml", ("level",)), Spot("k/b.yaml", ("name",)), Spot("k/a.yaml", ("name",))]
    findings = [Finding("z", "Z.", spot) for spot in spots] + [
        Finding("a", "A.", spots[0]),
        Finding("z", "Z.", spots[0]),
    ]
    placed = [
        (each.place.file, each.place.line, each.place.column, each.rule)
        for each in place_findings(findings, Positions(dict(texts)))
    ]
    assert placed == [
        ("k/a.yaml", 1, 7, "z"),
        ("k/b.yaml", 1, 7, "z"),
        ("k/b.yaml", 2, 8, "a"),
        ("k/b.yaml", 2, 8, "z"),
    ]


@pytest.mark.parametrize("word", ["error", "warning", "note"])
def test_severity_is_set(word: str, tmp_path: Path) -> None:
    result = checked(tmp_path, UNUSED | {"checks.yaml": f"settings: {{unused-source: {word}}}\n"})
    assert [each.severity.value for each in result.findings] == [word]
    assert result.failed == (word == "error")


def test_rule_is_switched_off(tmp_path: Path) -> None:
    assert brief(checked(tmp_path, UNUSED | {"checks.yaml": "settings: {unused-source: off}\n"})) == []


@pytest.mark.parametrize("where", ["file: sources/ledger.yaml", "thing: ledger"])
def test_exception_excuses_until_its_day(where: str, tmp_path: Path) -> None:
    settings = exception(where=where, until=TODAY.isoformat())
    assert brief(checked(tmp_path, UNUSED | {"checks.yaml": settings})) == []


def test_exception_excuses_an_error_so_that_what_follows_is_looked_at(tmp_path: Path) -> None:
    changes = MISSPELT | {"checks.yaml": exception("unknown-target", "thing: punt")}
    assert [each.rule for each in checked(tmp_path, changes).findings] == ["scenario-not-following"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (exception(until="2026-05-31"),
         ["checks.yaml:2:82 exception-expired", "sources/ledger.yaml:1:1 unused-source"]),
        (exception(where="thing: punt"), ["checks.yaml:2:5 exception-unused", "sources/ledger.yaml:1:1 unused-source"]),
        (exception("unused-suorce"), ["checks.yaml:2:12 unknown-rule", "sources/ledger.yaml:1:1 unused-source"]),
        ("exceptions: [{rule: orphan, until: 2026-12-31, thing: punt}]\n",
         ["checks.yaml:1:14 missing-field", "sources/ledger.yaml:1:1 unused-source"]),
        (exception(where="reson: x"), ["checks.yaml:2:5 missing-field", "checks.yaml:2:27 unknown-field",
                                       "sources/ledger.yaml:1:1 unused-source"]),
        (exception(where="thing: ledger, file: sources/ledger.yaml"),
         ["checks.yaml:2:5 missing-field", "sources/ledger.yaml:1:1 unused-source"]),
        ("settings: {unused-source: loud}\n",
         ["checks.yaml:1:27 bad-choice", "sources/ledger.yaml:1:1 unused-source"]),
        ("- settings\n", ["checks.yaml:1:1 wrong-type", "sources/ledger.yaml:1:1 unused-source"]),
        ("settings: [\n", ["checks.yaml:2:1 yaml-syntax", "sources/ledger.yaml:1:1 unused-source"]),
    ],
)  # fmt: skip
def test_faults_of_the_settings(settings: str, expected: list[str], tmp_path: Path) -> None:
    assert brief(checked(tmp_path, UNUSED | {"checks.yaml": settings})) == expected


def test_what_follows_is_not_looked_at_while_there_is_an_error(tmp_path: Path) -> None:
    assert [each.rule for each in checked(tmp_path, MISSPELT).findings] == ["unknown-target"]


def test_a_rule_that_is_off_does_not_keep_from_what_follows(tmp_path: Path) -> None:
    result = checked(tmp_path, MISSPELT | {"checks.yaml": "settings: {unknown-target: off}\n"})
    assert [each.rule for each in result.findings] == ["scenario-not-following"]


def test_exception_from_an_outcome_is_not_called_needless_beside_errors(tmp_path: Path) -> None:
    excused = exception("scenario-not-following", "file: scenarios/winter-mail.yaml")
    wrong = edited("scenarios/winter-mail.yaml", "fits: [bridge]", "may-fit: [bridge]")
    assert brief(checked(tmp_path / "one", {"checks.yaml": excused, **wrong})) == []
    found = brief(checked(tmp_path / "two", {"checks.yaml": excused, **wrong, **MISSPELT}))
    assert found == ["crossings/punt.yaml:4:7 unknown-target"]


def test_reason_in_a_file_that_cannot_be_read_is_not_called_unknown(tmp_path: Path) -> None:
    changes = edited("crossings/bridge.yaml", "because: [capacity]", "because: [punt/capacity]")
    found = brief(checked(tmp_path, {**changes, "crossings/punt.yaml": "name: [\n"}))
    assert found == ["crossings/punt.yaml:2:1 yaml-syntax"]
