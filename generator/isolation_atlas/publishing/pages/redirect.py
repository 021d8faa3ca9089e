"""A stub for each former id, so that old links still lead on."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.publishing.addresses import kind_of, page_of, root_of
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import link_to


def redirect_pages(site: Site) -> Iterator[Page]:
    """Yield a page under every former id that says where its content is now."""
    for old, new in site.knowledge.redirects.items():
        if new not in site.knowledge.ids or kind_of(site.knowledge, new).role is Role.SOURCE:
            continue
        path = f"{page_of(site.knowledge, new).rpartition('/')[0]}/{old}.md"
        link = link_to(site, new)
        body = render("redirect", link=link, old=old, root=root_of(path))
        yield Page(path, f"{old} is now {link.text}", f"{old} is now {link.text}.", body, searchable=False)
