"""SVG 1.1 that stands alone: its own colours, and type that fits in whatever common font the reader's machine has."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from isolation_atlas.publishing.formats.composing import plot_picture, table_picture, tree_as_picture
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.shapes import Disc, Ink, Lines, Picture, Rect, Shape, Sign, Words
from isolation_atlas.publishing.formats.table import Table
from isolation_atlas.publishing.formats.tokens import BY_SYMBOL
from isolation_atlas.publishing.formats.wording import clean

FONTS = "Arial, Helvetica, 'Liberation Sans', 'Bitstream Vera Sans', 'DejaVu Sans', sans-serif"


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as one picture."""
    return markup(table_picture(table, look)).encode()


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as one picture."""
    return markup(tree_as_picture(tree, look)).encode()


def write_picture(plot: Plot, look: Look) -> bytes:
    """Return a picture of the site."""
    return markup(plot_picture(plot, look)).encode()


def markup(picture: Picture, fonts: str = FONTS) -> str:
    """Return a picture as an SVG document."""
    width, height = _number(picture.width), _number(picture.height)
    attributes = {"viewBox": f"0 0 {width} {height}", "width": width, "height": height, "font-family": fonts}
    labelled = {"role": "img", "aria-labelledby": "title says", "xml:space": "preserve"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **attributes, **labelled})
    ET.SubElement(root, "title", id="title").text = picture.title
    ET.SubElement(root, "desc", id="says").text = "\n".join((picture.says, *picture.sources))
    ET.SubElement(root, "rect", {"width": width, "height": height, "fill": f"#{picture.paper}"})
    for shape in picture.shapes:
        _add(root, shape)
    ET.indent(root, "")
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _add(parent: ET.Element, shape: Shape) -> None:
    match shape:
        case Sign():
            token = BY_SYMBOL.get(shape.symbol)
            group = ET.SubElement(parent, "g", {"aria-label": token.word if token else shape.symbol})
            for part in shape.shapes:
                _add(group, part)
        case Words():
            _add_words(_linked(parent, shape.href), shape)
        case Rect():
            numbers = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
            made = _made(_linked(parent, shape.href), "rect", shape.ink, **numbers)
            if shape.radius:
                made.set("rx", _number(shape.radius))
        case Disc():
            _made(_linked(parent, shape.href), "circle", shape.ink, cx=shape.x, cy=shape.y, r=shape.radius)
        case Lines():
            made = _made(parent, "polygon" if shape.closed else "polyline", shape.ink)
            made.set("points", " ".join(f"{_number(x)},{_number(y)}" for x, y in shape.points))


def _add_words(parent: ET.Element, words: Words) -> None:
    attributes = {"x": _number(words.x), "y": _number(words.y), "font-size": _number(words.size)}
    made = ET.SubElement(parent, "text", {**attributes, "fill": f"#{words.colour}"})
    if words.bold:
        made.set("font-weight", "bold")
    if words.anchor != "start":
        made.set("text-anchor", words.anchor)
    made.text = clean(words.text)


def _linked(parent: ET.Element, href: str) -> ET.Element:
    return ET.SubElement(parent, "a", {"href": href}) if href else parent


def _made(parent: ET.Element, tag: str, ink: Ink, **numbers: float) -> ET.Element:
    made = ET.SubElement(parent, tag, {key: _number(value) for key, value in numbers.items()})
    made.set("fill", f"#{ink.fill}" if ink.fill else "none")
    if ink.stroke:
        made.set("stroke", f"#{ink.stroke}")
        made.set("stroke-width", _number(ink.width))
    if ink.dash:
        made.set("stroke-dasharray", " ".join(map(_number, ink.dash)))
    if ink.opacity < 1:
        made.set("opacity", _number(ink.opacity))
    return made


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
