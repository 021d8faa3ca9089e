"""The graph as JSON-LD 1.1: things are their pages, relations are terms of the atlas's own vocabulary."""

from __future__ import annotations

from isolation_atlas.knowledge.records import Source
from isolation_atlas.publishing.addresses import kind_of, page_of
from isolation_atlas.publishing.datasets.plain import Data, filled
from isolation_atlas.publishing.site import Site

_VOCABULARY = "glossary.html#"
"""Relative to the site's root, as all ids are: the glossary says what each term means."""


def linked_data(site: Site) -> Data:
    """Return the graph; all ids are relative to the site's root, one folder above the file."""
    ontology = site.knowledge.ontology
    context: Data = {
        "@version": 1.1,
        "@base": "../",
        "name": "https://schema.org/name",
        "description": "https://schema.org/description",
        "alternateName": {"@id": "https://schema.org/alternateName", "@container": "@set"},
        "url": {"@id": "https://schema.org/url", "@type": "@id"},
        "datePublished": "https://schema.org/datePublished",
    }
    for kind in ontology.kinds:
        context[kind.id] = {"@id": f"{_VOCABULARY}kind-{kind.id}"}
    for relation in ontology.relations:
        context[relation.id] = {"@id": f"{_VOCABULARY}relation-{relation.id}", "@type": "@id", "@container": "@set"}
    return {"@context": context, "@graph": [_node(site, thing) for thing in site.knowledge.ids]}


def _node(site: Site, thing: str) -> Data:
    knowledge = site.knowledge
    record, prop = knowledge.records.get(thing), knowledge.properties.get(thing)
    head: Data = {"@id": page_of(knowledge, thing), "@type": kind_of(knowledge, thing).id}
    head |= {"name": knowledge.name_of(thing)}
    if prop is not None:
        return head | filled(description=prop.definition, alternateName=list(prop.aliases))
    if record is None:
        return head
    if isinstance(record, Source):
        return head | filled(url=record.url, datePublished=record.date)
    return head | filled(description=record.summary, alternateName=list(record.aliases)) | _edges(site, thing)


def _edges(site: Site, thing: str) -> Data:
    found: dict[str, list[str]] = {}
    for edge in site.knowledge.records[thing].edges:
        if edge.target in site.knowledge.ids:
            found.setdefault(edge.relation, []).append(page_of(site.knowledge, edge.target))
    return dict(found)
