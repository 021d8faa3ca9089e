"""One page for each question of the guide: its answers and what each asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from isolation_atlas.knowledge.records import Answer, Question
from isolation_atlas.publishing.addresses import markdown_path, page_of, root_of
from isolation_atlas.publishing.kept import kept_by
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import Link, index_link, link_to, links_to
from isolation_atlas.publishing.views.standings import LevelView, RequirementView, levels_of, requirement_view
from isolation_atlas.reasoning.profiles import Demand, Raiser, Voice
from isolation_atlas.reasoning.sorting import Standing, place


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer, what it asks for, and what that leaves."""

    id: str
    says: str
    requires: tuple[RequirementView, ...]
    prefers: tuple[Link, ...]
    level: LevelView | None
    """The first level of candidates under this answer alone; None where it rules nothing out."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question's page."""

    name: str
    kind: Link
    asks: str
    why: str
    answers: tuple[AnswerView, ...]
    trees: tuple[Link, ...]


def question_pages(site: Site) -> Iterator[Page]:
    """Yield the page of every question."""
    for question in site.shown(site.knowledge.questions):
        path = markdown_path(page_of(site.knowledge, question.id))
        body = render("question", view=question_view(site, question), root=root_of(path))
        yield Page(path, question.asks or question.name, question.why or question.asks, body, question.spot.file)


@kept_by(attrgetter("id"))
def question_view(site: Site, question: Question) -> QuestionView:
    """Return what a question's page shows."""
    trees = [tree.id for tree in site.knowledge.trees.values() if question.id in tree.questions]
    return QuestionView(
        name=question.name,
        kind=index_link(site, question.id),
        asks=question.asks,
        why=question.why,
        answers=tuple(_answer(site, question, answer) for answer in question.answers),
        trees=links_to(site, trees),
    )


def _answer(site: Site, question: Question, answer: Answer) -> AnswerView:
    requires = tuple(requirement_view(site, each) for each in answer.requires)
    prefers = tuple(link_to(site, each.property) for each in answer.prefers)
    return AnswerView(answer.id, answer.says, requires, prefers, _left(site, question, answer))


def _left(site: Site, question: Question, answer: Answer) -> LevelView | None:
    raiser = Raiser(Voice.ANSWER, question.id, answer.id)
    demands = [Demand(requirement, (raiser,)) for requirement in answer.requires]
    if not demands:
        return None
    placed = [place(subject, demands, site.judge) for subject in site.choosable]
    order = list(Standing)
    levels = levels_of(site, sorted(placed, key=lambda each: (order.index(each.standing), each.subject)))
    return levels[0] if levels else None
