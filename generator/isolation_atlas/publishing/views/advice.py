"""What sources advise where the derived outcome says something else, or leaves it open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from isolation_atlas.knowledge.ontology import Advice
from isolation_atlas.knowledge.records import Edge
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.evidence import EvidenceView, evidence_view
from isolation_atlas.publishing.views.links import Link, link_to
from isolation_atlas.reasoning.sorting import Placed, Standing

_WORDS = {Advice.FOR: "a source uses or recommends it", Advice.AGAINST: "a source advises against it"}


@dataclass(frozen=True, slots=True)
class AdviceView:
    """A source's advice on a subject for a need, beside where the requirements put it."""

    subject: Link
    standing: str
    advice: str
    words: str
    evidence: EvidenceView


def advice_of(site: Site, subject: str, need: str, standing: Standing) -> tuple[AdviceView, ...]:
    """Return the advice on a subject for a need, all against it, and for it unless it fits anyway."""
    found = site.advice.get((subject, need), ())
    shown = [each for each in found if each[0] is Advice.AGAINST or standing is not Standing.FITS]
    return tuple(_view(site, edge, advice, standing) for advice, edge in shown)


def contrary_advice(site: Site, need: str, placed: Iterable[Placed]) -> tuple[AdviceView, ...]:
    """Return the advice for what a need rules out, and against what it does not."""
    return tuple(
        _view(site, edge, advice, each.standing)
        for each in placed
        for advice, edge in site.advice.get((each.subject, need), ())
        if advice is (Advice.FOR if each.standing is Standing.RULED_OUT else Advice.AGAINST)
    )


def _view(site: Site, edge: Edge, advice: Advice, standing: Standing) -> AdviceView:
    evidence = evidence_view(site, edge.evidence)
    return AdviceView(link_to(site, edge.origin), standing.word, advice.value, _WORDS[advice], evidence)
