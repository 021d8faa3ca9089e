"""Which downloads stand beside what the site shows, and where they are."""

from __future__ import annotations

from isolation_atlas.publishing.addresses import kind_of
from isolation_atlas.publishing.formats.registry import BY_ID, PICTURE, TABLE, TREE, Format
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.links import Link

FOLDER = "data/downloads"
OFFERED: dict[str, tuple[str, ...]] = {
    TABLE: ("pptx", "xlsx", "svg", "png", "csv", "md", "tex"),
    TREE: ("pptx", "xlsx", "svg", "png", "csv", "md", "tex"),
    PICTURE: ("pptx", "svg", "png"),
}
"""The formats that are made in advance for each sort of content."""


def download_path(site: Site, thing: str, form: Format) -> str:
    """Return where a download is, relative to the site's root; that of no one thing lies above those of things.

    Markdown is served as text: a site engine would make a page of it.
    """
    suffix = ".md.txt" if form.id == "md" else form.suffix
    folder = f"{kind_of(site.knowledge, thing).folder}/" if thing in site.knowledge.ids else ""
    return f"{FOLDER}/{folder}{thing}{suffix}"


def download_links(site: Site, thing: str, sort: str) -> tuple[Link, ...]:
    """Return links to the downloads of a thing that is shown as a sort of content, each with the ending of its file."""
    forms = (BY_ID[form] for form in OFFERED[sort])
    return tuple(Link(download_path(site, thing, form), form.says, form.suffix) for form in forms)
