"""A recommendation as plain data for JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from isolation_atlas.reasoning.recommendation import Recommendation, Shortlist
from isolation_atlas.reasoning.relaxation import Relaxation
from isolation_atlas.reasoning.requirements import Assessment
from isolation_atlas.reasoning.sorting import Placed

Json = dict[str, Any]


def recommendation_data(
    found: Recommendation, against: Mapping[str, tuple[str, ...]], passed_over: Sequence[str]
) -> Json:
    """Return what follows from a situation, with the facts that decide by their addresses.

    ``against`` has what sources say against subjects for the need in question, ``passed_over`` who is never
    recommended.
    """
    return {
        "requires": [demand.requirement.text for demand in found.profile.demands],
        "prefers": [priority.property for priority in found.profile.priorities],
        "conflicts": [[demand.requirement.text for demand in each.demands] for each in found.conflicts],
        "fits": _shortlist(found.fits),
        "may-fit": _shortlist(found.may_fit),
        "ruled-out": [placed_data(each) for each in found.ruled_out],
        "advised-against": {subject: list(claims) for subject, claims in sorted(against.items())},
        "passed-over": list(passed_over),
        "relaxations": {each.subject: _changes(each) for each in found.relaxations},
        "dominance": [list(pair) for pair in found.dominance.pairs],
        "combinations": [
            {"inner": each.composed.inner, "outer": each.composed.outer, "standing": each.placed.standing.value}
            for each in found.combinations
        ],
        "questions": [{"id": split.question, "expected-left": split.expected_left} for split in found.questions],
    }


def placed_data(placed: Placed) -> Json:
    """Return where a candidate stands, with every verdict."""
    verdicts = [_assessment(each) for each in placed.assessments]
    return {"subject": placed.subject, "standing": placed.standing.value, "verdicts": verdicts}


def _shortlist(shortlist: Shortlist) -> Json:
    robust = shortlist.robustness
    candidates = [
        {"rank": ranked.rank, **placed_data(placed)}
        for ranked, placed in zip(shortlist.order, shortlist.placed, strict=True)
    ]
    if robust is None:
        return {"candidates": candidates}
    sampled = {
        "draws": robust.draws,
        "seed": robust.seed,
        "acceptability": [list(each) for each in robust.acceptability],
    }
    return {"candidates": candidates, "robustness": {**sampled, "ahead": list(robust.ahead)}}


def _assessment(assessment: Assessment) -> Json:
    return {
        "requirement": assessment.requirement.text,
        "verdict": assessment.truth.word,
        "why": assessment.why.value,
        "facts": [fact.id for fact in assessment.facts],
    }


def _changes(relaxation: Relaxation) -> list[Json]:
    return [
        {"requirement": each.assessment.requirement.text, "enough": str(each.enough) if each.enough else None}
        for each in relaxation.changes
    ]
