"""What a check found, with every place looked up."""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.knowledge.findings import Place, Severity


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """Another place that a finding is about."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding with its position and the line of the file that it points at."""

    rule: str
    severity: Severity
    place: Place
    message: str
    expected: str
    fix: str
    line_text: str
    related: tuple[RelatedPlace, ...] = ()
    repairable: bool = False
    """Whether ``atlas fix`` mends it."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All findings in the order of their places, and how much was looked at."""

    findings: tuple[PlacedFinding, ...]
    files: int
    facts: int
    rules: int
    untold: int = 0
    """How many findings were left out for the reader's sake."""

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def failed(self) -> bool:
        """Whether there is an error, so that nothing may be built."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)
