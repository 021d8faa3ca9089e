"""Comparison: the page on which a reader chooses what to compare, and a page for each comparison that follows."""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.publishing.addresses import root_of
from isolation_atlas.publishing.comparing.data import compare_data
from isolation_atlas.publishing.comparing.presets import FEWEST, MOST, Preset, joined_pairs, presets_of
from isolation_atlas.publishing.comparing.view import comparison_view
from isolation_atlas.publishing.datasets.plain import as_json
from isolation_atlas.publishing.page import DataFile, Output, Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import Link

PATH = "compare.md"
FOLDER = "compare"
DATA = "data/compare.json"
_HIDE = ("navigation", "toc")


def compare_pages(site: Site) -> Iterator[Output]:
    """Yield the page of the comparison, its data, and a page for each preset."""
    presets = presets_of(site)
    yield _chooser(site, presets)
    yield DataFile(DATA, as_json(compare_data(site)))
    for preset in presets:
        path = f"{FOLDER}/{preset.id}.md"
        view = comparison_view(site, preset)
        says = f"{', '.join(each.link.text for each in view.subjects)} side by side, every cell with its evidence."
        body = render("comparison", view=view, root=root_of(path))
        yield Page(path, preset.name, says, body, site.knowledge.ontology.spot.file, searchable=False, hide=_HIDE)


def _chooser(site: Site, presets: tuple[Preset, ...]) -> Page:
    names = " and ".join(kind.plural.lower() for kind in site.knowledge.ontology.kinds_of(Role.SUBJECT))
    says = f"{names.capitalize()} side by side: what differs first, every cell with its evidence."
    body = render(
        "compare",
        names=names,
        fewest=FEWEST,
        most=MOST,
        data=DATA,
        presets=tuple(Link(f"{FOLDER}/{preset.id}.html", preset.name) for preset in presets),
        pairs=tuple(_pair(site, pair) for pair in joined_pairs(site)),
        root=root_of(PATH),
    )
    return Page(PATH, "Compare", says, body, site.knowledge.ontology.spot.file, hide=_HIDE)


def _pair(site: Site, pair: tuple[str, str]) -> Link:
    one, other = (site.knowledge.name_of(each) for each in pair)
    return Link(f"{PATH.removesuffix('.md')}.html?with={','.join(pair)}", f"{one} and {other}")
