"""Which facts are due for reading again, and which nobody has read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from isolation_atlas.knowledge.dates import months_between
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.records import Fact


@dataclass(frozen=True, slots=True)
class DueFact:
    """A fact whose last reading is older than its property allows."""

    fact: Fact
    last_read: date
    months_over: int
    """Whole months past the day on which it was due; 0 in the first."""


def due_facts(knowledge: Knowledge, on: date) -> tuple[DueFact, ...]:
    """Return the facts that are due on a day, the longest overdue first, then by id.

    A fact is due once its property's ``review_after`` months have passed since its last reading. Ratings that rest on
    other facts are due when those are, so they are not listed.
    """
    found = []
    for fact in knowledge.facts:
        prop, last_read = knowledge.properties.get(fact.property), fact.evidence.last_verified
        if prop is not None and last_read is not None:
            over = months_between(last_read, on) - prop.review_after
            if over >= 0:
                found.append(DueFact(fact, last_read, over))
    return tuple(sorted(found, key=lambda due: (-due.months_over, due.fact.id)))


def unread_facts(knowledge: Knowledge) -> tuple[Fact, ...]:
    """Return the facts with a source in which nobody has read them, by id."""
    unread = (fact for fact in knowledge.facts if fact.evidence.source and not fact.evidence.verified)
    return tuple(sorted(unread, key=lambda fact: fact.id))
