"""The closing line of every report."""

from __future__ import annotations

from isolation_atlas.checks.result import CheckResult
from isolation_atlas.knowledge.findings import Severity


def counts(result: CheckResult) -> dict[str, int]:
    """Return the number of findings of each severity."""
    return {severity.value: result.count(severity) for severity in Severity}


def closing_line(result: CheckResult) -> str:
    """Return what was found and how much was looked at, in one line."""
    found = ", ".join(_several(number, severity) for severity, number in counts(result).items())
    if result.untold:
        found += f" (and {_several(result.untold, 'note')} not listed)"
    return f"{found} in {_several(result.files, 'file')} with {_several(result.facts, 'fact')}"


def _several(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
