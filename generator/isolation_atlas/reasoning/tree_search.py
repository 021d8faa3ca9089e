"""Which question to ask next, so that the expected number of questions is smallest.

Every answer to a question is taken as equally likely. Without a limit of depth the cost of a tree is its expected
number of questions; dynamic programming over states and questions left finds the least (as for decision tables: H.
Schumacher and K. C. Sevcik, "The synthetic approach to decision table conversion", Communications of the ACM 19(6),
1976). Of trees that cost the same, the one with the fewest nodes is drawn, if few enough states have to be searched.
Otherwise a question that every right tree asks on every way is asked at once, since whoever asks it later could as well
ask it first. With a limit, the expected number of candidates not yet settled comes first and the number of questions
second. Where even that takes more steps than allowed, each question is chosen by looking a few questions ahead, and
small remainders are still exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from isolation_atlas.reasoning.answer_space import AnswerSpace
from isolation_atlas.reasoning.tree_states import Settled, TreeStates, bits

STEPS = 600_000
"""How many answers the exact search may try before it gives up, a second or two; looking ahead may try as many."""
THOROUGH_STEPS = 60_000
"""How many of them it may try while it looks for the smallest of the best trees, and not just for any."""
_AHEAD = 2
_EXACT_FROM = 4
_UNSETTLED = 1000.0
"""Weight of one unsettled candidate against one question, under a limit of depth."""
_EQUAL = 1e-9


class _TooManyStepsError(Exception):
    pass


@dataclass(frozen=True, slots=True)
class _Best:
    """The least cost from a state on, the size of the tree that has it, and the question it begins with."""

    cost: float
    size: float
    question: int

    def beats(self, other: _Best) -> bool:
        return self.cost < other.cost - _EQUAL or (self.cost < other.cost + _EQUAL and self.size < other.size)


_NOTHING = _Best(inf, inf, -1)


class TreeSearch:
    """The best question in each state of an answer space; ``left`` everywhere is how many more may be asked."""

    def __init__(self, space: AnswerSpace, depth: int, steps: int = STEPS) -> None:
        self.states = TreeStates(space)
        self.count = len(space.questions)
        self.depth = depth or self.count
        self.limited = self.depth < self.count
        self._memo: dict[tuple[Settled, int, int], _Best] = {}
        self._steps, self._searching, self._thorough = 0, True, True
        self.exact = self._try_exact(min(steps, THOROUGH_STEPS))
        if not self.exact:
            self._thorough = False
            self.exact = self._try_exact(steps)
        self._steps, self._searching = steps, False

    def question(self, settled: Settled, left: int) -> int:
        """Return the question to ask in a state in which some question still matters."""
        whole = self.exact or (self._steps > 0 and settled.questions.bit_count() <= _EXACT_FROM)
        return self._cost(settled, left, self.count if whole else _AHEAD if self._steps > 0 else 1).question

    def _try_exact(self, steps: int) -> bool:
        self._steps = steps
        try:
            self._cost(self.states.start(), self.depth, self.count)
        except _TooManyStepsError:
            self._memo.clear()
            return False
        return True

    def _cost(self, settled: Settled, left: int, ahead: int) -> _Best:
        if not settled.questions:
            return _Best(0.0, 1, -1)
        if left == 0:
            return _Best(_UNSETTLED * self.states.unsettled(settled), 1, -1)
        if ahead == 0:
            return _Best(self._estimate(settled), 1, -1)
        most = settled.questions.bit_count()
        key = (settled, min(left, most), min(ahead, most))
        if key not in self._memo:
            self._memo[key] = self._search(*key)
        return self._memo[key]

    def _search(self, settled: Settled, left: int, ahead: int) -> _Best:
        certain = 0 if self.limited or self._thorough else settled.certain
        best = _NOTHING
        for index in bits(certain & -certain or settled.questions):
            found = self._cost_of(index, settled, left - 1, ahead - 1, best.cost)
            if found.beats(best):
                best = found
        return best

    def _cost_of(self, question: int, settled: Settled, left: int, ahead: int, bound: float) -> _Best:
        after = self.states.answered(settled, question)
        self._steps -= len(after)
        if self._steps < 0 and self._searching:
            raise _TooManyStepsError
        floors = [self._floor(each, left, ahead) for each in after]
        share = 1 / len(after)
        cost = 1 + share * sum(floors)
        enough = bound + _EQUAL if self._thorough else bound - _EQUAL
        sizes: dict[Settled, float] = {}
        for each, floor in zip(after, floors, strict=True):
            if cost >= enough:
                return _Best(cost, inf, question)
            found = self._cost(each, left, ahead)
            cost += share * (found.cost - floor)
            sizes[each] = found.size
        return _Best(cost, 1 + sum(sizes.values()), question)

    def _floor(self, settled: Settled, left: int, ahead: int) -> int:
        """Return a number of questions that a state costs at least."""
        if not settled.questions or not left or not ahead:
            return 0
        if self.limited or ahead < settled.questions.bit_count():
            return 1
        return max(1, settled.certain.bit_count())

    def _estimate(self, settled: Settled) -> float:
        """Estimate the questions still needed: each question counts with the share of answers that change the state."""
        total, before = 0.0, (settled.fits, settled.left)
        for index in bits(settled.questions):
            effects = self.states.effects[index]
            changing = sum(1 for fits, left in effects if (before[0] & fits, before[1] & left) != before)
            total += changing / len(effects)
        return total + (_UNSETTLED * self.states.unsettled(settled) if self.limited else 0)
