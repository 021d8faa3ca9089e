"""When topics happened, in rows by the first vocabulary that the ontology gives them."""

from __future__ import annotations

from markupsafe import Markup

from isolation_atlas.knowledge.dates import first_day
from isolation_atlas.knowledge.ontology import Kind, Role
from isolation_atlas.knowledge.records import Topic
from isolation_atlas.publishing.addresses import page_of
from isolation_atlas.publishing.pictures.timeline import Event, EventRow, timeline
from isolation_atlas.publishing.site import Site


def topic_timeline(site: Site, kind: Kind) -> Markup | None:
    """Return the timeline of a kind of topics, for a page in the kind's folder; None where they have no dates."""
    dates = [field for field in kind.fields if field.sort == "date"]
    terms = [field for field in kind.fields if field.sort == "term"]
    if kind.role is not Role.TOPIC or not dates or not terms:
        return None
    topics = [topic for topic in site.knowledge.topics.values() if topic.kind == kind.id]
    rows = []
    for term, _ in terms[0].terms:
        here = [topic for topic in topics if topic.field(terms[0].id) == term]
        events = tuple(event for topic in here if (event := _event(site, topic, dates[0].id)))
        if events:
            rows.append(EventRow(term.replace("-", " "), events))
    title = f"{kind.plural} by {terms[0].name.lower()} and date"
    return timeline("timeline", title, rows) if rows else None


def _event(site: Site, topic: Topic, field: str) -> Event | None:
    day = first_day(topic.field(field))
    if day is None:
        return None
    href = f"../{page_of(site.knowledge, topic.id)}"
    return Event(day, f"{topic.name}, {topic.field(field)}", href)
