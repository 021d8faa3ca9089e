"""What a thing is directly related to, and the picture of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.publishing.pictures.neighbourhood import Bundle, End, neighbourhood
from isolation_atlas.publishing.site import Site


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Everything that one relation joins to a thing in one direction."""

    name: str
    """The relation as it is read from the thing: its own name, or its inverse's."""
    outgoing: bool
    things: tuple[str, ...]


def neighbours_of(site: Site, thing: str) -> tuple[Neighbours, ...]:
    """Return the neighbours of a thing by relation, in the ontology's order, those of a relation by name."""
    return tuple(_neighbours(site, thing))


def neighbourhood_picture(site: Site, thing: str, root: str) -> Markup | None:
    """Return the picture of a thing and its neighbours for a page from which ``root`` leads to the site's root.

    None where a thing has no relations.
    """
    found = neighbours_of(site, thing)
    if not found:
        return None
    bundles = [
        Bundle(each.name.replace("-", " "), each.outgoing, tuple(_end(site, other, root) for other in each.things))
        for each in found
    ]
    more = f"{root}graph/index.html?of={thing}"
    return neighbourhood(f"neighbourhood-{thing}", site.knowledge.name_of(thing), bundles, more)


def _neighbours(site: Site, thing: str) -> Iterator[Neighbours]:
    knowledge = site.knowledge
    record = knowledge.records.get(thing)
    outgoing, incoming = record.edges if record else (), knowledge.edges_to.get(thing, ())
    for relation in knowledge.ontology.relations:
        forward = {edge.target for edge in outgoing if edge.relation == relation.id}
        back = {edge.origin for edge in incoming if edge.relation == relation.id}
        if relation.symmetric:
            forward, back = forward | back, set()
        for name, leads_on, things in ((relation.id, True, forward), (relation.inverse, False, back)):
            known = sorted(things & knowledge.ids.keys(), key=lambda each: (knowledge.name_of(each).casefold(), each))
            if known:
                yield Neighbours(name, leads_on, tuple(known))


def _end(site: Site, thing: str, root: str) -> End:
    return End(site.knowledge.name_of(thing), root + site.addresses[thing])
