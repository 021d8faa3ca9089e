"""A case, and what follows from it, in the plain form in which both implementations give it."""

from collections.abc import Iterable
from typing import Any

from isolation_atlas.publishing.guide.conditions import requirement_data
from isolation_atlas.publishing.site import Site
from isolation_atlas.reasoning.combinations import combinations_for
from isolation_atlas.reasoning.profiles import Raiser, Situation
from isolation_atlas.reasoning.recommendation import Recommendation, Shortlist, recommend
from isolation_atlas.reasoning.requirements import Assessment

Case = tuple[Situation, int]
"""A situation and a seed."""


def situation_data(site: Site, situation: Situation) -> dict[str, Any]:
    """Return a situation as the twin takes it."""
    return {
        "need": situation.need,
        "answers": [list(each) for each in situation.answers],
        "requires": [requirement_data(site, each) for each in situation.requires],
        "prefers": list(situation.prefers),
        "candidates": list(situation.candidates),
    }


def outcome_of(site: Site, case: Case) -> dict[str, Any]:
    """Return what follows, as lists, texts and numbers."""
    found = recommend(case[0], site.judge, case[1])
    return {
        "standings": [[each.subject, each.standing.value] for each in found.placed],
        "verdicts": [[[one.id, _evidence(one)] for one in each.assessments] for each in found.placed],
        "fits": _shortlist(found.fits),
        "may_fit": _shortlist(found.may_fit),
        "demands": [[str(each.requirement.condition), _raisers(each.raised_by)] for each in found.profile.demands],
        "priorities": [[each.property, _raisers(each.raised_by)] for each in found.profile.priorities],
        "dominance": [list(pair) for pair in found.dominance.pairs],
        "steps": [list(pair) for pair in found.dominance.steps],
        "relaxations": _relaxations(found),
        "open_facts": [
            [each.subject, each.property, [one.id for one in each.assessments], each.alone] for each in found.open_facts
        ],
        "questions": [
            [each.question, [[one.answer, one.fits, one.may_fit] for one in each.answers], each.expected_left]
            for each in found.questions
        ],
        "combinations": [
            [
                each.placed.subject,
                each.placed.standing.value,
                [[one.id, _evidence(one)] for one in each.placed.assessments],
                [one.standing.value for one in each.alone],
            ]
            for each in combinations_for(found.profile.demands, site.judge)
        ],
        "conflicts": [
            [each.kind.value, [str(one.requirement.condition) for one in each.demands]] for each in found.conflicts
        ],
    }


def _shortlist(shortlist: Shortlist) -> dict[str, Any]:
    robust = shortlist.robustness
    return {
        "order": [[each.subject, each.rank, list(each.counts), list(each.unknown)] for each in shortlist.order],
        "robustness": robust
        and [robust.draws, robust.seed, [list(row) for row in robust.acceptability], list(robust.ahead)],
    }


def _relaxations(found: Recommendation) -> list[Any]:
    return [
        [
            each.subject,
            [[one.assessment.id, None if one.enough is None else str(one.enough)] for one in each.changes],
            [one.id for one in each.then_open],
        ]
        for each in found.relaxations
    ]


def _raisers(raisers: Iterable[Raiser]) -> list[list[str]]:
    return [[each.voice.value, each.thing, each.answer] for each in raisers]


def _evidence(assessment: Assessment) -> str:
    return assessment.facts[0].id if assessment.facts else ""
