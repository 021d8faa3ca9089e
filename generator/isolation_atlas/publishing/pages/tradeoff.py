"""One page for each trade-off: why two properties pull against each other, and where subjects stand on both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from markupsafe import Markup

from isolation_atlas.knowledge.properties import Better, Property, Sort
from isolation_atlas.knowledge.records import Tradeoff
from isolation_atlas.knowledge.values import Flag
from isolation_atlas.publishing.addresses import markdown_path, page_of, root_of
from isolation_atlas.publishing.exports.offering import download_links
from isolation_atlas.publishing.formats.registry import PICTURE
from isolation_atlas.publishing.kept import kept_by
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.pictures.scales import axis_over, units_like
from isolation_atlas.publishing.pictures.scatter import PlotAxis, Point, scatter_plot
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.publishing.views.evidence import EvidenceView, evidence_view
from isolation_atlas.publishing.views.links import Link, index_link, link_to, links_to
from isolation_atlas.publishing.views.relations import RelationView, relations_of
from isolation_atlas.reasoning.cell_words import amount_text
from isolation_atlas.reasoning.cells import Cell, Origin
from isolation_atlas.reasoning.tradeoff_tests import TradeoffTest, examine_tradeoff

_GOOD = {Better.HIGHER: "high", Better.LOWER: "low", Better.NONE: ""}
_MARGIN = 0.04


@dataclass(frozen=True, slots=True)
class TradeoffView:
    """A trade-off's page."""

    name: str
    kind: Link
    mechanism: str
    summary: str
    between: tuple[Link, ...]
    eased_by: tuple[Link, ...]
    picture: Markup | None
    test: TradeoffTest
    escapees: tuple[Link, ...]
    rows: tuple[tuple[Link, tuple[CellView, ...]], ...]
    statements: tuple[EvidenceView, ...]
    relations: tuple[RelationView, ...]


def tradeoff_pages(site: Site) -> Iterator[Page]:
    """Yield the page of every trade-off."""
    for tradeoff in site.shown(site.knowledge.tradeoffs):
        path = markdown_path(page_of(site.knowledge, tradeoff.id))
        downloads = download_links(site, tradeoff.id, PICTURE)
        body = render("tradeoff", view=tradeoff_view(site, tradeoff), downloads=downloads, root=root_of(path))
        yield Page(path, tradeoff.name, tradeoff.mechanism or tradeoff.name, body, tradeoff.spot.file)


@kept_by(attrgetter("id"))
def tradeoff_view(site: Site, tradeoff: Tradeoff) -> TradeoffView:
    """Return what a trade-off's page shows."""
    properties = [site.knowledge.properties[each] for each in tradeoff.between if each in site.knowledge.properties]
    pairs = _pairs(site, properties)
    test = examine_tradeoff(tradeoff, site.cells)
    return TradeoffView(
        name=tradeoff.name,
        kind=index_link(site, tradeoff.id),
        mechanism=tradeoff.mechanism,
        summary=tradeoff.summary,
        between=links_to(site, tradeoff.between),
        eased_by=links_to(site, tradeoff.eased_by),
        picture=scatter_plot("scatter", tradeoff.name, *shown) if (shown := plotted_of(site, tradeoff)) else None,
        test=test,
        escapees=links_to(site, test.escapees),
        rows=tuple((link_to(site, one.subject), _cells(site, one.subject, properties)) for one, _ in pairs),
        statements=tuple(evidence_view(site, each) for each in tradeoff.statements),
        relations=relations_of(site, tradeoff.id),
    )


def _cells(site: Site, subject: str, properties: list[Property]) -> tuple[CellView, ...]:
    return tuple(cell_view(site, subject, prop.id) for prop in properties)


def _pairs(site: Site, properties: list[Property]) -> list[tuple[Cell, Cell]]:
    """The cells of every subject that has facts of its own on both properties."""
    if len(properties) != 2:
        return []
    found = []
    for subject in site.knowledge.subjects:
        one, other = (site.cell(subject, prop.id) for prop in properties)
        if all(cell.known and cell.origin is Origin.OWN for cell in (one, other)):
            found.append((one, other))
    return found


def plotted_of(site: Site, tradeoff: Tradeoff) -> tuple[list[Point], PlotAxis, PlotAxis] | None:
    """Return what the picture of a trade-off shows: points, the axis across, the axis up; None where it has none."""
    properties = [site.knowledge.properties[each] for each in tradeoff.between if each in site.knowledge.properties]
    pairs = _pairs(site, properties)
    if len(pairs) < 3 or any(prop.sort in (Sort.TERM, Sort.TEXT) for prop in properties):
        return None
    across, up = (_axis(prop, [pair[index] for pair in pairs]) for index, prop in enumerate(properties))
    points = [
        Point(
            site.knowledge.name_of(one.subject),
            f"../{page_of(site.knowledge, one.subject)}",
            across.share(one),
            up.share(other),
        )
        for one, other in pairs
    ]
    return points, across.plotted, up.plotted


@dataclass(frozen=True, slots=True)
class _Axis:
    plotted: PlotAxis
    place: dict[float, float]

    def share(self, cell: Cell) -> tuple[float, float]:
        low, high = _ends(cell)
        return self.place[low], self.place[high]


def _axis(prop: Property, cells: list[Cell]) -> _Axis:
    """Where every end of the cells' ranges lies on an axis from 0 to 1."""
    ends = {end for cell in cells for end in _ends(cell)}
    good = _GOOD[prop.better]
    if prop.sort in (Sort.LEVEL, Sort.FLAG):
        names = [level.id for level in prop.levels] or [Flag.NO.value, Flag.PARTIAL.value, Flag.YES.value]
        steps = {float(rank): 0.08 + 0.84 * rank / max(len(names) - 1, 1) for rank in range(len(names))}
        ticks = tuple((steps[float(rank)], name.replace("-", " ")) for rank, name in enumerate(names))
        return _Axis(PlotAxis(prop.name, ticks, good), steps)
    scale = axis_over(ends, units_like(prop.dimension, prop.unit), _MARGIN, 1 - _MARGIN)
    ticks = tuple((scale.place(tick), _tick_words(tick, prop)) for tick in scale.shown)
    return _Axis(PlotAxis(prop.name, ticks, good), {end: scale.place(end) for end in ends})


def _tick_words(tick: float, prop: Property) -> str:
    if prop.sort is Sort.DATE:
        return date.fromordinal(max(1, int(tick))).isoformat()[:4]
    return amount_text(tick, prop.dimension, prop.unit) if prop.dimension else f"{tick:g}"


def _ends(cell: Cell) -> tuple[float, float]:
    """A range's ends; where one is open, the other stands for both."""
    interval = cell.value.nominal if cell.value else None
    if interval is None:
        return 0.0, 0.0
    low = interval.low if interval.low not in (None, 0) or interval.high in (None, 0) else None
    known = [end for end in (low, interval.high) if end is not None]
    return (float(known[0]), float(known[-1])) if known else (0.0, 0.0)
