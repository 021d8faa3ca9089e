"""One page for each need: what it requires, who meets that and who does not, and what sources say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from isolation_atlas.knowledge.records import Need
from isolation_atlas.publishing.addresses import markdown_path, page_of, root_of
from isolation_atlas.publishing.kept import kept_by
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.advice import AdviceView, contrary_advice
from isolation_atlas.publishing.views.evidence import EvidenceView, evidence_view
from isolation_atlas.publishing.views.links import Link, index_link, link_to
from isolation_atlas.publishing.views.relations import RelationView, relations_of
from isolation_atlas.publishing.views.standings import LevelView, RequirementView, demand_views, levels_of, shortlist
from isolation_atlas.reasoning.profiles import Situation


@dataclass(frozen=True, slots=True)
class PreferenceView:
    """A property that should be as good as possible."""

    prop: Link
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class NeedView:
    """A need's page."""

    name: str
    kind: Link
    summary: str
    aliases: tuple[str, ...]
    requires: tuple[RequirementView, ...]
    prefers: tuple[PreferenceView, ...]
    levels: tuple[LevelView, ...]
    advice: tuple[AdviceView, ...]
    """What sources advise that differs from what is derived."""
    relations: tuple[RelationView, ...]
    statements: tuple[EvidenceView, ...]


def need_pages(site: Site) -> Iterator[Page]:
    """Yield the page of every need."""
    for need in site.shown(site.knowledge.needs):
        path = markdown_path(page_of(site.knowledge, need.id))
        body = render("need", view=need_view(site, need), root=root_of(path))
        yield Page(path, need.name, need.summary, body, need.spot.file)


@kept_by(attrgetter("id"))
def need_view(site: Site, need: Need) -> NeedView:
    """Return what a need's page shows."""
    profile, placed = shortlist(site, Situation(need=need.id))
    return NeedView(
        name=need.name,
        kind=index_link(site, need.id),
        summary=need.summary,
        aliases=need.aliases,
        requires=demand_views(site, profile.demands),
        prefers=tuple(
            PreferenceView(link_to(site, each.property), evidence_view(site, each.evidence)) for each in need.prefers
        ),
        levels=levels_of(site, placed),
        advice=contrary_advice(site, need.id, placed),
        relations=relations_of(site, need.id),
        statements=tuple(evidence_view(site, each) for each in need.statements),
    )
