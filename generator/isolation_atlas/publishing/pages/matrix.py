"""One page for each published matrix."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.publishing.addresses import markdown_path, page_of, root_of
from isolation_atlas.publishing.exports.offering import download_links
from isolation_atlas.publishing.formats.registry import TABLE
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import index_link
from isolation_atlas.publishing.views.matrices import matrix_view


def matrix_pages(site: Site) -> Iterator[Page]:
    """Yield the page of every matrix."""
    for matrix in site.shown(site.knowledge.matrices):
        path = markdown_path(page_of(site.knowledge, matrix.id))
        view, kind = matrix_view(site, matrix), index_link(site, matrix.id)
        body = render(
            "matrix", view=view, kind=kind, downloads=download_links(site, matrix.id, TABLE), root=root_of(path)
        )
        yield Page(path, matrix.name, matrix.summary or matrix.name, body, matrix.spot.file, hide=("navigation", "toc"))
