"""Scenarios as regression tests of the knowledge: does the expected outcome still follow?"""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.knowledge.records import Scenario
from isolation_atlas.reasoning.profiles import Profile, Situation, UnknownNameError, collect
from isolation_atlas.reasoning.requirements import Assessment, Judge
from isolation_atlas.reasoning.sorting import Placed, Standing, place
from isolation_atlas.reasoning.truth import Truth


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A subject that a scenario expects elsewhere than the facts put it."""

    scenario: str
    subject: str
    expected: Standing
    found: Standing
    deciding: tuple[Assessment, ...]
    """The verdicts, with their cells and facts, that keep it from where it is expected.

    Those not met where it is ruled out, those open where it may fit, all of them where it fits.
    """


@dataclass(frozen=True, slots=True)
class ScenarioOutcome:
    """Where the facts put the subjects that a scenario names, and where that differs from what is expected."""

    scenario: str
    profile: Profile
    placed: tuple[Placed, ...]
    mismatches: tuple[Mismatch, ...]

    @property
    def holds(self) -> bool:
        """Whether everything that is expected follows."""
        return not self.mismatches


def situation_of(scenario: Scenario) -> Situation:
    """Return the situation that a scenario describes."""
    return Situation(need=scenario.need, answers=scenario.answers, requires=scenario.requires)


def check_scenario(scenario: Scenario, judge: Judge) -> ScenarioOutcome:
    """Return the outcome of a scenario; raises UnknownNameError for an unknown need, question or answer.

    Expected subjects that do not exist are left out, for a check of references to report.
    """
    profile = collect(judge.knowledge, situation_of(scenario))
    expected = [
        (subject, standing)
        for standing, subjects in (
            (Standing.FITS, scenario.expect.fits),
            (Standing.MAY_FIT, scenario.expect.may_fit),
            (Standing.RULED_OUT, scenario.expect.ruled_out),
        )
        for subject in subjects
        if subject in judge.knowledge.subjects
    ]
    placed = [place(subject, profile.demands, judge) for subject, _ in expected]
    mismatches = tuple(
        Mismatch(scenario.id, one.subject, standing, one.standing, _deciding(one))
        for one, (_, standing) in zip(placed, expected, strict=True)
        if one.standing is not standing
    )
    return ScenarioOutcome(scenario.id, profile, tuple(placed), mismatches)


def check_scenarios(judge: Judge) -> tuple[ScenarioOutcome, ...]:
    """Return the outcome of every scenario whose need, questions and answers exist, by id."""
    found = []
    for _, scenario in sorted(judge.knowledge.scenarios.items()):
        try:
            found.append(check_scenario(scenario, judge))
        except UnknownNameError:
            continue  # reported as a reference to nothing
    return tuple(found)


def _deciding(placed: Placed) -> tuple[Assessment, ...]:
    if placed.standing is Standing.RULED_OUT:
        return placed.of(Truth.NOT_MET)
    return placed.of(Truth.UNCERTAIN) if placed.standing is Standing.MAY_FIT else placed.assessments
