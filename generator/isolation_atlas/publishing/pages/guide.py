"""The guide: its questions and answers as plain lists, for scripts to take over, and the data they reason on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.records import Answer, Question, Record
from isolation_atlas.publishing.addresses import page_of, root_of
from isolation_atlas.publishing.guide.data import guide_data, question_order
from isolation_atlas.publishing.page import DataFile, Output, Page
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.links import Link, links_to
from isolation_atlas.publishing.views.standings import RequirementView, requirement_view
from isolation_atlas.reasoning.selection import left_out

PATH = "choose/guide.md"
DATA = "data/guide.json"


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer and what it asks for."""

    says: str
    requires: tuple[RequirementView, ...]
    prefers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with its answers."""

    link: Link
    why: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """Things of one kind that serve the same need without scripts."""

    name: str
    says: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GuideView:
    """The page of the guide."""

    question: str
    candidates: int
    candidates_name: str
    left_out: tuple[Link, ...]
    """Those that are never recommended."""
    data: str
    questions: tuple[QuestionView, ...]
    lists: tuple[ListView, ...]


def guide_pages(site: Site) -> Iterator[Output]:
    """Yield the page of the guide and its data; nothing where there is no question to ask."""
    if not site.knowledge.questions:
        return
    body = render("guide", view=guide_view(site), root=root_of(PATH))
    source = site.knowledge.ontology.spot.file
    title = site.knowledge.ontology.question
    yield Page(PATH, "Guide", title, body, source, hide=("navigation", "toc"))
    text = json.dumps(guide_data(site), ensure_ascii=False, separators=(",", ":"))
    yield DataFile(DATA, f"{text}\n".encode())


def guide_view(site: Site) -> GuideView:
    """Return what the page shows without scripts."""
    ontology = site.knowledge.ontology
    return GuideView(
        question=ontology.question,
        candidates=len(site.choosable),
        candidates_name=" and ".join(kind.plural.lower() for kind in ontology.kinds_of(Role.SUBJECT)),
        left_out=links_to(site, left_out(site.knowledge)),
        data=DATA,
        questions=tuple(_question(site, site.knowledge.questions[key]) for key in question_order(site)),
        lists=tuple(_lists(site)),
    )


def _lists(site: Site) -> Iterator[ListView]:
    known = site.knowledge
    things: tuple[tuple[Role, Iterable[Record]], ...] = (
        (Role.TREE, known.trees.values()),
        (Role.SCENARIO, known.scenarios.values()),
        (Role.NEED, known.needs.values()),
    )
    for role, records in things:
        for kind in known.ontology.kinds_of(role):
            ids = sorted((each.id for each in records if each.kind == kind.id), key=known.name_of)
            if ids:
                yield ListView(kind.plural, kind.says, links_to(site, ids))


def _question(site: Site, question: Question) -> QuestionView:
    link = Link(page_of(site.knowledge, question.id), question.asks or question.name)
    return QuestionView(link, question.why, tuple(_answer(site, answer) for answer in question.answers))


def _answer(site: Site, answer: Answer) -> AnswerView:
    requires = tuple(requirement_view(site, each) for each in answer.requires)
    return AnswerView(answer.says, requires, links_to(site, (each.property for each in answer.prefers)))
