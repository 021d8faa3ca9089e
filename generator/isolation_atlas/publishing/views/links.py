"""Links to things, with addresses relative to the site's root."""

from __future__ import annotations

from collections.abc import Iterable

from isolation_atlas.publishing.addresses import index_of, kind_of
from isolation_atlas.publishing.link import Link
from isolation_atlas.publishing.site import Site

__all__ = ["Link", "index_link", "link_to", "links_to"]


def link_to(site: Site, thing: str, note: str = "") -> Link:
    """Return a link to a thing; an unknown id becomes plain words."""
    found = site.links.get(thing) or Link("", thing)
    return Link(found.href, found.text, note) if note else found


def links_to(site: Site, things: Iterable[str]) -> tuple[Link, ...]:
    """Return links to things, in the given order."""
    return tuple(link_to(site, thing) for thing in things)


def index_link(site: Site, thing: str) -> Link:
    """Return a link to the list of everything that is of the same kind as a thing."""
    kind = kind_of(site.knowledge, thing)
    return Link(index_of(kind), kind.plural)
