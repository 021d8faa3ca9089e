"""One page for each topic: its declared fields, its relations, what sources say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.records import Topic
from isolation_atlas.publishing.addresses import kind_of, markdown_path, page_of, root_of
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.events import EventsView, events_of, told_as_events
from isolation_atlas.publishing.views.evidence import EvidenceView, evidence_view
from isolation_atlas.publishing.views.links import Link, index_link
from isolation_atlas.publishing.views.relations import RelationView, relations_of


@dataclass(frozen=True, slots=True)
class FieldView:
    """A declared field: its name, its value, and what a term means."""

    name: str
    value: str
    says: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic's page."""

    id: str
    name: str
    kind: Link
    summary: str
    aliases: tuple[str, ...]
    fields: tuple[FieldView, ...]
    events: tuple[EventsView, ...]
    relations: tuple[RelationView, ...]
    statements: tuple[EvidenceView, ...]


def topic_pages(site: Site) -> Iterator[Page]:
    """Yield the page of every topic."""
    for topic in site.shown(site.knowledge.topics):
        path = markdown_path(page_of(site.knowledge, topic.id))
        view = topic_view(site, topic)
        yield Page(path, topic.name, topic.summary, render("topic", view=view, root=root_of(path)), topic.spot.file)


def topic_view(site: Site, topic: Topic) -> TopicView:
    """Return what a topic's page shows."""
    return TopicView(
        id=topic.id,
        name=topic.name,
        kind=index_link(site, topic.id),
        summary=topic.summary,
        aliases=topic.aliases,
        fields=field_views(site, topic),
        events=events_of(site, topic.id),
        relations=relations_of(site, topic.id, told_as_events(site, topic.id)),
        statements=tuple(evidence_view(site, each) for each in topic.statements),
    )


def field_views(site: Site, topic: Topic) -> tuple[FieldView, ...]:
    """Return the fields that a topic has, in the order of the ontology, terms with their meaning."""
    found = []
    for field in kind_of(site.knowledge, topic.id).fields:
        value = topic.field(field.id)
        if value:
            words = value.replace("-", " ") if field.sort == "term" else value
            found.append(FieldView(field.name, words, dict(field.terms).get(value, "")))
    return tuple(found)
