"""Findings as JSON."""

from __future__ import annotations

import json
from typing import Any

from isolation_atlas.checks.reports.counting import counts
from isolation_atlas.checks.result import CheckResult, PlacedFinding
from isolation_atlas.knowledge.findings import Place


def write(result: CheckResult, colour: bool) -> str:
    """Return an object with ``findings`` and ``counts``."""
    looked_at = {"files": result.files, "facts": result.facts, "rules": result.rules}
    whole = {"findings": [_finding(each) for each in result.findings], "counts": counts(result) | looked_at}
    return json.dumps(whole, indent=2, ensure_ascii=True) + "\n"


def _finding(finding: PlacedFinding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        **_place(finding.place),
        "message": finding.message,
        "expected": finding.expected,
        "fix": finding.fix,
        "repairable": finding.repairable,
        "related": [{**_place(each.place), "message": each.message} for each in finding.related],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column, "end": place.end}
