"""Pictures and pages: parsed, measured, drawn, and read in colours that can be told from the paper."""

import io
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from isolation_atlas.publishing.formats import pdf, png, svg
from isolation_atlas.publishing.formats.composing import plot_picture, table_picture, tree_as_picture
from isolation_atlas.publishing.formats.look import THEMES, Look, Size, Theme
from isolation_atlas.publishing.formats.measuring import Face, lines_in, pieces, width_of
from isolation_atlas.publishing.formats.paging import deck_pages, table_pages
from isolation_atlas.publishing.formats.shapes import Picture, Words
from isolation_atlas.publishing.formats.table import Table
from tests.publishing.formats.tables import HARD, hard_table, states_table, table
from tests.publishing.formats.trees import deck, plot, tree

SVG = "{http://www.w3.org/2000/svg}"
TABLES = [hard_table(), states_table(), table(25, 40), table(0, 0)]
LOOKS = [Look(THEMES[name], size, full) for name in ("light", "dark") for size in Size for full in (False, True)]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def words_of(picture: Picture) -> list[Words]:
    return [shape for shape in picture.shapes if isinstance(shape, Words)]


def ends(words: Words) -> tuple[float, float]:
    wide = width_of(words.text, words.size, Face.WIDE, words.bold)
    left = {"start": words.x, "middle": words.x - wide / 2, "end": words.x - wide}[words.anchor]
    return left, left + wide


@pytest.mark.parametrize("given", TABLES, ids=["hard", "states", "large", "empty"])
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.theme.name}-{look.size.value}-{look.full}")
def test_no_text_of_a_table_leaves_the_picture_or_meets_another(given: Table, look: Look) -> None:
    picture = table_picture(given, look)
    lines: dict[float, list[tuple[float, float]]] = {}
    for words in words_of(picture):
        left, right = ends(words)
        assert left >= 0
        assert right <= picture.width
        assert words.size < words.y < picture.height
        lines.setdefault(words.y, []).append((left, right))
    for places in lines.values():
        ordered = sorted(places)
        assert all(before[1] <= after[0] + 0.01 for before, after in pairwise(ordered))


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("given", TABLES, ids=["hard", "states", "large", "empty"])
def test_no_text_leaves_a_page(given: Table, size: Size) -> None:
    for page in table_pages(given, Look(size=size, full=True)):
        for words in words_of(page):
            assert ends(words)[0] >= 0
            assert ends(words)[1] <= page.width
            assert words.y <= page.height


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_every_colour_of_text_can_be_read(theme: Theme) -> None:
    for colour in (theme.ink, theme.muted, theme.accent, theme.good, theme.warning, theme.fault):
        assert contrast(colour, theme.paper) >= 4.5
    assert contrast(theme.head_ink, theme.head) >= 4.5
    assert contrast(theme.ink, theme.stripe) >= 4.5
    assert contrast(theme.ink, theme.shared) >= 4.5


@pytest.mark.parametrize("look", LOOKS[:2])
def test_svg_is_parsed_and_has_every_word(look: Look) -> None:
    given = states_table()
    root = ET.fromstring(svg.write_table(given, look))  # noqa: S314
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == given.title
    assert "A study of things" in (root.findtext(f"{SVG}desc") or "")
    shown = " ".join(each.text or "" for each in root.iter(f"{SVG}text"))
    assert all(cell.text in shown for row in given.rows for cell in row.cells)
    assert root.findall(f".//{SVG}script") == []


@pytest.mark.parametrize("given", TABLES, ids=["hard", "states", "large", "empty"])
def test_svg_of_anything_is_well_formed(given: Table) -> None:
    ET.fromstring(svg.write_table(given, Look()))  # noqa: S314


def test_png_has_twice_as_many_pixels_and_something_on_them() -> None:
    picture = table_picture(states_table(), Look())
    drawn = Image.open(io.BytesIO(png.write_table(states_table(), Look())))
    assert (
        drawn.size == (round(picture.width * 2), round(picture.height * 2))
        or abs(drawn.size[1] - picture.height * 2) <= 2
    )
    assert len(drawn.convert("RGB").getcolors(1 << 20) or ()) > 10


def test_png_draws_text_without_any_font_of_the_machine() -> None:
    plain = table(1, 1, "words")
    blank = table(1, 1, " ")
    assert png.missing(table_picture(plain, Look())) == frozenset()
    assert png.write_table(plain, Look()) != png.write_table(blank, Look())


def test_pdf_has_every_word_on_pages_of_the_size() -> None:
    read = PdfReader(io.BytesIO(pdf.write_table(states_table(), Look(size=Size.A4))))
    text = " ".join(page.extract_text() for page in read.pages)
    assert all(cell.text in text for row in states_table().rows for cell in row.cells)
    assert "A study of things" in text
    assert {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in read.pages} == {
        (842, 595)
    }
    assert read.metadata is not None
    assert read.metadata.title == "Title"


def test_pdf_puts_what_its_font_lacks_in_as_a_picture() -> None:
    read = PdfReader(io.BytesIO(pdf.write_table(table(1, 1, "日本語"), Look())))
    assert len(read.pages[0].images) == 1


def test_pdf_of_a_deck_has_a_page_for_each_part() -> None:
    read = PdfReader(io.BytesIO(pdf.write_deck(deck(), Look())))
    assert len(read.pages) == len(deck_pages(deck(), Look())) >= 5
    assert "The deck" in read.pages[0].extract_text()


@pytest.mark.parametrize("look", LOOKS)
def test_trees_and_plots_stay_inside(look: Look) -> None:
    for picture in (tree_as_picture(tree(3, 2), look), plot_picture(plot(), look)):
        assert all(ends(words)[0] >= 0 and words.y <= picture.height for words in words_of(picture))


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("width", [20.0, 60.0, 200.0])
def test_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    lines = lines_in(text, width, 12, Face.WIDE)
    assert all(width_of(line, 12, Face.WIDE) <= width or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert "".join("".join(pieces(text)).split()) == "".join(text.split())
