"""The spectrum as one picture: the layers of several subjects beside each other, and where each boundary lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.records import Layer, Subject
from isolation_atlas.publishing.exports.offering import download_links
from isolation_atlas.publishing.formats.measuring import Face, lines_in
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.registry import PICTURE
from isolation_atlas.publishing.formats.wording import clean
from isolation_atlas.publishing.pictures.svg import Drawing
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.links import Link

ID = "spectrum"
_TYPE = 12.0
_TITLE = "Layers and boundaries"
_SAYS = "From the bottom up: pale layers are shared with neighbours, dark ones are not; between them lies the boundary."


@dataclass(frozen=True, slots=True)
class _Measures:
    """Sizes of columns and layers in user units; how many columns stand in a row, 0 for all."""

    column: float
    tall: float
    line: float
    in_row: int = 0
    gap: float = 3.0
    step: float = 3.0
    name: float = 34.0


_ONE_ROW = _Measures(column=85, tall=46, line=13.5)
_ROWS = _Measures(column=125, tall=24, line=12, in_row=5, step=2, name=19)
"""For slides on which one row would have to be small."""


def spectrum_of(site: Site, subjects: Iterable[str], address: str = "") -> Plot:
    """Return the spectrum of those subjects that have layers, in the given order."""
    knowledge = site.knowledge
    shown = [knowledge.subjects[each] for each in subjects if knowledge.subjects[each].stack]
    usual, rows = (_drawn(shown, measures) for measures in (_ONE_ROW, _ROWS))
    today, publisher = site.today.isoformat(), knowledge.ontology.title
    return Plot(ID, _TITLE, _SAYS, usual, address, today, publisher, fitted=(rows,))


def spectrum_downloads(site: Site, subjects: Iterable[str]) -> tuple[Link, ...]:
    """Return links to the picture of a spectrum: there is one of the widest subjects, in their order or another."""
    if ID in site.knowledge.ids or {*subjects} != {*widest_subjects(site)}:
        return ()
    return download_links(site, ID, PICTURE)


def _drawn(shown: list[Subject], measures: _Measures) -> str:
    drawing = Drawing(ID, _TITLE, " ".join(_says(subject) for subject in shown), "spectrum-picture")
    in_row, top = measures.in_row or max(len(shown), 1), 4.0
    for first in range(0, len(shown), in_row):
        row = shown[first : first + in_row]
        foot = top + max(len(subject.stack) for subject in row) * (measures.tall + measures.step)
        for position, subject in enumerate(row):
            _column(drawing, subject, (4 + position * (measures.column + measures.gap), foot), measures)
        top = foot + measures.name
    wide = min(in_row, len(shown)) * (measures.column + measures.gap) - measures.gap
    return str(drawing.markup(8 + wide, top + 4))


def widest_subjects(site: Site) -> tuple[str, ...]:
    """Return the subjects of the ontology's first level that can be chosen, the widest one, by how much they share."""
    levels = [level.id for kind in site.knowledge.ontology.kinds_of(Role.SUBJECT) for level in kind.levels]
    found = [subject for subject in site.knowledge.subjects.values() if subject.level == levels[0]]
    return tuple(subject.id for subject in sorted(found, key=lambda one: sum(layer.shared for layer in one.stack)))


def _column(drawing: Drawing, subject: Subject, at: tuple[float, float], measures: _Measures) -> None:
    """A subject's layers above a foot, its name below."""
    left, foot = at
    pitch, wide = measures.tall + measures.step, measures.column
    for position, layer in enumerate(subject.stack):
        _layer(drawing, layer, left, foot - (position + 1) * pitch + measures.step, measures)
    shared = sum(layer.shared for layer in subject.stack)
    if 0 < shared < len(subject.stack):
        edge = foot - shared * pitch + measures.step / 2
        drawing.path(f"M{left - 1:g} {edge:g}H{left + wide + 1:g}", "boundary")
    most = int(measures.name / 15)
    for index, line in enumerate(
        _at_most(lines_in(clean(subject.name), wide, _TYPE, Face.OFFICE if measures.in_row else Face.WIDE), most)
    ):
        drawing.text(left + wide / 2, foot + 15 + index * 15, line, "column-name", "middle")


def _layer(drawing: Drawing, layer: Layer, left: float, top: float, measures: _Measures) -> None:
    drawing.rect(left, top, measures.column, measures.tall, "layer shared" if layer.shared else "layer own", 2)
    lines = _at_most(
        lines_in(clean(layer.name), measures.column - 8, _TYPE, Face.WIDE), int(measures.tall / measures.line)
    )
    first = top + measures.tall / 2 + _TYPE * 0.36 - (len(lines) - 1) * measures.line / 2
    for index, line in enumerate(lines):
        css = "layer-name" if layer.shared else "layer-name-own"
        drawing.text(left + measures.column / 2, first + index * measures.line, line, css, "middle")


def _at_most(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The first lines, with an ellipsis where there are more; the description has all words."""
    return lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1]}…")


def _says(subject: Subject) -> str:
    layers = ", ".join(f"{layer.name} (shared)" if layer.shared else layer.name for layer in subject.stack)
    return f"{subject.name}: {layers}."
