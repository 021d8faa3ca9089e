"""Comparisons that follow from the relations, so that they exist without scripts too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.publishing.site import Site

FEWEST, MOST = 2, 6


@dataclass(frozen=True, slots=True)
class Preset:
    """A comparison with a page of its own."""

    id: str
    name: str
    subjects: tuple[str, ...]


def presets_of(site: Site) -> tuple[Preset, ...]:
    """Return the pairs of the first level that a symmetric relation joins, then the members of each of that level.

    Of many members those with most facts are taken: they are what a comparison can say most of.
    """
    return (*_pairs(site), *_members(site))


def joined_pairs(site: Site) -> tuple[tuple[str, str], ...]:
    """Return all pairs of choosable subjects that a symmetric relation joins, by name."""
    subjects = sorted(site.choosable, key=lambda each: (site.knowledge.name_of(each), each))
    place = {subject: number for number, subject in enumerate(subjects)}
    pairs = ((one, other) for one in subjects for other in partners_of(site, one) if place[one] < place[other])
    return tuple(sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]])))


def partners_of(site: Site, subject: str) -> dict[str, str]:
    """Return the choosable subjects that a symmetric relation joins to one, each with what the source says of it."""
    knowledge = site.knowledge
    symmetric = {relation.id for relation in knowledge.ontology.relations if relation.symmetric}
    edges = (*knowledge.subjects[subject].edges, *knowledge.edges_to.get(subject, ()))
    found: dict[str, str] = {}
    for edge in edges:
        other = edge.target if edge.origin == subject else edge.origin
        if edge.relation in symmetric and other in site.choosable:
            found[other] = found.get(other) or edge.evidence.claim
    return found


def _first_level(knowledge: Knowledge) -> tuple[str, ...]:
    levels = {(kind.id, kind.levels[0].id) for kind in knowledge.ontology.kinds_of(Role.SUBJECT) if kind.levels}
    found = [each.id for each in knowledge.subjects.values() if (each.kind, each.level) in levels]
    return tuple(sorted(found, key=knowledge.name_of))


def _pairs(site: Site) -> Iterator[Preset]:
    knowledge = site.knowledge
    first = set(_first_level(knowledge))
    for pair in joined_pairs(site):
        if set(pair) <= first:
            one, other = pair
            yield Preset(f"{one}-and-{other}", f"{knowledge.name_of(one)} and {knowledge.name_of(other)}", pair)


def _members(site: Site) -> Iterator[Preset]:
    knowledge = site.knowledge
    for family in _first_level(knowledge):
        members = [each for each in knowledge.members_of(family) if each in site.choosable]
        best = sorted(members, key=lambda each: (-len(knowledge.subjects[each].facts), each))[:MOST]
        if len(best) >= FEWEST:
            subjects = tuple(sorted(best, key=knowledge.name_of))
            yield Preset(f"members-of-{family}", f"{knowledge.name_of(family)} – its best known members", subjects)
