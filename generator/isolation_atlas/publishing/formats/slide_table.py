"""A table on slides: a native, editable table, its head repeated, its sources in the notes."""

from __future__ import annotations

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Show
from pptx.table import _Cell
from pptx.util import Pt

from isolation_atlas.publishing.formats.arranging import columns_from
from isolation_atlas.publishing.formats.drawing_table import colour_of
from isolation_atlas.publishing.formats.layout import INDENT, Laid, Setting, beside_of, bound, lay_out
from isolation_atlas.publishing.formats.look import Look, Theme
from isolation_atlas.publishing.formats.measuring import Face
from isolation_atlas.publishing.formats.slide_page import (
    LEAST,
    MARGIN,
    TEXT,
    Frame,
    add_notes,
    body_of,
    describe,
    hang,
    new_slide,
    text_box,
    write,
)
from isolation_atlas.publishing.formats.slide_show import paint
from isolation_atlas.publishing.formats.table import Heading, Table, TableCell
from isolation_atlas.publishing.formats.wording import (
    legend_line,
    number_words,
    part_title,
    reference_line,
    value_words,
)

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_MOST_PARTS = 99
_SETTINGS = tuple(Setting(Face.OFFICE, body, max(body - 2, LEAST), 6, 4) for body in (16.0, 14.0, 13.0, 12.0))


def add_table(show: Show, table: Table, look: Look) -> None:
    """Add the slides of a table: as few as legible type allows, and then in the largest type that needs no more."""
    foot = tuple(text for text in (table.note, legend_line(table), _foot(table)) if text)
    if not table.rows or not table.columns:
        frame = new_slide(show, look, table.title, table.summary, foot, table.link)
        words = text_box(frame.slide, (MARGIN, frame.top, 400, 30))
        write(words.paragraphs[0], "Nothing to show.", TEXT, look.theme.ink, look.theme)
        return
    parts, setting = _fitted(table, look, foot)
    for position, part in enumerate(parts):
        title = part_title(table.title, position + 1, len(parts))
        frame = new_slide(show, look, title, table.summary, foot, table.link)
        _fill(frame, table, part, setting, look)
        add_notes(frame.slide, _notes(table, part, position, len(parts)))


def _fitted(table: Table, look: Look, foot: tuple[str, ...]) -> tuple[tuple[Laid, ...], Setting]:
    """The parts of a table, with room for the longest title that a part may have."""
    width = look.size.points[0] - 2 * MARGIN
    top, bottom = body_of(look, part_title(table.title, _MOST_PARTS, _MOST_PARTS), table.summary, foot)
    tried = [(lay_out(table, width, bottom - top, each, look.full), each) for each in _SETTINGS]
    return min(tried, key=lambda pair: len(pair[0]))


def _foot(table: Table) -> str:
    return f"{table.footer} in the notes" if table.references else table.footer


def _fill(frame: Frame, table: Table, part: Laid, setting: Setting, look: Look) -> None:
    slide, theme = frame.slide, look.theme
    box = (Pt(MARGIN), Pt(frame.top), Pt(part.width), Pt(part.height))
    shape = slide.shapes.add_table(len(part.rows) + 1, len(part.columns) + 1, *box)
    rows = ", ".join(table.rows[row].heading.name for row in part.rows)
    columns = ", ".join(table.columns[column].name for column in part.columns)
    describe(shape, f"Table: {table.title}", f"Rows: {rows}. Columns: {columns}.")
    made = shape.table
    made._tbl.find(f".//{{{_MAIN}}}tableStyleId").text = _NO_STYLE  # noqa: SLF001
    made.horz_banding, made.first_row, made.first_col = False, True, True
    for index, wide in enumerate((part.stub, *part.widths)):
        made.columns[index].width = Pt(wide)
    for index, tall in enumerate((part.head_height, *part.heights)):
        made.rows[index].height = Pt(tall)
    heads = (Heading("", table.corner), *(table.columns[column] for column in part.columns))
    for index, heading in enumerate(heads):
        _write_head(made.cell(0, index), heading, setting, theme)
    for position, row in enumerate(part.rows):
        record = table.rows[row]
        _write_stub(made.cell(position + 1, 0), record.heading, setting, theme)
        for index, column in enumerate(part.columns):
            _write_cell(made.cell(position + 1, index + 1), record.cells[column], setting, look)


def _write_head(cell: _Cell, heading: Heading, setting: Setting, theme: Theme) -> None:
    _prepare(cell, setting, theme.head_ink if theme.head == theme.paper else theme.head, 1.5)
    paint(cell.fill, theme.head, theme)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM
    write(cell.text_frame.paragraphs[0], heading.name, setting.body, theme.head_ink, theme, bold=True)
    if heading.note:
        write(cell.text_frame.add_paragraph(), heading.note, setting.small, theme.head_ink, theme)


def _write_stub(cell: _Cell, heading: Heading, setting: Setting, theme: Theme) -> None:
    _prepare(cell, setting, theme.rule, 0.75)
    write(cell.text_frame.paragraphs[0], heading.name, setting.body, theme.ink, theme, bold=True)


def _write_cell(cell: _Cell, shown: TableCell, setting: Setting, look: Look) -> None:
    theme = look.theme
    _prepare(cell, setting, theme.rule, 0.75)
    first = cell.text_frame.paragraphs[0]
    hang(first, INDENT * setting.body, hanging=True)
    ink = theme.ink if shown.has_value else theme.muted
    write(first, f"{shown.state.symbol}\t", setting.body, colour_of(shown, theme), theme)
    first.runs[0].text = f"{shown.state.symbol}\t"
    write(first, bound(value_words(shown)), setting.body, ink, theme)
    beside = bound(beside_of(shown, look.full))
    if beside:
        second = cell.text_frame.add_paragraph()
        hang(second, INDENT * setting.body, hanging=False)
        write(second, beside, setting.small, theme.muted, theme)


def _prepare(cell: _Cell, setting: Setting, rule: str, width: float) -> None:
    cell.margin_left = cell.margin_right = Pt(setting.pad_x)
    cell.margin_top = cell.margin_bottom = Pt(setting.pad_y)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.text_frame.word_wrap = True
    cell.fill.background()
    line = (
        f'<a:lnB xmlns:a="{_MAIN}" w="{int(Pt(width))}"><a:solidFill><a:srgbClr val="{rule.upper()}"/></a:solidFill>'
        "</a:lnB>"
    )
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))  # noqa: SLF001


def _notes(table: Table, part: Laid, position: int, parts: int) -> tuple[str, ...]:
    """Where it is from, which sources stand behind which cell of this slide, and those sources in full."""
    shown = columns_from(table, part.columns[0], part.columns[-1] + 1)
    rows = [shown.rows[row] for row in part.rows]
    cited = {number for row in rows for cell in row.cells for number in cell.numbers}
    lines = [f"{table.title}, part {position + 1} of {parts}." if parts > 1 else f"{table.title}."]
    lines += [f"Facts as of {table.as_of}." if table.as_of else "", f"The same on the site: {table.link}", ""]
    for row in rows:
        told = [
            f"{column.name} {number_words(cell)}"
            for column, cell in zip(shown.columns, row.cells, strict=True)
            if cell.numbers
        ]
        lines.append(f"{row.heading.name}: {'; '.join(told)}" if told else f"{row.heading.name}: no sources.")
    lines += ["", "Sources", *(reference_line(each) for each in table.references if each.number in cited)]
    return tuple(lines)
