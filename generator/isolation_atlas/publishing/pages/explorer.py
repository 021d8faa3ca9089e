"""The graph: every relation as a list, and the data from which scripts show neighbourhoods and paths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.ontology import Kind, Relation
from isolation_atlas.knowledge.records import Edge
from isolation_atlas.publishing.addresses import root_of
from isolation_atlas.publishing.datasets.plain import as_json
from isolation_atlas.publishing.page import About, DataFile, Output, Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import Link, link_to

PATH = "graph/index.md"
DATA = "data/explorer.json"
_SAYS = "What is related to what: the neighbourhood of a thing, and the path between two, in words and with sources."
_ABOUT = About(f"{root_of(PATH)}data/graph.json")


@dataclass(frozen=True, slots=True)
class EndsView:
    """A thing, and everything to which one relation leads from it."""

    origin: Link
    targets: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RelationList:
    """A relation with all its edges."""

    id: str
    name: str
    inverse: str
    says: str
    count: int
    ends: tuple[EndsView, ...]


@dataclass(frozen=True, slots=True)
class GraphView:
    """The page of the graph."""

    things: int
    edges: int
    data: str
    relations: tuple[RelationList, ...]


def explorer_pages(site: Site) -> Iterator[Output]:
    """Yield the page of the graph and its data."""
    edges = known_edges(site)
    lists = tuple(_list(site, relation, edges) for relation in site.knowledge.ontology.relations)
    things = {end for edge in edges for end in (edge.origin, edge.target)}
    view = GraphView(len(things), len(edges), DATA, tuple(each for each in lists if each.count))
    body = render("explorer", view=view, root=root_of(PATH))
    yield Page(PATH, "Graph", _SAYS, body, site.knowledge.ontology.spot.file, hide=("navigation", "toc"), about=_ABOUT)
    yield DataFile(DATA, as_json(explorer_data(site)))


def known_edges(site: Site) -> tuple[Edge, ...]:
    """Return the edges of the ontology's relations whose both ends exist; the same edge stated twice counts once."""
    declared = {relation.id for relation in site.knowledge.ontology.relations}
    found: dict[tuple[str, str, str], Edge] = {}
    for edge in site.knowledge.edges:
        if edge.relation in declared and edge.target in site.knowledge.ids:
            found.setdefault((edge.origin, edge.relation, edge.target), edge)
    return tuple(found.values())


def explorer_data(site: Site) -> dict[str, object]:
    """Return kinds, relations, related things and edges; edges name the others by their places."""
    knowledge = site.knowledge
    edges = known_edges(site)
    things = sorted({end for edge in edges for end in (edge.origin, edge.target)})
    places = {thing: place for place, thing in enumerate(things)}
    kinds = [kind for kind in knowledge.ontology.kinds if any(knowledge.ids[thing] == kind.id for thing in things)]
    kind_places = {kind.id: place for place, kind in enumerate(kinds)}
    relations = {relation.id: place for place, relation in enumerate(knowledge.ontology.relations)}
    return {
        "kinds": [_kind(kind) for kind in kinds],
        "relations": [_relation(relation) for relation in knowledge.ontology.relations],
        "things": [[thing, knowledge.name_of(thing), kind_places[knowledge.ids[thing]]] for thing in things],
        "edges": [[places[edge.origin], places[edge.target], relations[edge.relation]] for edge in edges],
    }


def _kind(kind: Kind) -> dict[str, object]:
    return {"id": kind.id, "name": kind.name, "plural": kind.plural, "folder": kind.folder}


def _relation(relation: Relation) -> dict[str, object]:
    found: dict[str, object] = {"id": relation.id, "inverse": relation.inverse, "says": relation.says}
    return found | ({"symmetric": True} if relation.symmetric else {})


def _list(site: Site, relation: Relation, edges: tuple[Edge, ...]) -> RelationList:
    ends: dict[str, list[str]] = {}
    for edge in edges:
        if edge.relation == relation.id:
            ends.setdefault(edge.origin, []).append(edge.target)
    name_of = site.knowledge.name_of
    rows = tuple(
        EndsView(link_to(site, origin), tuple(link_to(site, each) for each in sorted(ends[origin], key=name_of)))
        for origin in sorted(ends, key=lambda each: (name_of(each).casefold(), each))
    )
    words, inverse = relation.id.replace("-", " "), relation.inverse.replace("-", " ")
    return RelationList(relation.id, words, inverse, relation.says, sum(len(row.targets) for row in rows), rows)
