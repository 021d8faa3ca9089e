"""An empty presentation in the colours of a theme, and its bytes, always the same for the same content."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATIONS
from pptx.presentation import Presentation as Show
from pptx.shapes.base import BaseShape
from pptx.text.text import Font
from pptx.util import Emu, Pt

from isolation_atlas.publishing.formats.look import Look, Theme
from isolation_atlas.publishing.formats.wording import clean

FONT = "Arial"
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_SLOTS = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "head",
    "lt2": "stripe",
    "accent1": "accent",
    "accent2": "good",
    "accent3": "warning",
    "accent4": "fault",
    "accent5": "shared_edge",
    "accent6": "rule",
    "hlink": "accent",
    "folHlink": "accent",
}
_NAMES = (
    ("ink", MSO_THEME_COLOR.TEXT_1),
    ("paper", MSO_THEME_COLOR.BACKGROUND_1),
    ("head", MSO_THEME_COLOR.TEXT_2),
    ("stripe", MSO_THEME_COLOR.BACKGROUND_2),
    ("accent", MSO_THEME_COLOR.ACCENT_1),
    ("good", MSO_THEME_COLOR.ACCENT_2),
    ("warning", MSO_THEME_COLOR.ACCENT_3),
    ("fault", MSO_THEME_COLOR.ACCENT_4),
    ("shared_edge", MSO_THEME_COLOR.ACCENT_5),
    ("rule", MSO_THEME_COLOR.ACCENT_6),
)


def new_show(look: Look, title: str, author: str, as_of: str) -> Show:
    """Return a presentation without slides, of the look's size, its theme in the look's colours."""
    show = Presentation()
    width, height = look.size.points
    _resize(show, Emu(Pt(width)), Emu(Pt(height)))
    _paint_theme(show, look.theme)
    day = datetime.fromisoformat(f"{as_of or '1980-01-01'}T00:00:00")
    properties = show.core_properties
    properties.title, properties.author, properties.last_modified_by = clean(title), clean(author), clean(author)
    properties.created = properties.modified = properties.last_printed = day
    properties.revision, properties.language = 1, "en-GB"
    return show


def saved(show: Show) -> bytes:
    """Return a presentation's file with fixed times in its archive."""
    written = io.BytesIO()
    show.save(written)
    made = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(entry, source.read(name))
    return made.getvalue()


def paint(fill: FillFormat, colour: str, theme: Theme) -> None:
    """Fill with a colour, by its name in the theme where it has one."""
    fill.solid()
    slot = slot_of(colour, theme)
    if slot is None:
        fill.fore_color.rgb = RGBColor.from_string(colour.upper())
    else:
        fill.fore_color.theme_color = slot


def ink_font(font: Font, colour: str, theme: Theme) -> None:
    """Colour a font, by the colour's name in the theme where it has one."""
    slot = slot_of(colour, theme)
    if slot is None:
        font.color.rgb = RGBColor.from_string(colour.upper())
    else:
        font.color.theme_color = slot


def slot_of(colour: str, theme: Theme) -> MSO_THEME_COLOR | None:
    """Return the name that a colour has in the presentation's theme, None where it has none."""
    return next((slot for name, slot in _NAMES if getattr(theme, name) == colour), None)


def unstyled(shape: BaseShape) -> None:
    """Take a shape's reference to the presentation's styles away, and with it the shadow that programs draw for it."""
    for style in shape._element.xpath("./p:style"):  # noqa: SLF001
        shape._element.remove(style)  # noqa: SLF001


def _resize(show: Show, width: Emu, height: Emu) -> None:
    """Change the size, and that of everything on the master and the layouts with it."""
    across, down = width / (show.slide_width or width), height / (show.slide_height or height)
    for holder in (show.slide_master, *show.slide_layouts):
        for shape in holder.shapes:
            shape.left, shape.width = Emu(int(shape.left * across)), Emu(int(shape.width * across))
            shape.top, shape.height = Emu(int(shape.top * down)), Emu(int(shape.height * down))
    show.slide_width, show.slide_height = width, height


def _paint_theme(show: Show, theme: Theme) -> None:
    part = show.slide_master.part.part_related_by(RELATIONS.THEME)
    text = part.blob.decode()
    for slot, name in _SLOTS.items():
        colour = f'<a:{slot}><a:srgbClr val="{getattr(theme, name).upper()}"/></a:{slot}>'
        text = re.sub(rf"<a:{slot}>.*?</a:{slot}>", colour, text, count=1, flags=re.DOTALL)
    text = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{FONT}"', text)
    part._blob = text.encode()  # noqa: SLF001
