"""The whole graph in one JSON file."""

from __future__ import annotations

from isolation_atlas.publishing.addresses import kind_of, page_of
from isolation_atlas.publishing.datasets.plain import Data, edge_data, fact_data, filled
from isolation_atlas.publishing.site import Site

GRAPH_VERSION = 1
"""Version of the layout of ``graph.json``; it rises when a field is removed or changes its meaning."""


def graph_data(site: Site) -> Data:
    """Return the whole graph as plain data: things with properties and sources among them, relations, facts."""
    knowledge = site.knowledge
    return {
        "version": GRAPH_VERSION,
        "title": knowledge.ontology.title,
        "as-of": site.today.isoformat(),
        "things": [_thing(site, thing) for thing in knowledge.ids],
        "relations": [edge_data(edge) for edge in knowledge.edges],
        "facts": [fact_data(site, fact) for fact in knowledge.facts],
    }


def _thing(site: Site, thing: str) -> Data:
    knowledge = site.knowledge
    record, prop = knowledge.records.get(thing), knowledge.properties.get(thing)
    summary = record.summary if record else prop.definition if prop else ""
    head: Data = {"id": thing, "kind": kind_of(knowledge, thing).id, "name": knowledge.name_of(thing)}
    return head | filled(summary=summary, page=page_of(knowledge, thing))
