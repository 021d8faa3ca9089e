"""The page of each rule, as data: everything that its registration says, and its example carried out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from isolation_atlas.checks.examples import Example, ExampleFile, changed_files, write_example
from isolation_atlas.checks.reports import report
from isolation_atlas.checks.rule import Rule, all_rules
from isolation_atlas.checks.run import run_checks

EXAMPLE_DAY = date(2026, 6, 1)
"""The day on which examples are checked; some are about dates that have not come."""


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule with its example in both forms and what the breaking form brings about."""

    id: str
    title: str
    severity: str
    scope: str
    why: str
    failing: tuple[ExampleFile, ...]
    passing: tuple[ExampleFile, ...]
    said: str
    """The report on the failing example, as a terminal shows it, without the counts."""


def rule_pages() -> tuple[RuleDoc, ...]:
    """Return every rule's documentation, in the order of the ids; each example is checked on the way."""
    return tuple(_document(each) for each in all_rules().values())


def _document(known: Rule) -> RuleDoc:
    shown = known.example
    return RuleDoc(
        known.id,
        known.title,
        known.severity.value,
        known.scope.value,
        known.why,
        changed_files(shown, bad=True) if shown else (),
        changed_files(shown, bad=False) if shown else (),
        example_report(shown) if shown else "",
    )


def example_report(shown: Example) -> str:
    """Return what the check says of an example's breaking form."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "knowledge"
        write_example(shown, root, bad=True)
        result = run_checks(root, today=EXAMPLE_DAY, use_cache=False)
    lines = report(result, "terminal").splitlines()
    return "\n".join(lines[:-1]) + "\n"
