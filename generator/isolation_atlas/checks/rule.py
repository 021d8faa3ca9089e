"""What a rule is, and the registry of all rules.

A rule is one function from a ``Context`` to findings. Everything else about it (how bad a breach is, why it matters, an
example of either side) is given at its registration, so that its page, its tests and its report all say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import Example
from isolation_atlas.knowledge.findings import Finding, Severity

Check = Callable[[Context], Iterator[Finding]]


class Scope(Enum):
    """How much a rule has to see to decide."""

    FILE = "file"
    RECORD = "record"
    FACT = "fact"
    GRAPH = "graph"
    OUTPUT = "output"
    """What the knowledge says once it is reasoned over: matrices, trees, recommendations."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold."""

    id: str
    severity: Severity
    scope: Scope
    title: str
    why: str
    example: Example | None
    """None only for a rule that no file can break."""
    check: Check


_REGISTERED: dict[str, Rule] = {}


def register(new: Rule) -> None:
    """Add a rule; raises ValueError if its id is taken."""
    if new.id in _REGISTERED:
        raise ValueError(f"The rule {new.id!r} is registered twice.")
    _REGISTERED[new.id] = new


def rule(
    rule_id: str, severity: Severity, scope: Scope, title: str, why: str, example: Example | None
) -> Callable[[Check], Check]:
    """Register the decorated function as the rule ``rule_id``."""

    def decorate(check: Check) -> Check:
        register(Rule(rule_id, severity, scope, title, why, example, check))
        return check

    return decorate


def all_rules() -> Mapping[str, Rule]:
    """Return every rule by id, in the order of the ids."""
    from isolation_atlas.checks import rules

    rules.load()
    return MappingProxyType(dict(sorted(_REGISTERED.items())))
