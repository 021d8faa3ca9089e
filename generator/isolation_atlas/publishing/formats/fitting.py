"""Which drawing of a picture to show on a slide: the usual one, or one with proportions that keep its type legible."""

from __future__ import annotations

from dataclasses import replace

from isolation_atlas.publishing.formats.look import Theme
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.reading_svg import Drawn, shapes_of
from isolation_atlas.publishing.formats.shapes import Words

LARGEST = 1.6
"""No picture is enlarged more than this."""


def fitted_to(plot: Plot, width: float, height: float, least: float, theme: Theme) -> Plot:
    """Return the picture with the first of its drawings whose type is ``least`` points in a space, or the largest."""
    if not plot.fitted:
        return plot
    drawings = (plot.markup, *plot.fitted)
    types = [least_type(shapes_of(each, theme), width, height) for each in drawings]
    best = next((index for index, each in enumerate(types) if each >= least), types.index(max(types)))
    return replace(plot, markup=drawings[best])


def least_type(drawn: Drawn, width: float, height: float) -> float:
    """Return how large the smallest type of a picture is in a space; one of rows goes on where it is too high."""
    share = min(width / drawn.width, LARGEST) if drawn.pitch else share_of(drawn, width, height)
    return min((shape.size for shape in drawn.shapes if isinstance(shape, Words)), default=99.0) * share


def share_of(drawn: Drawn, width: float, height: float) -> float:
    """Return how much larger or smaller a picture becomes in a space."""
    return min(width / drawn.width, height / drawn.height, LARGEST)
