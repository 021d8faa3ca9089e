"""For which needs something fits, may fit or is ruled out, with what decides."""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.knowledge.records import Condition
from isolation_atlas.publishing.kept import itself, kept_by
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.advice import AdviceView, advice_of
from isolation_atlas.publishing.views.links import Link, link_to
from isolation_atlas.publishing.views.standings import SIGNS, condition_words
from isolation_atlas.reasoning.sorting import Placed, Standing, place
from isolation_atlas.reasoning.truth import Truth


@dataclass(frozen=True, slots=True)
class Suitability:
    """One need: where it puts the subject, and the requirements that are not met or cannot be confirmed."""

    need: Link
    standing: str
    sign: str
    because: tuple[str, ...]
    advice: tuple[AdviceView, ...] = ()
    """What sources advise besides: all against it, and for it unless it fits anyway."""

    @property
    def css(self) -> str:
        """The name for style sheets."""
        return f"standing-{self.standing.replace(' ', '-')}"


@kept_by(itself)
def suitability_of(site: Site, subject: str) -> tuple[Suitability, ...]:
    """Return every need that requires something, those that the subject fits first; nothing for what no one chooses."""
    if subject not in site.choosable:
        return ()
    found = [
        (place(subject, profile.demands, site.judge), need)
        for need, profile in site.profiles.items()
        if profile.demands
    ]
    order = list(Standing)
    found.sort(key=lambda each: (order.index(each[0].standing), site.knowledge.name_of(each[1]).casefold()))
    return tuple(_suitability(site, need, placed) for placed, need in found)


def _suitability(site: Site, need: str, placed: Placed) -> Suitability:
    decides = Truth.NOT_MET if placed.standing is Standing.RULED_OUT else Truth.UNCERTAIN
    conditions = [each.requirement.condition for each in placed.of(decides)]
    reasons = tuple(_reason(site, condition) for condition in conditions if condition is not None)
    advice = advice_of(site, placed.subject, need, placed.standing)
    return Suitability(link_to(site, need), placed.standing.word, SIGNS[placed.standing], reasons, advice)


def _reason(site: Site, condition: Condition) -> str:
    return f"{site.knowledge.name_of(condition.property)}: {condition_words(site, condition)}"
