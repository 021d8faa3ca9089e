"""Topics with a date that point at something, as a table: the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.knowledge.ontology import Kind
from isolation_atlas.knowledge.records import Topic
from isolation_atlas.publishing.addresses import kind_of
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.links import Link, link_to


@dataclass(frozen=True, slots=True)
class EventView:
    """A topic that points at a thing: when, by which relation, its terms, and what it is."""

    topic: Link
    date: str
    relation: str
    terms_name: str
    """What the ontology calls the first vocabulary of such topics."""
    terms: str
    summary: str


@dataclass(frozen=True, slots=True)
class EventsView:
    """All dated topics of one kind that point at a thing."""

    id: str
    name: str
    events: tuple[EventView, ...]


def events_of(site: Site, thing: str) -> tuple[EventsView, ...]:
    """Return the dated topics that point at a thing, by kind in the ontology's order."""
    found: dict[str, list[EventView]] = {}
    for edge in site.knowledge.edges_to.get(thing, ()):
        topic = site.knowledge.topics.get(edge.origin)
        kind = kind_of(site.knowledge, topic.id) if topic else None
        if topic is not None and kind is not None and is_dated(kind):
            found.setdefault(kind.id, []).append(_event(site, topic, kind, edge.relation))
    return tuple(
        EventsView(kind.id, kind.plural, tuple(sorted(found[kind.id], key=_age, reverse=True)))
        for kind in site.knowledge.ontology.kinds
        if kind.id in found
    )


def is_dated(kind: Kind) -> bool:
    """Return whether the ontology gives things of a kind a date."""
    return any(field.sort == "date" for field in kind.fields)


def told_as_events(site: Site, thing: str) -> frozenset[str]:
    """Return the ids of the dated topics that point at a thing, which need not stand among its relations again."""
    origins = {edge.origin for edge in site.knowledge.edges_to.get(thing, ())}
    return frozenset(
        each for each in origins if each in site.knowledge.topics and is_dated(kind_of(site.knowledge, each))
    )


def _event(site: Site, topic: Topic, kind: Kind, relation: str) -> EventView:
    date = next(topic.field(field.id) for field in kind.fields if field.sort == "date")
    first = next((field for field in kind.fields if field.sort == "term"), None)
    terms = topic.field(first.id).replace("-", " ") if first else ""
    words = relation.replace("-", " ")
    return EventView(link_to(site, topic.id), date, words, first.name if first else "Sort", terms, topic.summary)


def _age(event: EventView) -> str:
    return event.date if event.date[:1].isdigit() else ""
