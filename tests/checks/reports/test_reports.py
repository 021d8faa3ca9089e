"""The reports, to the letter, on findings that carry hostile text."""

from __future__ import annotations

import html
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.checks.reports import FORMATS, report
from isolation_atlas.checks.reports.markdown_report import plain
from isolation_atlas.checks.reports.terminal_report import printable
from isolation_atlas.checks.result import CheckResult, PlacedFinding, RelatedPlace
from isolation_atlas.knowledge.findings import Place, Severity
from tests.checks.folders import checked, edited

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "\x1b[31m|<img src=x onerror=a()>|`x`%0A::error::{{a}}[b](javascript:c)@someone #1\r\n::warning::\u202e"


def finding(message: str = "A.", line: str = "name: A", place: Place | None = None, **more: str) -> PlacedFinding:
    where = place or Place("knowledge/crossings/a.yaml", 1, 7, 8)
    related = (
        (RelatedPlace(Place("knowledge/crossings/b,c.yaml", 2, 1, 2), more.pop("also")),) if "also" in more else ()
    )
    given = {"rule": "some-rule", "expected": "b", "fix": "Write b."} | more
    return PlacedFinding(given["rule"], Severity.ERROR, where, message, given["expected"], given["fix"], line, related)


def result(*findings: PlacedFinding) -> CheckResult:
    return CheckResult(findings, 3, 1, 100)


@pytest.mark.parametrize("form", FORMATS)
def test_golden(form: str, tmp_path: Path) -> None:
    """Rewrite the golden files with ``ATLAS_GOLDEN=write pytest``, and read the difference."""
    changes = edited("crossings/punt.yaml", "is-a: boat", "is-a: boot\nis-a: |boat")
    changes |= edited("crossings/boat.yaml", "level: class", "level: class\nis-a: boat\nbuilt-on: bridge")
    changes |= edited("crossings/bridge.yaml", "level: class", "level: class\nbuilt-on: boat")
    changes |= {"sources/b.yaml": "title: B\nby: <b>C</b>\ndate: 1880\nkind: docs\nurl: http://example.org/@b\n"}
    text = report(checked(tmp_path, changes), form)
    text = re.sub(r'("version": )"\d+\.\d+\.\d+[^"]*"(,\n\s+"rules")', r'\1"0"\2', text)
    text = re.sub(r'("rules": )\d+', r"\1100", text)  # whoever adds a rule should not have to come here
    if os.environ.get("ATLAS_GOLDEN") == "write":
        (GOLDEN / form).write_text(text, encoding="utf-8")
    assert text == (GOLDEN / form).read_text(encoding="utf-8")


def test_unknown_format() -> None:
    with pytest.raises(KeyError):
        report(result(), "pdf")


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_says_the_counts(form: str) -> None:
    text = report(result(finding()), form)
    assert re.search(r"1 error, 0 warnings, 0 notes in 3 files with 1 fact\b|\"error\": 1,\s+\"warning\": 0", text)
    assert text.endswith("\n")


def test_terminal_marks_the_place() -> None:
    lines = report(result(finding(also="the first time")), "terminal").splitlines()
    assert lines == [
        "knowledge/crossings/a.yaml:1:7: error some-rule: A; expected: b; fix: Write b.",
        "    name: A",
        "          ^",
        "    knowledge/crossings/b,c.yaml:2:1: the first time",
        "1 error, 0 warnings, 0 notes in 3 files with 1 fact",
    ]


@pytest.mark.parametrize(
    ("line", "column", "end", "expected"),
    [
        ("name: A", 1, 5, ["name: A", "^^^^"]),
        ("名: あい", 4, 6, ["名: あい", "    ^^^^"]),
        ("e\u0301: x", 5, 6, ["e\u0301: x", "   ^"]),
        ("\tx", 2, 3, [" x", " ^"]),
        ("a: \x1b[2J", 4, 5, ["a: <U+001B>[2J", "   ^^^^^^^^"]),
        ("a: " + "x" * 300, 4, 304, ["a: " + "x" * 117 + "…", "   " + "^" * 117]),
        ("x" * 200 + "!" + "x" * 200, 201, 202, ["…" + "x" * 40 + "!" + "x" * 79 + "…", " " * 41 + "^"]),
        ("x" * 500, 500, 501, ["…" + "x" * 41, " " * 41 + "^"]),
        ("name: A", 50, 51, ["name: A", "       ^"]),
    ],
)
def test_terminal_shows_the_part_of_the_line(line: str, column: int, end: int, expected: list[str]) -> None:
    shown = report(result(finding(line=line, place=Place("k/a.yaml", 1, column, end))), "terminal").splitlines()
    assert [each[4:] for each in shown[1:3]] == expected


