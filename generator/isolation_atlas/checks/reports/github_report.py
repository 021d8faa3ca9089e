"""Findings as workflow commands, which become annotations at the lines of a pull request."""

from __future__ import annotations

from collections.abc import Mapping

from isolation_atlas.checks.reports.counting import closing_line
from isolation_atlas.checks.reports.terminal_report import printable
from isolation_atlas.checks.result import CheckResult, PlacedFinding
from isolation_atlas.knowledge.findings import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(result: CheckResult, colour: bool) -> str:
    """Return a command for each finding, and the counts."""
    return "\n".join([*(_command(finding) for finding in result.findings), closing_line(result)]) + "\n"


def _command(finding: PlacedFinding) -> str:
    place = finding.place
    fields = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.end),
        "title": finding.rule,
    }
    said = [finding.message, f"Expected: {finding.expected}." if finding.expected else "", finding.fix]
    said += [f"{each.place.file}:{each.place.line}: {each.message}" for each in finding.related]
    return annotation(finding.severity, fields, "\n".join(part for part in said if part))


def annotation(severity: Severity, fields: Mapping[str, str], text: str) -> str:
    """Return a workflow command that shows a text at a place; no text or name of a file can make it another command."""
    given = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    return f"::{_COMMANDS[severity]} {given}::{_data(text)}"


def _data(text: str) -> str:
    lines = "\n".join(printable(line) for line in text.split("\n"))
    return lines.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
