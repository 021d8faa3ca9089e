"""One page for each property: what it means, how it is measured, and what is known on it of every subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from markupsafe import Markup

from isolation_atlas.knowledge.properties import Better, Property, Sort
from isolation_atlas.knowledge.records import Fact
from isolation_atlas.knowledge.values import Flag, Quantity
from isolation_atlas.publishing.addresses import (
    cell_address,
    fact_address,
    index_of,
    kind_of,
    markdown_path,
    page_of,
    root_of,
)
from isolation_atlas.publishing.exports.offering import download_links
from isolation_atlas.publishing.formats.registry import PICTURE
from isolation_atlas.publishing.kept import kept_by
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.pictures.range_plot import WIDTH, Mark, Row, narrow_range_plot, range_plot
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.publishing.views.evidence import FactView, fact_value, fact_views
from isolation_atlas.publishing.views.links import Link, link_to
from isolation_atlas.reasoning.cell_values import value_of
from isolation_atlas.reasoning.cells import Origin, State

_BETTER = {Better.LOWER: "lower is better", Better.HIGHER: "higher is better", Better.NONE: ""}


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a scale or vocabulary, its criterion, and which subjects stand there."""

    name: str
    criterion: str
    subjects: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """What is known of one subject."""

    subject: Link
    level: str
    cell: CellView
    best: FactView
    more: int


@dataclass(frozen=True, slots=True)
class PropertyView:
    """A property's page."""

    name: str
    kind: Link
    group: str
    definition: str
    measured: str
    confounders: str
    better: str
    unit: str
    review_after: int
    plot: Markup | None
    narrow_plot: Markup | None
    places: tuple[Place, ...]
    rows: tuple[SubjectRow, ...]
    disputed: tuple[tuple[SubjectRow, tuple[FactView, ...]], ...]
    inheriting: tuple[CellView, ...]
    unknown: tuple[Link, ...]


def property_pages(site: Site) -> Iterator[Page]:
    """Yield the page of every property."""
    for prop in site.shown(site.knowledge.properties):
        path = markdown_path(page_of(site.knowledge, prop.id))
        downloads = download_links(site, prop.id, PICTURE)
        body = render("property", view=property_view(site, prop), downloads=downloads, root=root_of(path))
        yield Page(path, prop.name, prop.definition, body, prop.spot.file)


def property_view(site: Site, prop: Property) -> PropertyView:
    """Return what a property's page shows."""
    kind = kind_of(site.knowledge, prop.id)
    group = next((group.name for group in site.knowledge.ontology.groups if group.id == prop.group), prop.group)
    cells = [site.cell(subject, prop.id) for subject in site.knowledge.subjects]
    own = [cell for cell in cells if cell.origin is Origin.OWN]
    rows = tuple(sorted((_row(site, cell.subject, prop) for cell in own), key=_by_rank))
    borrowed = [cell for cell in cells if cell.known and cell.origin is not Origin.OWN]
    return PropertyView(
        name=prop.name,
        kind=Link(index_of(kind), kind.plural),
        group=group,
        definition=prop.definition,
        measured=prop.measured,
        confounders=prop.confounders,
        better=_BETTER[prop.better],
        unit=prop.unit_label or prop.unit,
        review_after=prop.review_after,
        plot=property_plot(site, prop),
        narrow_plot=_narrow_plot(site, prop),
        places=_places(site, prop),
        rows=rows,
        disputed=tuple(
            (_row(site, cell.subject, prop), fact_views(site, cell.facts, cell.deciding))
            for cell in own
            if cell.state is State.DISPUTED
        ),
        inheriting=tuple(cell_view(site, cell.subject, prop.id) for cell in borrowed),
        unknown=tuple(link_to(site, cell.subject) for cell in cells if cell.state is State.UNKNOWN),
    )


def _row(site: Site, subject: str, prop: Property) -> SubjectRow:
    cell = site.cell(subject, prop.id)
    facts = fact_views(site, cell.facts, cell.deciding)
    level = site.knowledge.subjects[subject].level.replace("-", " ")
    view = cell_view(site, subject, prop.id)
    link = Link(cell_address(site.knowledge, subject, prop.id), site.knowledge.name_of(subject))
    return SubjectRow(link, level, view, facts[0], len(facts) - 1)


def _by_rank(row: SubjectRow) -> tuple[bool, float, str, str]:
    return row.cell.rank is None, row.cell.rank or 0, row.cell.text, row.subject.text.casefold()


