"""Rules whose breaches are found while the files are read."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import Example
from isolation_atlas.checks.rule import Rule, Scope, register
from isolation_atlas.knowledge.findings import Finding, Severity


def from_reading(rule_id: str, scope: Scope, title: str, why: str, shown: Example) -> None:
    """Register the rule under which reading reports such a fault; it is always an error."""

    def check(context: Context) -> Iterator[Finding]:
        yield from context.faults.get(rule_id, ())

    register(Rule(rule_id, Severity.ERROR, scope, title, why, shown, check))
