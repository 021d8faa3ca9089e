"""A matrix: rows of subjects, columns of properties or of related things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from isolation_atlas.knowledge.properties import Better, Property
from isolation_atlas.knowledge.records import Edge, Matrix
from isolation_atlas.publishing.addresses import page_of
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.publishing.views.links import Link, link_to
from isolation_atlas.reasoning.selection import select_properties, select_subjects, select_things

_DIRECTION = {Better.LOWER: "lower is better", Better.HIGHER: "higher is better", Better.NONE: ""}


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column's heading."""

    id: str
    link: Link
    unit: str
    direction: str
    sortable: bool


@dataclass(frozen=True, slots=True)
class RelationCell:
    """The relations from a row to a column's thing; none is a word too."""

    words: tuple[str, ...]
    claim: str
    href: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: its subject and its cells, in the order of the columns."""

    id: str
    link: Link
    families: tuple[str, ...]
    """The names of what the subject directly inherits from."""
    cells: tuple[CellView, ...]
    relations: tuple[RelationCell, ...]

    @property
    def family(self) -> str:
        """The first of its families, empty where it has none."""
        return self.families[0] if self.families else ""


@dataclass(frozen=True, slots=True)
class MatrixView:
    """A matrix with its headings."""

    id: str
    name: str
    summary: str
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """The states that occur, for a count under the table."""
        return tuple(sorted({cell.state for row in self.rows for cell in row.cells}))


def matrix_view(site: Site, matrix: Matrix) -> MatrixView:
    """Return a matrix of the knowledge, ready to be shown."""
    rows = select_subjects(site.knowledge, matrix.rows)
    if matrix.relations:
        columns = select_things(site.knowledge, matrix.columns)
        return _of_relations(site, matrix, rows, columns)
    properties = tuple(site.knowledge.properties[each] for each in select_properties(site.knowledge, matrix.columns))
    return MatrixView(
        matrix.id,
        matrix.name,
        matrix.summary,
        tuple(_column(site, prop) for prop in properties),
        tuple(_row(site, row, properties) for row in rows),
    )


def side_by_side(site: Site, name: str, rows: Sequence[str], properties: Sequence[str]) -> MatrixView:
    """Return subjects on properties, without a matrix of the knowledge behind it."""
    shown = tuple(site.knowledge.properties[prop] for prop in properties)
    columns = tuple(_column(site, prop) for prop in shown)
    return MatrixView("", name, "", columns, tuple(_row(site, row, shown) for row in rows))


def _column(site: Site, prop: Property) -> ColumnView:
    link = Link(page_of(site.knowledge, prop.id), prop.heading, prop.name)
    return ColumnView(prop.id, link, prop.unit_label or prop.unit, _DIRECTION[prop.better], True)


def _row(site: Site, subject: str, properties: tuple[Property, ...]) -> RowView:
    cells = tuple(cell_view(site, subject, prop.id) for prop in properties)
    return RowView(subject, link_to(site, subject), _families(site, subject), cells, ())


def _families(site: Site, subject: str) -> tuple[str, ...]:
    return tuple(site.knowledge.name_of(family) for family in site.knowledge.families_of(subject))


def _of_relations(site: Site, matrix: Matrix, rows: tuple[str, ...], columns: tuple[str, ...]) -> MatrixView:
    headings = tuple(ColumnView(thing, link_to(site, thing), "", "", False) for thing in columns)
    shown = tuple(_row_of_relations(site, matrix, row, columns) for row in rows)
    return MatrixView(matrix.id, matrix.name, matrix.summary, headings, shown)


def _row_of_relations(site: Site, matrix: Matrix, row: str, columns: tuple[str, ...]) -> RowView:
    cells = tuple(_relation_cell(site, matrix, row, each) for each in columns)
    return RowView(row, link_to(site, row), _families(site, row), (), cells)


def _relation_cell(site: Site, matrix: Matrix, row: str, column: str) -> RelationCell:
    edges = [edge for relation in matrix.relations for edge in _edges(site, row, column, relation)]
    words = tuple(dict.fromkeys(edge.relation.replace("-", " ") for edge in edges))
    claim = " ".join(edge.evidence.claim for edge in edges if edge.evidence.claim)
    anchor = f"#relation-{edges[0].relation}" if edges and edges[0].origin == row else ""
    return RelationCell(words, claim, page_of(site.knowledge, row) + anchor)


def _edges(site: Site, row: str, column: str, relation: str) -> list[Edge]:
    forward = [edge for edge in site.knowledge.subjects[row].edges if edge.target == column]
    back = [edge for edge in site.knowledge.edges_to.get(row, ()) if edge.origin == column]
    return [edge for edge in (*forward, *back) if edge.relation == relation]
