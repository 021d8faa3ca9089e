"""A comparison ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.records import Layer, Subject
from isolation_atlas.publishing.addresses import page_of
from isolation_atlas.publishing.comparing.presets import Preset
from isolation_atlas.publishing.comparing.sorting import Likeness, likeness_of
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.publishing.views.links import Link, link_to

HEADINGS = (
    (Likeness.DIFFER, "Where they differ"),
    (Likeness.PARTLY, "Known of some only"),
    (Likeness.SAME, "Where they are the same"),
)


@dataclass(frozen=True, slots=True)
class ComparedSubject:
    """A column: a subject with its layers, from the top down as they are drawn."""

    link: Link
    layers: tuple[Layer, ...]
    layers_of: str
    """Whose layers they are where it has none of its own; otherwise empty."""
    boundary: str


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A property and its cells, in the order of the columns."""

    prop: Link
    unit: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """The rows of a group of properties."""

    name: str
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """All rows that are alike, under a heading."""

    id: str
    name: str
    count: int
    groups: tuple[ComparedGroup, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Subjects side by side."""

    name: str
    query: str
    subjects: tuple[ComparedSubject, ...]
    parts: tuple[ComparedPart, ...]
    unknown: tuple[Link, ...]

    @property
    def stacked(self) -> bool:
        """Whether any subject's layers are known."""
        return any(subject.layers for subject in self.subjects)


def comparison_view(site: Site, preset: Preset) -> ComparisonView:
    """Return a preset's comparison; raises KeyError for an unknown subject."""
    rows = [
        (group, prop, tuple(cell_view(site, subject, prop.id) for subject in preset.subjects))
        for group, properties in site.properties_by_group
        for prop in properties
    ]
    return ComparisonView(
        name=preset.name,
        query=",".join(preset.subjects),
        subjects=tuple(_subject(site, site.knowledge.subjects[each]) for each in preset.subjects),
        parts=tuple(part for likeness, name in HEADINGS if (part := _part(site, likeness, name, rows)).count),
        unknown=tuple(link_to(site, prop.id) for _, prop, cells in rows if likeness_of(cells) is Likeness.UNKNOWN),
    )


def _subject(site: Site, subject: Subject) -> ComparedSubject:
    families = (site.knowledge.subjects[each] for each in site.knowledge.families_of(subject.id))
    holder = next((each for each in (subject, *families) if each.stack), subject)
    layers = tuple(reversed(holder.stack))
    whose = "" if holder is subject else holder.name
    return ComparedSubject(link_to(site, subject.id), layers, whose, subject.boundary or holder.boundary)


def _part(
    site: Site, likeness: Likeness, name: str, rows: list[tuple[str, Property, tuple[CellView, ...]]]
) -> ComparedPart:
    here = [row for row in rows if likeness_of(row[2]) is likeness]
    groups = []
    for group in site.knowledge.ontology.groups:
        found = tuple(_row(site, prop, cells) for of, prop, cells in here if of == group.id)
        if found:
            groups.append(ComparedGroup(group.name, found))
    return ComparedPart(likeness.value, name, len(here), tuple(groups))


def _row(site: Site, prop: Property, cells: tuple[CellView, ...]) -> ComparedRow:
    return ComparedRow(Link(page_of(site.knowledge, prop.id), prop.name), prop.unit_label or prop.unit, cells)
