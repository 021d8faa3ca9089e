"""What else could be chosen, and on what it is certainly better or worse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from isolation_atlas.publishing.comparing.presets import partners_of
from isolation_atlas.publishing.kept import itself, kept_by
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.cells import CellView, cell_view
from isolation_atlas.publishing.views.links import Link, link_to
from isolation_atlas.reasoning.criteria import Goodness

_MOST = 6
_ENOUGH = 3
"""So many are shown if there are: what sources do not name is taken from the same family, the best known first."""
_MOST_DIFFERENCES = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """A property on which one is certainly better than the other."""

    here: CellView
    there: CellView


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another subject, why a source names it if one does, and what certainly differs, what decides most first."""

    subject: Link
    claim: str
    query: str
    better: tuple[Difference, ...]
    worse: tuple[Difference, ...]
    more: int
    """Certain differences that are not shown."""


@kept_by(itself)
def alternatives_of(site: Site, subject: str) -> tuple[Alternative, ...]:
    """Return the nearest alternatives to a subject: those that a source names, then those of its families."""
    if subject not in site.choosable and subject not in site.passed_over:
        return ()
    named = _named(site, subject)
    others = [*named, *islice(_relatives(site, subject, named), max(0, _ENOUGH - len(named)))]
    return tuple(_alternative(site, subject, other, named.get(other, "")) for other in others[:_MOST])


def _named(site: Site, subject: str) -> dict[str, str]:
    """What a symmetric relation joins to it and can be chosen, by name, each with what the source says."""
    found = partners_of(site, subject)
    return dict(sorted(found.items(), key=lambda each: site.knowledge.name_of(each[0]).casefold()))


def _relatives(site: Site, subject: str, named: Mapping[str, str]) -> Iterator[str]:
    knowledge = site.knowledge
    level, chosen = knowledge.subjects[subject].level, site.choosable.keys()
    members = {each for family in knowledge.families_of(subject) for each in knowledge.members_of(family)}
    near = [each for each in members & chosen if knowledge.subjects[each].level == level]
    ordered = sorted(near, key=lambda each: (-len(knowledge.subjects[each].facts), each))
    return (each for each in ordered if each != subject and each not in named)


def _alternative(site: Site, subject: str, other: str, claim: str) -> Alternative:
    here, there = site.goodness(subject), site.goodness(other)
    better = [prop for prop in site.by_use if _apart(there.get(prop), here.get(prop))]
    worse = [prop for prop in site.by_use if _apart(here.get(prop), there.get(prop))]
    return Alternative(
        link_to(site, other),
        claim,
        f"{subject},{other}",
        _differences(site, subject, other, better),
        _differences(site, subject, other, worse),
        sum(max(0, len(each) - _MOST_DIFFERENCES) for each in (better, worse)),
    )


def _apart(one: Goodness | None, other: Goodness | None) -> bool:
    """Whether one is better than the other wherever in its range either lies."""
    return one is not None and other is not None and one.worst > other.best


def _differences(site: Site, subject: str, other: str, properties: list[str]) -> tuple[Difference, ...]:
    shown = properties[:_MOST_DIFFERENCES]
    return tuple(Difference(cell_view(site, subject, prop), cell_view(site, other, prop)) for prop in shown)
