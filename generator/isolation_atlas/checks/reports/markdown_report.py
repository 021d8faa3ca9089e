"""Findings as a Markdown table; whatever they quote is shown, never rendered."""

from __future__ import annotations

import re

from isolation_atlas.checks.reports.counting import closing_line
from isolation_atlas.checks.reports.terminal_report import printable
from isolation_atlas.checks.result import CheckResult, PlacedFinding

_MOST = 200
_SPECIAL = re.compile(r"[^A-Za-z0-9 .,;'()/\-\u0080-\U0010ffff]")


def write(result: CheckResult, colour: bool) -> str:
    """Return the counts and a table of the findings, at most 200 of them."""
    lines = ["## Check of the knowledge", "", f"{closing_line(result)}.", ""]
    if result.findings:
        lines += ["| | place | rule | what | what to do |", "| --- | --- | --- | --- | --- |"]
        lines += [_row(finding) for finding in result.findings[:_MOST]]
        lines.append("")
    if len(result.findings) > _MOST:
        lines += [f"{len(result.findings) - _MOST} more findings are in the log.", ""]
    return "\n".join(lines)


def _row(finding: PlacedFinding) -> str:
    place = f"{finding.place.file}:{finding.place.line}:{finding.place.column}"
    what = " ".join([finding.message, *(f"({each.message})" for each in finding.related)])
    todo = finding.fix or f"Expected: {finding.expected}."
    cells = [finding.severity.value, place, finding.rule, what, todo]
    return "| " + " | ".join(plain(cell) for cell in cells) + " |"


def plain(text: str) -> str:
    """Return a text in which no character means anything to Markdown or HTML: all but letters become references.

    An invisible joiner keeps names after ``@`` and numbers after ``#`` from notifying or linking anybody.
    """
    return _SPECIAL.sub(_reference, printable(text))


def _reference(found: re.Match[str]) -> str:
    sign = found.group()
    return f"&#{ord(sign)};" + ("&#8288;" if sign in "@#" else "")
