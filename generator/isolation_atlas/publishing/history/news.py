"""What happened in a revision, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.publishing.history.revisions import Revision
from isolation_atlas.reasoning.changes import FactChangeKind


@dataclass(frozen=True, slots=True)
class FactNews:
    """What happened to a fact, in words."""

    kind: FactChangeKind
    subject: str
    property: str
    number: int
    before: str
    after: str
    claim: str


@dataclass(frozen=True, slots=True)
class RevisionNews:
    """What happened in a revision."""

    revision: Revision
    facts: tuple[FactNews, ...]
    added: tuple[str, ...]
    """Ids of things that came."""
    redirected: tuple[tuple[str, str], ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]
    """Ids of things that stayed and whose files changed without a change of their facts."""


def counted(news: RevisionNews) -> Iterator[tuple[int, FactChangeKind]]:
    """Yield to how many facts each thing happened, without what happened to none."""
    for kind in FactChangeKind:
        number = sum(fact.kind is kind for fact in news.facts)
        if number:
            yield number, kind
