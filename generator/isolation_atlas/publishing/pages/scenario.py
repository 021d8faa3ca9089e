"""One page for each scenario: what was answered, what is expected, what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from isolation_atlas.knowledge.records import Scenario
from isolation_atlas.publishing.addresses import markdown_path, page_of, root_of
from isolation_atlas.publishing.kept import kept_by
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.evidence import EvidenceView, evidence_view
from isolation_atlas.publishing.views.links import Link, index_link, link_to, links_to
from isolation_atlas.publishing.views.standings import LevelView, RequirementView, demand_views, levels_of, shortlist
from isolation_atlas.reasoning.scenarios import situation_of


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario's page."""

    name: str
    kind: Link
    summary: str
    need: Link | None
    answers: tuple[tuple[Link, str], ...]
    requires: tuple[RequirementView, ...]
    fits: tuple[Link, ...]
    may_fit: tuple[Link, ...]
    ruled_out: tuple[Link, ...]
    levels: tuple[LevelView, ...]
    statements: tuple[EvidenceView, ...]


def scenario_pages(site: Site) -> Iterator[Page]:
    """Yield the page of every scenario."""
    for scenario in site.shown(site.knowledge.scenarios):
        path = markdown_path(page_of(site.knowledge, scenario.id))
        body = render("scenario", view=scenario_view(site, scenario), root=root_of(path))
        yield Page(path, scenario.name, scenario.summary or scenario.name, body, scenario.spot.file)


@kept_by(attrgetter("id"))
def scenario_view(site: Site, scenario: Scenario) -> ScenarioView:
    """Return what a scenario's page shows."""
    profile, placed = shortlist(site, situation_of(scenario))
    return ScenarioView(
        name=scenario.name,
        kind=index_link(site, scenario.id),
        summary=scenario.summary,
        need=link_to(site, scenario.need) if scenario.need else None,
        answers=tuple(_answer(site, question, answer) for question, answer in scenario.answers),
        requires=demand_views(site, profile.demands),
        fits=links_to(site, scenario.expect.fits),
        may_fit=links_to(site, scenario.expect.may_fit),
        ruled_out=links_to(site, scenario.expect.ruled_out),
        levels=levels_of(site, placed),
        statements=tuple(evidence_view(site, each) for each in scenario.statements),
    )


def _answer(site: Site, question_id: str, answer_id: str) -> tuple[Link, str]:
    question = site.knowledge.questions.get(question_id)
    answer = question.answer(answer_id) if question else None
    asks = question.asks if question else question_id
    link = Link(link_to(site, question_id).href, asks)
    return link, answer.says if answer else answer_id
