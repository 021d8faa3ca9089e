"""Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code scanning reads."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from isolation_atlas.checks.reports.counting import counts
from isolation_atlas.checks.result import CheckResult, PlacedFinding
from isolation_atlas.checks.rule import Rule, all_rules
from isolation_atlas.knowledge.findings import Place

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(result: CheckResult, colour: bool) -> str:
    """Return one run with the rules that found something, and their results."""
    known = all_rules()
    used = sorted({finding.rule for finding in result.findings})
    rules = [_rule(known[rule_id]) if rule_id in known else {"id": rule_id} for rule_id in used]
    run = {
        "tool": {"driver": {"name": "atlas check", "version": version("isolation-atlas"), "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, used.index(finding.rule)) for finding in result.findings],
        "properties": {"counts": counts(result)},
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=True) + "\n"


def _rule(known: Rule) -> dict[str, Any]:
    return {
        "id": known.id,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.why},
        "defaultConfiguration": {"level": known.severity.value},
        "properties": {"tags": [known.scope.value]},
    }


def _result(finding: PlacedFinding, index: int) -> dict[str, Any]:
    said = [finding.message, f"Expected: {finding.expected}." if finding.expected else "", finding.fix]
    found: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity.value,
        "message": {"text": _escaped(" ".join(part for part in said if part))},
        "locations": [_location(finding.place)],
    }
    if finding.related:
        found["relatedLocations"] = [
            {"id": number, **_location(each.place), "message": {"text": _escaped(each.message)}}
            for number, each in enumerate(finding.related, start=1)
        ]
    return found


def _location(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": max(place.end, place.column + 1)}
    uri = quote(place.file.encode("utf-8", "surrogateescape"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _escaped(text: str) -> str:
    """Square brackets make links, braces make placeholders (SARIF 2.1.0, sections 3.11.5 and 3.11.6)."""
    for sign in ("\\", "[", "]"):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("{", "{{").replace("}", "}}")
