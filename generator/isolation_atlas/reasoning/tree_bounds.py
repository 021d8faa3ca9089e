"""How many questions must be asked on average at least, and how many the questions in their given order take.

A tree that gives the right outcome must ask every question that alone can change it. So the probability that a
question is decisive, summed over the questions, is a lower bound; so is the entropy of the outcomes divided by that
of a question with the most answers (C. E. Shannon, "A Mathematical Theory of Communication", 1948).
"""

from __future__ import annotations

from math import log2

from isolation_atlas.reasoning.answer_space import AnswerSpace, Effect
from isolation_atlas.reasoning.tree_states import TreeStates

_MOST_STATES = 5_000
Chances = dict[Effect, float]


def least_questions(space: AnswerSpace) -> float:
    """Return a number below which the expected number of questions of no right tree can lie."""
    indices = range(len(space.questions))
    decisive = sum(_decisive(space, index) for index in indices)
    outcomes = _outcomes(space, list(indices))
    most_answers = max((len(answers) for answers in space.answers), default=1)
    if outcomes is None or most_answers < 2:
        return decisive
    entropy = -sum(chance * log2(chance) for chance in outcomes.values())
    return max(decisive, entropy / log2(most_answers))


def in_given_order(states: TreeStates) -> float:
    """Return the expected number of questions if those that still matter are asked in their given order."""
    chances: Chances = {states.space.everybody: 1.0}
    expected = 0.0
    for index, effects in enumerate(states.space.effects):
        later = ((1 << len(states.space.questions)) - 1) >> index << index
        following: Chances = {}
        for state, chance in chances.items():
            settled = states.settle(state.fits, state.left, later)
            asked = settled.questions >> index & 1
            expected += chance * asked
            after = [settled.state & effect for effect in effects] if asked else [settled.state]
            for each in after:
                following[each] = following.get(each, 0.0) + chance / len(after)
        chances = following
    return expected


def _decisive(space: AnswerSpace, index: int) -> float:
    others = _outcomes(space, [other for other in range(len(space.questions)) if other != index])
    if others is None:
        return 0.0
    return sum(
        chance for state, chance in others.items() if len({state & effect for effect in space.effects[index]}) > 1
    )


def _outcomes(space: AnswerSpace, questions: list[int]) -> Chances | None:
    """Return the chance of each outcome of some questions, or None where there are too many to list."""
    chances: Chances = {space.everybody: 1.0}
    for index in questions:
        following: Chances = {}
        effects = space.effects[index]
        for state, chance in chances.items():
            for effect in effects:
                after = state & effect
                following[after] = following.get(after, 0.0) + chance / len(effects)
        chances = following
        if len(chances) > _MOST_STATES:
            return None
    return chances
