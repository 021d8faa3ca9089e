"""A plain home page, for a site whose authors have not written one."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.publishing.addresses import index_of
from isolation_atlas.publishing.exports.spectrum import spectrum_downloads
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import Link
from isolation_atlas.publishing.views.spectrum import spectrum_view

_MOST_FIGURES = 3


def home_pages(site: Site) -> Iterator[Page]:
    """Yield the home page: the question, the first level of subjects in a row, and all lists."""
    ontology = site.knowledge.ontology
    levels = [level.id for kind in ontology.kinds_of(Role.SUBJECT) for level in kind.levels][:1]
    subjects = [each.id for each in site.knowledge.subjects.values() if each.level in levels]
    figures = sorted(site.knowledge.properties, key=lambda prop: (-site.coverage[prop], prop))[:_MOST_FIGURES]
    lists = tuple(Link(index_of(kind), kind.plural, kind.says) for kind in ontology.kinds)
    view = spectrum_view(site, subjects, figures)
    about = {"title": ontology.title, "question": ontology.question, "lists": lists}
    body = render("home", **about, view=view, downloads=spectrum_downloads(site, subjects), root="")
    yield Page("index.md", ontology.title, ontology.question, body, hide=("navigation", "toc"), fallback=True)