def property_plot(site: Site, prop: Property, width: float = WIDTH) -> Markup | None:
    """Return the picture of what is measured on a property, None where it is no quantity or nothing is."""
    rows = _measured(site, prop)
    if not rows or prop.dimension is None:
        return None
    return range_plot("plot", _plot_title(prop), rows, prop.dimension, prop.unit, width)


def _narrow_plot(site: Site, prop: Property) -> Markup | None:
    """The same picture for narrow screens."""
    rows = _measured(site, prop)
    if not rows or prop.dimension is None:
        return None
    return narrow_range_plot("narrow-plot", _plot_title(prop), rows, prop.dimension, prop.unit)


def _plot_title(prop: Property) -> str:
    return f"{prop.name} by subject"


@kept_by(attrgetter("id"))
def _measured(site: Site, prop: Property) -> tuple[Row, ...]:
    """What is measured of each subject on a quantity, the lowest first."""
    if prop.sort is not Sort.QUANTITY:
        return ()
    rows = []
    for subject in site.knowledge.subjects:
        facts = site.knowledge.facts_of(subject, prop.id)
        marks = tuple(_mark(site, fact, prop) for fact in facts if isinstance(fact.value, Quantity))
        if marks:
            href = f"../{cell_address(site.knowledge, subject, prop.id)}"
            rows.append(Row(site.knowledge.name_of(subject), href, marks))
    return tuple(sorted(rows, key=lambda row: (_middle(row), row.name.casefold())))


def _mark(site: Site, fact: Fact, prop: Property) -> Mark:
    value = fact.value
    assert value is not None  # noqa: S101
    href = f"../{fact_address(site.knowledge, fact)}"
    return Mark(value_of(value, prop).nominal, fact_value(site, fact), href, site.cells.is_verified(fact))


def _middle(row: Row) -> float:
    bounds = sorted(
        bound
        for mark in row.marks
        for bound in (mark.interval.low, mark.interval.high)
        if bound is not None and bound > 0
    )
    return bounds[len(bounds) // 2] if bounds else 0


def _places(site: Site, prop: Property) -> tuple[Place, ...]:
    """Every level, flag or term, and every range between two that somebody holds, the best or highest first."""
    words = _words(prop)
    upwards = -1 if prop.sort is Sort.TERM else 1
    standing: dict[tuple[int, int], list[Link]] = {(upwards * rank, upwards * rank): [] for rank in range(len(words))}
    for subject in site.knowledge.subjects:
        for place, remark in _standing(site, subject, prop):
            link = Link(cell_address(site.knowledge, subject, prop.id), site.knowledge.name_of(subject), remark)
            standing.setdefault(place, []).append(link)
    return tuple(
        _place(words, low, high, tuple(standing[low, high]))
        for low, high in sorted(standing, key=lambda place: (place[1], place[0]), reverse=True)
    )


def _place(words: tuple[tuple[str, str], ...], low: int, high: int, subjects: tuple[Link, ...]) -> Place:
    (first, says), (last, _) = words[abs(low)], words[abs(high)]
    if low == high:
        return Place(first.replace("-", " "), says, subjects)
    return Place(f"{first.replace('-', ' ')} to {last.replace('-', ' ')}", "", subjects)


def _words(prop: Property) -> tuple[tuple[str, str], ...]:
    match prop.sort:
        case Sort.LEVEL:
            return tuple((level.id, level.criterion) for level in prop.levels)
        case Sort.FLAG:
            return tuple((flag.value, "") for flag in (Flag.NO, Flag.PARTIAL, Flag.YES))
        case Sort.TERM:
            return prop.terms
        case _:
            return ()


def _standing(site: Site, subject: str, prop: Property) -> Iterator[tuple[tuple[int, int], str]]:
    cell = site.cell(subject, prop.id)
    if cell.value is None or cell.origin is not Origin.OWN:
        return
    remark = cell.state.value if cell.state in (State.UNVERIFIED, State.DISPUTED) else ""
    if prop.sort is Sort.TERM:
        names = [term for term, _ in prop.terms]
        yield from (((-names.index(term), -names.index(term)), remark) for term in cell.value.terms)
    elif prop.sort in (Sort.LEVEL, Sort.FLAG):
        yield (int(cell.value.range.low or 0), int(cell.value.range.high or 0)), remark
