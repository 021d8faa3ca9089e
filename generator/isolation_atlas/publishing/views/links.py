"""Links to things, with addresses relative to the site's root."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from isolation_atlas.publishing.addresses import index_of, kind_of
from isolation_atlas.publishing.site import Site


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; an empty ``href`` is a thing without a page."""

    href: str
    text: str
    note: str = ""


def link_to(site: Site, thing: str, note: str = "") -> Link:
    """Return a link to a thing; an unknown id becomes plain words."""
    href = site.addresses.get(thing)
    return Link("", thing, note) if href is None else Link(href, site.knowledge.name_of(thing), note)


def links_to(site: Site, things: Iterable[str]) -> tuple[Link, ...]:
    """Return links to things, in the given order."""
    return tuple(link_to(site, thing) for thing in things)


def index_link(site: Site, thing: str) -> Link:
    """Return a link to the list of everything that is of the same kind as a thing."""
    kind = kind_of(site.knowledge, thing)
    return Link(index_of(kind), kind.plural)
