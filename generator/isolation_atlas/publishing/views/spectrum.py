"""The spectrum: subjects in a row, each with its layers, its boundary and a few cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.publishing.pictures.stack import SMALL, stack_picture
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.publishing.views.links import Link, link_to


@dataclass(frozen=True, slots=True)
class Band:
    """One subject of the spectrum."""

    subject: Link
    picture: Markup | None
    summary: str
    shared: tuple[str, ...]
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class SpectrumView:
    """Subjects in a row; ``figures`` are the short names of the cells, in order."""

    bands: tuple[Band, ...]
    figures: tuple[Link, ...]


def spectrum_view(site: Site, subjects: Iterable[str], figures: Sequence[str]) -> SpectrumView:
    """Return the spectrum of subjects; raises KeyError for an unknown id."""
    headings = tuple(Link(link_to(site, prop).href, site.knowledge.properties[prop].heading) for prop in figures)
    return SpectrumView(tuple(_band(site, subject, figures) for subject in subjects), headings)


def _band(site: Site, subject: str, figures: Sequence[str]) -> Band:
    record = site.knowledge.subjects[subject]
    title = f"The layers of {record.name}"
    picture = stack_picture(f"band-{subject}", title, record.stack, SMALL) if record.stack else None
    shared = tuple(layer.name for layer in record.stack if layer.shared)
    cells = tuple(cell_view(site, subject, prop) for prop in figures)
    return Band(link_to(site, subject), picture, record.summary, shared, cells)
