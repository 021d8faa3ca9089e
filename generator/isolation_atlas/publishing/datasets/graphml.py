"""The graph as GraphML, which graph editors and libraries read."""

from __future__ import annotations

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.publishing.addresses import kind_of, page_of
from isolation_atlas.publishing.site import Site


def graphml(site: Site) -> bytes:
    """Return all things but sources, and every edge between them, as a directed multigraph."""
    import networkx as nx

    knowledge = site.knowledge
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for thing in knowledge.ids:
        kind = kind_of(knowledge, thing)
        if kind.role is not Role.SOURCE:
            graph.add_node(thing, name=knowledge.name_of(thing), kind=kind.id, page=page_of(knowledge, thing))
    for origin, target, relation, data in site.graph.edges(keys=True, data=True):
        if origin in graph and target in graph:
            edge = data.get("edge")
            stated = {"claim": edge.evidence.claim, "source": edge.evidence.source} if edge else {}
            graph.add_edge(origin, target, key=relation, relation=relation, **{k: v for k, v in stated.items() if v})
    lines = nx.generate_graphml(graph, named_key_ids=True)
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(lines) + "\n").encode()
