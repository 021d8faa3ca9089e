"""One page for each published decision tree: as a picture, and as nested lists."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.publishing.addresses import markdown_path, page_of, root_of
from isolation_atlas.publishing.exports.offering import download_links
from isolation_atlas.publishing.formats.registry import TREE
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.pictures.tree import tree_picture
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import index_link
from isolation_atlas.publishing.views.trees import picture_of, tree_view


def tree_pages(site: Site) -> Iterator[Page]:
    """Yield the page of every published tree."""
    for tree in site.shown(site.knowledge.trees):
        path = markdown_path(page_of(site.knowledge, tree.id))
        root, view = root_of(path), tree_view(site, tree.id)
        picture = tree_picture("tree", tree.name, picture_of(view, root))
        body = render(
            "tree",
            view=view,
            picture=picture,
            kind=index_link(site, tree.id),
            downloads=download_links(site, tree.id, TREE),
            root=root,
        )
        yield Page(path, tree.name, tree.summary or tree.name, body, tree.spot.file, hide=("navigation", "toc"))
