"""From a published tree to the outline that every format writes."""

from __future__ import annotations

from isolation_atlas.publishing.addresses import page_of
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.wording import clean
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.trees import picture_of, tree_view


def tree_of(site: Site, tree_id: str, address: str = "") -> Tree:
    """Return a published tree for formats; raises KeyError for an unknown id.

    ``address`` is where the site is published, empty where that is not known.
    """
    view = tree_view(site, tree_id)
    root = picture_of(view, address)
    link = address + page_of(site.knowledge, tree_id)
    title, publisher = clean(view.name), site.knowledge.ontology.title
    return Tree(tree_id, title, clean(view.summary), root, link, site.today.isoformat(), publisher)
