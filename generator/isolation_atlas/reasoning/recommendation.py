"""From a situation to a shortlist that can be defended: who fits, who may, who is ruled out, in which order."""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.reasoning.asking import OpenFact, Split, next_questions, open_facts
from isolation_atlas.reasoning.combinations import Combination, combinations_for
from isolation_atlas.reasoning.conflicts import Conflict, contradictions, nobody_left
from isolation_atlas.reasoning.criteria import criteria_of, matters_of, priorities_of
from isolation_atlas.reasoning.dominance import Dominance, dominance_among
from isolation_atlas.reasoning.profiles import Profile, Situation, collect
from isolation_atlas.reasoning.ranking import Ranked, order_by
from isolation_atlas.reasoning.relaxation import Relaxation, relaxation_of
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.robustness import SEED, Robustness, sample_ranks
from isolation_atlas.reasoning.selection import choosable_subjects
from isolation_atlas.reasoning.sorting import Placed, Standing, place, with_standing


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Candidates of one standing in the order of the priorities."""

    placed: tuple[Placed, ...]
    order: tuple[Ranked, ...]
    """The same candidates in the same order, with their ranks."""
    robustness: Robustness | None
    """None where there are fewer than two or too many, where nothing orders them, or for those that may fit if any
    fits."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Everything that follows from a situation. There is no total score."""

    situation: Situation
    profile: Profile
    fits: Shortlist
    may_fit: Shortlist
    ruled_out: tuple[Placed, ...]
    """Those that fail fewest requirements first."""
    dominance: Dominance
    """Among those that fit or may fit, on the priorities and on whatever demands set limits on."""
    relaxations: tuple[Relaxation, ...]
    """One for each that is ruled out, in the same order."""
    open_facts: tuple[OpenFact, ...]
    questions: tuple[Split, ...]
    """The questions not yet answered that would change something, the best first."""
    conflicts: tuple[Conflict, ...]
    combinations: tuple[Combination, ...]
    """Where nobody fits: subjects inside one another that do better than each alone."""

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All candidates: those that fit, those that may, those ruled out."""
        return (*self.fits.placed, *self.may_fit.placed, *self.ruled_out)

    @property
    def next_question(self) -> Split | None:
        """The question that splits the survivors most, or None where no question changes anything."""
        return self.questions[0] if self.questions else None

    def of(self, subject: str) -> Placed | None:
        """Return where a candidate stands, or None if it is no candidate."""
        return next((each for each in self.placed if each.subject == subject), None)


def recommend(situation: Situation, judge: Judge, seed: int = SEED) -> Recommendation:
    """Return what follows from a situation; raises UnknownNameError for a need, question or answer that is unknown.

    A candidate that is no subject raises KeyError. The same situation, knowledge and seed give the same result.
    """
    knowledge = judge.knowledge
    profile = collect(knowledge, situation)
    candidates = situation.candidates or choosable_subjects(knowledge)
    placed = tuple(place(subject, profile.demands, judge) for subject in candidates)
    ruled_out = tuple(sorted(with_standing(placed, Standing.RULED_OUT), key=_failures))
    fits = _shortlist(with_standing(placed, Standing.FITS), profile, judge, seed, sampled=True)
    may_fit = _shortlist(with_standing(placed, Standing.MAY_FIT), profile, judge, seed, sampled=not fits.placed)
    survivors = (*fits.placed, *may_fit.placed)
    nobody = nobody_left(profile.demands, placed)
    return Recommendation(
        situation=situation,
        profile=profile,
        fits=fits,
        may_fit=may_fit,
        ruled_out=ruled_out,
        dominance=_dominance(survivors, profile, judge),
        relaxations=tuple(relaxation_of(each, judge) for each in ruled_out),
        open_facts=open_facts(may_fit.placed, fits.order),
        questions=_questions(situation, survivors, judge),
        conflicts=(*contradictions(profile.demands, knowledge), *((nobody,) if nobody else ())),
        combinations=() if fits.placed else combinations_for(profile.demands, judge),
    )


def _failures(placed: Placed) -> tuple[int, str]:
    return sum(each.truth.value == 0 for each in placed.assessments), placed.subject


def _shortlist(placed: tuple[Placed, ...], profile: Profile, judge: Judge, seed: int, *, sampled: bool) -> Shortlist:
    priorities = priorities_of(profile, judge.knowledge)
    by_id = {each.subject: each for each in placed}
    order = order_by(tuple(by_id), criteria_of(priorities, tuple(by_id), judge.cells))
    ranked = tuple(each.subject for each in order)
    robustness = sample_ranks(criteria_of(priorities, ranked, judge.cells), len(ranked), seed) if sampled else None
    return Shortlist(tuple(by_id[subject] for subject in ranked), order, robustness)


def _dominance(survivors: tuple[Placed, ...], profile: Profile, judge: Judge) -> Dominance:
    subjects = tuple(sorted(each.subject for each in survivors))
    return dominance_among(subjects, criteria_of(matters_of(profile, judge.knowledge), subjects, judge.cells))


def _questions(situation: Situation, survivors: tuple[Placed, ...], judge: Judge) -> tuple[Split, ...]:
    answered = {question for question, _ in situation.answers}
    open_questions = [question for key, question in sorted(judge.knowledge.questions.items()) if key not in answered]
    return next_questions(open_questions, survivors, judge)
