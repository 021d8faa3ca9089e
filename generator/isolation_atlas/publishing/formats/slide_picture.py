"""A picture of the site on a slide, as native shapes that can be edited."""

from __future__ import annotations

from pptx.dml.fill import FillFormat
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Show
from pptx.shapes.autoshape import Shape as Native
from pptx.slide import Slide
from pptx.util import Pt

from isolation_atlas.publishing.formats.banding import bands_of
from isolation_atlas.publishing.formats.fitting import LARGEST, fitted_to, share_of
from isolation_atlas.publishing.formats.look import Look, Theme
from isolation_atlas.publishing.formats.measuring import Face, width_of
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.reading_svg import shapes_of
from isolation_atlas.publishing.formats.shapes import Disc, Ink, Lines, Rect, Shape, Sign, Words
from isolation_atlas.publishing.formats.signs import moved, scaled
from isolation_atlas.publishing.formats.slide_page import LEAST, MARGIN, add_notes, body_of, new_slide, text_box, write
from isolation_atlas.publishing.formats.slide_show import paint, unstyled
from isolation_atlas.publishing.formats.wording import part_title

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ALIGN = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}


def add_picture(show: Show, plot: Plot, look: Look) -> None:
    """Add a picture as large as fits, one of many rows on as many slides as keep its type legible."""
    footer = " · ".join(part for part in (plot.publisher, f"facts as of {plot.as_of}") if part)
    width = look.size.points[0] - 2 * MARGIN
    top, bottom = body_of(look, part_title(plot.title, 9, 9), plot.summary, (footer,))
    drawn = shapes_of(fitted_to(plot, width, bottom - top, LEAST, look.theme).markup, look.theme, Face.OFFICE)
    parts = bands_of(drawn, (bottom - top) / min(width / drawn.width, LARGEST))
    for position, part in enumerate(parts, 1):
        title = part_title(plot.title, position, len(parts))
        frame = new_slide(show, look, title, plot.summary, (footer,), plot.link)
        share = share_of(part, width, frame.bottom - frame.top)
        left = MARGIN + (width - part.width * share) / 2
        for shape in part.shapes:
            _add(frame.slide, moved(scaled(shape, share), left, frame.top), look.theme)
        lines = (f"{plot.title}.", drawn.says, f"Facts as of {plot.as_of}.", f"The same on the site: {plot.link}")
        add_notes(frame.slide, (*lines, "", *plot.sources))


def _add(slide: Slide, shape: Shape, theme: Theme) -> None:
    match shape:
        case Sign():
            for part in shape.shapes:
                _add(slide, part, theme)
        case Words():
            _add_words(slide, shape, theme)
        case Rect():
            sort = MSO_SHAPE.ROUNDED_RECTANGLE if shape.radius else MSO_SHAPE.RECTANGLE
            made = slide.shapes.add_shape(sort, Pt(shape.x), Pt(shape.y), Pt(shape.width), Pt(shape.height))
            if shape.radius:
                made.adjustments[0] = min(shape.radius / min(shape.width, shape.height), 0.5)
            _ink(made, shape.ink, theme)
        case Disc():
            side = Pt(2 * shape.radius)
            at = (Pt(shape.x - shape.radius), Pt(shape.y - shape.radius))
            _ink(slide.shapes.add_shape(MSO_SHAPE.OVAL, *at, side, side), shape.ink, theme)
        case Lines():
            _add_lines(slide, shape, theme)


def _add_words(slide: Slide, words: Words, theme: Theme) -> None:
    # Some programs centre text that does not wrap in its box, so the box is exactly as wide as the text.
    room = width_of(words.text, words.size, Face.OFFICE, words.bold)
    left = {"start": words.x, "middle": words.x - room / 2, "end": words.x - room}[words.anchor]
    frame = text_box(slide, (left, words.y - words.size * 0.95, room, words.size * 1.25))
    frame.word_wrap = False
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.paragraphs[0].alignment = _ALIGN[words.anchor]
    write(frame.paragraphs[0], words.text, words.size, words.colour, theme, bold=words.bold)


def _add_lines(slide: Slide, lines: Lines, theme: Theme) -> None:
    if len(lines.points) == 2 and not lines.closed:
        (x1, y1), (x2, y2) = lines.points
        made = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x1), Pt(y1), Pt(x2), Pt(y2))
        paint(made.line.fill, lines.ink.stroke or theme.rule, theme)
        made.line.width = Pt(lines.ink.width)
        _thin_out(made.line.fill, lines.ink.opacity)
        if lines.ink.dash:
            made.line.dash_style = MSO_LINE.ROUND_DOT
        unstyled(made)
        return
    (x, y), *rest = lines.points
    builder = slide.shapes.build_freeform(Pt(x), Pt(y))
    builder.add_line_segments([(Pt(x), Pt(y)) for x, y in rest], close=lines.closed)
    _ink(builder.convert_to_shape(), lines.ink, theme)


def _thin_out(fill: FillFormat, opacity: float) -> None:
    """Let what lies behind a filled shape or a line show through."""
    if opacity < 1:
        colour = fill._xPr.find(f"{{{_MAIN}}}solidFill")[0]  # noqa: SLF001
        colour.append(parse_xml(f'<a:alpha xmlns:a="{_MAIN}" val="{int(opacity * 100000)}"/>'))


def _ink(shape: Native, ink: Ink, theme: Theme) -> None:
    unstyled(shape)
    if ink.fill:
        paint(shape.fill, ink.fill, theme)
        _thin_out(shape.fill, ink.opacity)
    else:
        shape.fill.background()
    if ink.stroke:
        paint(shape.line.fill, ink.stroke, theme)
        shape.line.width = Pt(ink.width)
        if ink.dash:
            shape.line.dash_style = MSO_LINE.DASH
    else:
        shape.line.fill.background()
