"""When something last changed, as far as the newest revisions tell."""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.publishing.history.changes import news_of
from isolation_atlas.publishing.history.news import RevisionNews
from isolation_atlas.publishing.history.revisions import NoHistoryError, Revision


@dataclass(frozen=True, slots=True)
class LastChange:
    """The day of a thing's newest revision, ISO 8601, and where on the site that revision is told."""

    day: str
    address: str


def last_changes(knowledge: Knowledge) -> dict[str, LastChange]:
    """Return the newest change of everything that the newest revisions touched; nothing without a history."""
    try:
        news = news_of(knowledge)
    except NoHistoryError:
        return {}
    found: dict[str, LastChange] = {}
    for each in news:
        told = LastChange(each.revision.time[:10], f"changes.html#{anchor_of(each.revision)}")
        for thing in _touched(each):
            found.setdefault(thing, told)
    return found


def anchor_of(revision: Revision) -> str:
    """Return the anchor of a revision on the page of what changed."""
    return f"change-{revision.commit[:12]}"


def _touched(news: RevisionNews) -> set[str]:
    return {*(fact.subject for fact in news.facts), *news.added, *(new for _, new in news.redirected), *news.edited}
