"""From a matrix of the knowledge to the table that every format writes."""

from __future__ import annotations

from isolation_atlas.knowledge.properties import Property, Sort
from isolation_atlas.knowledge.records import Edge, Matrix
from isolation_atlas.publishing.addresses import page_of
from isolation_atlas.publishing.exports.citations import Citations
from isolation_atlas.publishing.formats.table import Heading, Row, Table, TableCell, Token
from isolation_atlas.publishing.formats.tokens import NO, ORIGINS, STATES, UNSTATED
from isolation_atlas.publishing.formats.wording import clean
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import CellView, view_of
from isolation_atlas.publishing.views.matrices import MatrixView, matrix_view
from isolation_atlas.reasoning.cells import Cell, Origin, State


def table_of(site: Site, matrix: Matrix, address: str = "") -> Table:
    """Return a matrix as a table.

    ``address`` is where the site is published, empty where that is not known; links then lead nowhere, and the table's
    own is relative to the site's root.
    """
    view = matrix_view(site, matrix)
    building = _Building(site, matrix, address)
    rows = tuple(building.row(view, index) for index in range(len(view.rows)))
    published = matrix.id in site.knowledge.matrices
    return Table(
        id=matrix.id,
        title=clean(matrix.name),
        summary=clean(matrix.summary),
        columns=tuple(
            Heading(each.id, clean(each.link.text), each.unit, each.direction, building.href(each.link.href))
            for each in view.columns
        ),
        rows=rows,
        references=building.citations.references,
        link=address + page_of(site.knowledge, matrix.id) if published else address,
        as_of=building.citations.latest,
        publisher=site.knowledge.ontology.title,
    )


class _Building:
    def __init__(self, site: Site, matrix: Matrix, address: str) -> None:
        self.site, self.matrix, self.address = site, matrix, address
        self.citations = Citations(site)

    def href(self, relative: str) -> str:
        return self.address + relative if self.address and relative else ""

    def row(self, view: MatrixView, index: int) -> Row:
        row = view.rows[index]
        heading = Heading(row.id, clean(row.link.text), href=self.href(row.link.href), group=row.family)
        if self.matrix.relations:
            return Row(heading, tuple(self._relation(row.id, column.id) for column in view.columns))
        properties = self.site.knowledge.properties
        return Row(heading, tuple(self._cell(row.id, properties[column.id]) for column in view.columns))

    def _cell(self, subject: str, prop: Property) -> TableCell:
        cell = self.site.cell(subject, prop.id)
        shown = view_of(self.site, cell, prop)
        facts = cell.deciding or cell.facts
        return TableCell(
            text=clean(shown.text),
            state=_state(cell, shown),
            origin=ORIGINS[cell.origin],
            whose=_whose(shown, cell.origin),
            facts=tuple(self.citations.fact(fact) for fact in facts),
            numbers=self.citations.numbers_of(facts),
            href=self.href(shown.href),
            rank=shown.rank,
            amount=_amount(cell, prop),
        )

    def _relation(self, row: str, column: str) -> TableCell:
        knowledge = self.site.knowledge
        edges = (*knowledge.subjects[row].edges, *knowledge.edges_to.get(row, ()))
        found = [
            edge
            for relation in self.matrix.relations
            for edge in edges
            if edge.relation == relation and column in (edge.origin, edge.target)
        ]
        if not found:
            return TableCell(UNSTATED.word, UNSTATED)
        return self._stated(row, found)

    def _stated(self, row: str, edges: list[Edge]) -> TableCell:
        words = ", ".join(dict.fromkeys(edge.relation.replace("-", " ") for edge in edges))
        facts = tuple(self.citations.statement(edge.evidence) for edge in edges)
        read = any(edge.evidence.verified for edge in edges)
        state = STATES[State.VALUE if read else State.UNVERIFIED]
        numbers = tuple(sorted({fact.source for fact in facts} - {0}))
        address = self.href(page_of(self.site.knowledge, row))
        return TableCell(words, state, facts=facts, numbers=numbers, href=address)


def _state(cell: Cell, shown: CellView) -> Token:
    return NO if shown.symbol == NO.symbol else STATES[cell.state]


def _whose(shown: CellView, origin: Origin) -> str:
    names = ", ".join(link.text for link in shown.origins[:3])
    more = len(shown.origins) - 3
    listed = f"{names} and {more} more" if more > 0 else names
    return f"from {listed}" if origin is Origin.INHERITED else listed


def _amount(cell: Cell, prop: Property) -> float | None:
    """The value in the property's usual unit where it is one exact amount."""
    if cell.value is None or prop.sort is not Sort.QUANTITY or prop.dimension is None or cell.value.approximate:
        return None
    interval, factor = cell.value.range, prop.dimension.factor(prop.unit)
    if interval.low is None or interval.low != interval.high or not factor:
        return None
    return interval.low / factor
