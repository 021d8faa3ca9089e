"""A slide with its title, what is said under it, the line at its foot, its number and its notes."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Show
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from isolation_atlas.publishing.formats.look import Look, Theme
from isolation_atlas.publishing.formats.measuring import Face, lines_in
from isolation_atlas.publishing.formats.slide_show import ink_font
from isolation_atlas.publishing.formats.wording import clean

MARGIN, TITLE, TEXT, LEAST = 36.0, 28.0, 14.0, 12.0
FOOT = 46.0
LEADING = 1.2
_TITLE_ONLY = 5
_TOP = 26.0
_NUMBER = (
    '<a:fld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
    '<a:rPr lang="en-GB" sz="1200"/><a:t>{number}</a:t></a:fld>'
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A slide being filled, and where its body begins and ends, in points from the top."""

    slide: Slide
    top: float
    bottom: float


def body_of(look: Look, title: str, summary: str, foot: tuple[str, ...]) -> tuple[float, float]:
    """Return where the body of such a slide begins and ends, in points from the top."""
    width, height = look.size.points
    titles = lines_in(clean(title), width - 2 * MARGIN, TITLE, Face.OFFICE, True)
    said = lines_in(clean(summary), width - 2 * MARGIN, TEXT, Face.OFFICE) if summary else ()
    top = _TOP + len(titles) * TITLE * LEADING + 4 + (len(said) * TEXT * LEADING + 8 if said else 0)
    lines = sum(len(lines_in(clean(text), width - 2 * MARGIN - 40, LEAST, Face.OFFICE)) for text in foot)
    return top + 4, height - 22 - lines * LEAST * LEADING - 8


def new_slide(show: Show, look: Look, title: str, summary: str, foot: tuple[str, ...], link: str) -> Frame:
    """Return a slide with a title, its summary, lines at the foot of which the last leads to ``link``, and a number."""
    slide = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])
    width = look.size.points[0]
    top = _title(slide, look, title, width - 2 * MARGIN)
    if summary:
        lines = lines_in(clean(summary), width - 2 * MARGIN, TEXT, Face.OFFICE)
        frame = text_box(slide, (MARGIN, top, width - 2 * MARGIN, len(lines) * TEXT * LEADING + 2))
        write(frame.paragraphs[0], clean(summary), TEXT, look.theme.muted, look.theme)
    _foot(slide, look, foot, link)
    _number(slide, look, len(show.slides))
    return Frame(slide, *body_of(look, title, summary, foot))


def text_box(slide: Slide, box: tuple[float, float, float, float]) -> TextFrame:
    """Return the empty text of a box without inner margins: left, top, width and height in points."""
    frame: TextFrame = slide.shapes.add_textbox(*(Pt(each) for each in box)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    return frame


def write(
    paragraph: _Paragraph, text: str, size: float, colour: str, theme: Theme, bold: bool = False, link: str = ""
) -> None:
    """Add words to a paragraph, its lines at a fixed distance."""
    run = paragraph.add_run()
    run.text = clean(text)
    run.font.size, run.font.bold = Pt(size), bold
    ink_font(run.font, colour, theme)
    if link:
        run.hyperlink.address = link
    paragraph.line_spacing = Pt(size * LEADING)


def hang(paragraph: _Paragraph, room: float, hanging: bool) -> None:
    """Let words hang beside a sign: the first line begins with it, the others where the words begin, ``room`` after."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties.set("marL", str(int(Pt(room))))
    properties.set("indent", str(-int(Pt(room)) if hanging else 0))


def add_notes(slide: Slide, lines: tuple[str, ...]) -> None:
    """Write a slide's notes."""
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(clean(line) for line in lines)


def describe(shape: object, name: str, says: str) -> None:
    """Give a shape its name and what somebody who does not see it is told."""
    element = shape._element.xpath(".//p:cNvPr")[0]  # type: ignore[attr-defined]  # noqa: SLF001
    element.set("name", clean(name))
    element.set("descr", clean(says))


def _title(slide: Slide, look: Look, title: str, room: float) -> float:
    holder = slide.shapes.title
    if holder is None:
        return MARGIN
    lines = lines_in(clean(title), room, TITLE, Face.OFFICE, True)
    tall = len(lines) * TITLE * LEADING
    holder.left, holder.top, holder.width, holder.height = Pt(MARGIN), Pt(_TOP), Pt(room), Pt(tall + 2)
    frame = holder.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    write(paragraph, title, TITLE, look.theme.ink, look.theme, bold=True)
    return _TOP + tall + 4


def _foot(slide: Slide, look: Look, texts: tuple[str, ...], link: str) -> None:
    width, height = look.size.points
    room = width - 2 * MARGIN - 40
    lines = sum(len(lines_in(clean(text), room, LEAST, Face.OFFICE)) for text in texts)
    tall = lines * LEAST * LEADING
    top = height - 22 - tall
    frame = text_box(slide, (MARGIN, top, room, tall))
    for position, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        last = position == len(texts) - 1
        write(paragraph, text, LEAST, look.theme.muted, look.theme, link=link if last and "://" in link else "")


def _number(slide: Slide, look: Look, number: int) -> None:
    width, height = look.size.points
    frame = text_box(slide, (width - MARGIN - 40, height - 22 - LEAST * LEADING, 40, LEAST * LEADING))
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    paragraph._p.append(parse_xml(_NUMBER.format(number=number)))  # noqa: SLF001
    ink_font(paragraph.font, look.theme.muted, look.theme)
