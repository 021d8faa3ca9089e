"""A cell as it is shown anywhere: a sign, words, and the way to its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from isolation_atlas.knowledge.properties import Better, Property, Sort
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.links import Link, link_to
from isolation_atlas.reasoning.cell_words import cell_symbol, cell_text
from isolation_atlas.reasoning.cells import Cell, Origin, State

_MOST_TERMS = 3


@dataclass(frozen=True, slots=True)
class Meter:
    """Where on an ordinal scale a value lies: the first and last of ``steps`` places that it covers, from 1."""

    low: int
    high: int
    steps: int
    good: str
    """``high``, ``low`` or empty: which end is better."""

    @property
    def places(self) -> tuple[bool, ...]:
        """For each place of the scale, whether the value covers it."""
        return tuple(self.low <= place <= self.high for place in range(1, self.steps + 1))


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell: what it says, how that is known, and where the evidence is."""

    subject: Link
    prop: Link
    symbol: str
    text: str
    state: str
    """The word for the state, and with hyphens for blanks its name in style sheets."""
    remark: str
    """What has to be said beside the value: its state where that is not plain, and whose facts it rests on."""
    origin: str
    origins: tuple[Link, ...]
    href: str
    facts: int
    verified: str
    confidence: str
    rank: float | None
    """A number by which cells of one property can be sorted, the middle of a range."""
    meter: Meter | None

    @property
    def css(self) -> str:
        """The names for style sheets."""
        return f"is-{self.state.replace(' ', '-')} from-{self.origin}"


_views: WeakKeyDictionary[Site, dict[tuple[str, str], CellView]] = WeakKeyDictionary()
"""Views that were made already: pages show the same cells many times."""


def cell_view(site: Site, subject: str, prop_id: str) -> CellView:
    """Return the cell of a subject and a property; raises KeyError if either is unknown."""
    known = _views.setdefault(site, {})
    key = (subject, prop_id)
    if key not in known:
        known[key] = view_of(site, site.cell(subject, prop_id), site.knowledge.properties[prop_id])
    return known[key]


def view_of(site: Site, cell: Cell, prop: Property) -> CellView:
    """Return a cell ready to be shown."""
    return CellView(
        subject=link_to(site, cell.subject),
        prop=link_to(site, prop.id),
        symbol=cell_symbol(cell),
        text=words_of(cell, prop),
        state=cell.state.value,
        remark=_remark(site, cell),
        origin=cell.origin.value,
        origins=tuple(link_to(site, origin) for origin in cell.origins),
        href=f"{site.addresses[cell.subject]}#{prop.id}",
        facts=len(cell.facts),
        verified=cell.last_verified.isoformat() if cell.last_verified else "",
        confidence=cell.confidence.value if cell.confidence else "",
        rank=_rank(cell),
        meter=_meter(cell, prop),
    )


def words_of(cell: Cell, prop: Property) -> str:
    """Return the cell's value in words that read well in a narrow column; long lists of terms are cut and counted."""
    if cell.value is None or cell.value.sort is not Sort.TERM:
        return cell_text(cell, prop)
    terms = [term.replace("-", " ") for term in cell.value.terms]
    if len(terms) <= _MOST_TERMS:
        return ", ".join(terms)
    return f"{', '.join(terms[: _MOST_TERMS - 1])} and {len(terms) - _MOST_TERMS + 1} more"


_SAID_BESIDE = {State.UNVERIFIED, State.DISPUTED}


def _remark(site: Site, cell: Cell) -> str:
    parts = [cell.state.value] if cell.state in _SAID_BESIDE else []
    if cell.origin is Origin.INHERITED:
        parts.append("from " + ", ".join(site.knowledge.name_of(origin) for origin in cell.origins))
    elif cell.origin is Origin.MEMBERS:
        count = len(cell.origins)
        only = f"only {site.knowledge.name_of(cell.origins[0])}" if count == 1 else f"over {count} members"
        parts.append(only)
    return ", ".join(parts)


def _rank(cell: Cell) -> float | None:
    if cell.value is None or cell.value.sort in (Sort.TERM, Sort.TEXT):
        return None
    low, high = cell.value.nominal.low, cell.value.nominal.high
    known = [bound for bound in (low, high) if bound is not None]
    return sum(known) / len(known) if known else None


def _meter(cell: Cell, prop: Property) -> Meter | None:
    if cell.value is None or prop.sort is not Sort.LEVEL:
        return None
    low, high = int(cell.value.range.low or 0), int(cell.value.range.high or 0)
    good = {Better.HIGHER: "high", Better.LOWER: "low", Better.NONE: ""}[prop.better]
    return Meter(low + 1, high + 1, len(prop.levels), good)
