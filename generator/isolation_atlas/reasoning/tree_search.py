"""Which question to ask next, so that the expected number of questions is smallest.

Every answer to a question is taken as equally likely. Without a limit of depth the cost of a tree is its expected
number of questions; dynamic programming over states and questions left finds the least (as for decision tables: H.
Schumacher and K. C. Sevcik, "The synthetic approach to decision table conversion", Communications of the ACM 19(6),
1976). With a limit, the expected number of candidates not yet settled comes first and the number of questions second.
Where that takes more steps than allowed, each question is chosen by looking a few questions ahead, and small
remainders are still exact.
"""

from __future__ import annotations

from isolation_atlas.reasoning.answer_space import AnswerSpace, Effect

STEPS = 600_000
"""How many answers the exact search may try before it gives up, about a second; looking ahead may try as many."""
_AHEAD = 2
_EXACT_FROM = 4
_UNSETTLED = 1000.0
"""Weight of one unsettled candidate against one question, under a limit of depth."""
_EQUAL = 1e-9

Key = tuple[int, int, int, int, int]


class _TooManyStepsError(Exception):
    pass


class TreeSearch:
    """The best question in each state of an answer space; ``left`` everywhere is how many more may be asked."""

    def __init__(self, space: AnswerSpace, depth: int, steps: int = STEPS) -> None:
        self.space = space
        self.depth = depth or len(space.questions)
        self.limited = self.depth < len(space.questions)
        self._best = [space.best(index) for index in range(len(space.questions))]
        self._worst = [space.worst(index) for index in range(len(space.questions))]
        self._ceilings: dict[int, Effect] = {}
        self._memo: dict[Key, tuple[float, int]] = {}
        self._steps = steps
        self.exact = self._try_exact()

    def settle(self, state: Effect, questions: int) -> tuple[Effect, int]:
        """Return the state without whom no answer could let in any more, and the questions that still change it."""
        if questions not in self._ceilings:
            ceiling = self.space.everybody
            for index in bits(questions):
                ceiling = ceiling & self._best[index]
            self._ceilings[questions] = ceiling
        ceiling = self._ceilings[questions]
        fits, left = state.fits & ceiling.fits, state.left & ceiling.left
        relevant = 0
        for index in bits(questions):
            worst = self._worst[index]
            if fits & ~worst.fits or left & ~worst.left:
                relevant |= 1 << index
        return Effect(fits, left), relevant

    def question(self, state: Effect, questions: int, left: int) -> int:
        """Return the question to ask in a settled state with relevant questions."""
        return self._cost(state, questions, left, self._horizon(questions))[1]

    def _horizon(self, questions: int) -> int:
        if self.exact or (self._steps > 0 and questions.bit_count() <= _EXACT_FROM):
            return len(self.space.questions)
        return _AHEAD if self._steps > 0 else 1

    def _try_exact(self) -> bool:
        everything = (1 << len(self.space.questions)) - 1
        state, relevant = self.settle(self.space.everybody, everything)
        allowed, self._searching = self._steps, True
        try:
            self._cost(state, relevant, self.depth, len(self.space.questions))
        except _TooManyStepsError:
            self._memo.clear()
            self._steps = allowed
            return False
        finally:
            self._searching = False
        return True

    def _cost(self, state: Effect, questions: int, left: int, ahead: int) -> tuple[float, int]:
        if not questions:
            return 0.0, -1
        if left == 0:
            return _UNSETTLED * self.unsettled(state, questions), -1
        if ahead == 0:
            return self._estimate(state, questions), -1
        left, ahead = min(left, questions.bit_count()), min(ahead, questions.bit_count())
        key = (state.fits, state.left, questions, left, ahead)
        if key not in self._memo:
            self._memo[key] = self._search(state, questions, left, ahead)
        return self._memo[key]

    def _search(self, state: Effect, questions: int, left: int, ahead: int) -> tuple[float, int]:
        best, chosen = float("inf"), -1
        for index in bits(questions):
            cost = self._cost_of(index, state, questions & ~(1 << index), left - 1, ahead - 1, best)
            if cost < best - _EQUAL:
                best, chosen = cost, index
        return best, chosen

    def _cost_of(self, index: int, state: Effect, others: int, left: int, ahead: int, bound: float) -> float:
        effects = self.space.effects[index]
        self._steps -= len(effects)
        if self._steps < 0 and self._searching:
            raise _TooManyStepsError
        nodes = [self.settle(state & effect, others) for effect in effects]
        share = 1 / len(nodes)
        # One question is still to come wherever something is unsettled, so this sum can only grow.
        cost = 1 + share * sum(1 for _, relevant in nodes if relevant and left and ahead)
        for after, relevant in nodes:
            if cost >= bound - _EQUAL:
                return cost
            certain = 1 if relevant and left and ahead else 0
            cost += share * (self._cost(after, relevant, left, ahead)[0] - certain)
        return cost

    def unsettled(self, state: Effect, questions: int) -> int:
        """Return how many candidates some answer to the questions could still place differently."""
        open_bits = 0
        for index in bits(questions):
            worst = self._worst[index]
            open_bits |= (state.fits & ~worst.fits) | (state.left & ~worst.left)
        return open_bits.bit_count()

    def _estimate(self, state: Effect, questions: int) -> float:
        """Estimate the questions still needed: each question counts with the share of answers that change the state."""
        total = 0.0
        for index in bits(questions):
            effects = self.space.effects[index]
            changing = sum(1 for effect in effects if state & effect != state)
            total += changing / len(effects)
        return total + (_UNSETTLED * self.unsettled(state, questions) if self.limited else 0)


def bits(mask: int) -> list[int]:
    """Return the positions of the ones in a set of bits, rising."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found