def test_terminal_colours_only_when_asked() -> None:
    assert "\x1b" not in report(result(finding(HOSTILE, HOSTILE, also=HOSTILE)), "terminal")
    assert "\x1b[1;31merror\x1b[0m some-rule" in report(result(finding()), "terminal", colour=True)


def test_hostile_text_writes_no_workflow_command() -> None:
    text = report(result(finding(HOSTILE, HOSTILE, expected=HOSTILE, fix=HOSTILE, also=HOSTILE)), "github")
    assert [line[:8] for line in text.splitlines()] == ["::error ", "1 error,"]
    assert "b,c.yaml" in text
    place = Place("knowledge/a,b::c%.yaml", 1, 1, 2)
    first = report(result(finding(place=place)), "github").splitlines()[0]
    assert first.startswith("::error file=knowledge/a%2Cb%3A%3Ac%25.yaml,line=1,col=1,endColumn=2,title=some-rule::A.")


def test_hostile_text_renders_nothing_in_markdown() -> None:
    text = report(result(finding(HOSTILE, HOSTILE, expected="", fix=HOSTILE, also=HOSTILE)), "markdown")
    row = next(line for line in text.splitlines() if "some" in line and "error" in line and line.startswith("| "))
    assert row.count("|") == 6
    assert not re.search(r"[<>`\[\]*_@\\!:]", row)
    assert not re.search(r"@\w", html.unescape(row))
    assert not re.search(r"#\d", html.unescape(row).replace("&#", ""))


def test_markdown_stops_at_a_readable_length() -> None:
    text = report(result(*(finding(f"{number}.") for number in range(250))), "markdown")
    assert text.count("\n| ") == 202
    assert "50 more findings" in text


def test_sarif_has_what_code_scanning_needs(tmp_path: Path) -> None:
    changes = edited("crossings/punt.yaml", "is-a: boat", "is-a: boot")
    run = json.loads(report(checked(tmp_path, changes), "sarif"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == ["unknown-target"]
    (found,) = run["results"]
    assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
    assert found["level"] == "error"
    location = found["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "knowledge/crossings/punt.yaml"
    assert location["region"] == {"startLine": 4, "startColumn": 7, "endColumn": 11}


def test_sarif_takes_brackets_and_names_literally() -> None:
    place = Place("knowledge/ä b.yaml", 1, 1, 1)
    (found,) = json.loads(report(result(finding("[a](b) {0}.", place=place)), "sarif"))["runs"][0]["results"]
    assert found["message"]["text"].startswith("\\[a\\](b) {{0}}.")
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "knowledge/%C3%A4%20b.yaml"
    assert found["locations"][0]["physicalLocation"]["region"]["endColumn"] == 2


@given(st.text())
def test_printable_text_stays_in_its_line(text: str) -> None:
    assert printable(text).isprintable()
    assert printable(text) == text or not text.isprintable()


@given(st.text())
def test_plain_text_reads_back(text: str) -> None:
    shown = plain(text)
    assert html.unescape(shown).replace("\u2060", "") == printable(text).replace("\u2060", "")
    assert re.fullmatch(r"(?:[A-Za-z0-9 .,;'()/\-\u0080-\U0010ffff]|&#\d+;)*", shown)


@given(st.text(), st.text(), st.integers(1, 300), st.integers(1, 300), st.sampled_from(sorted(FORMATS)))
def test_any_finding_can_be_reported(message: str, line: str, column: int, end: int, form: str) -> None:
    place = Place(f"knowledge/{message[:20]}.yaml", 1, column, end)
    text = report(result(finding(message, line.replace("\n", " "), place, also=line)), form)
    text.encode("utf-8")
    if form == "github":
        assert len(text.splitlines()) == 2
    if form in ("json", "sarif"):
        json.loads(text)
