"""Relations of a thing, both ways, with the evidence for each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from isolation_atlas.knowledge.ontology import Relation
from isolation_atlas.knowledge.records import Edge
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.evidence import EvidenceView, evidence_view
from isolation_atlas.publishing.views.links import Link, link_to


@dataclass(frozen=True, slots=True)
class RelatedView:
    """The other end of an edge, and who says so."""

    thing: Link
    summary: str
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class RelationView:
    """All edges of one relation in one direction."""

    id: str
    name: str
    says: str
    related: tuple[RelatedView, ...]


def relations_of(site: Site, thing: str, without: Collection[str] = ()) -> tuple[RelationView, ...]:
    """Return the relations of a thing both ways, in the ontology's order, but none from things ``without``."""
    record = site.knowledge.records.get(thing)
    outgoing = record.edges if record else ()
    incoming = [edge for edge in site.knowledge.edges_to.get(thing, ()) if edge.origin not in without]
    found: list[RelationView] = []
    for relation in site.knowledge.ontology.relations:
        forward = [(edge.target, edge) for edge in outgoing if edge.relation == relation.id]
        back = [(edge.origin, edge) for edge in incoming if edge.relation == relation.id]
        if relation.symmetric:
            forward, back = forward + [each for each in back if each[0] not in dict(forward)], []
        found.extend(_view(site, relation, relation.id, forward))
        found.extend(_view(site, relation, relation.inverse, back))
    return tuple(found)


def _view(site: Site, relation: Relation, name: str, ends: list[tuple[str, Edge]]) -> list[RelationView]:
    if not ends:
        return []
    related = tuple(
        RelatedView(link_to(site, other), _summary(site, other), evidence_view(site, edge.evidence))
        for other, edge in sorted(ends, key=lambda end: site.knowledge.name_of(end[0]).casefold())
    )
    return [RelationView(name, name.replace("-", " "), relation.says, related)]


def _summary(site: Site, thing: str) -> str:
    record = site.knowledge.records.get(thing)
    return record.summary if record else ""
