"""What remains to be asked after some answers, worked out once for every state that a search comes to."""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.reasoning.answer_space import AnswerSpace, Effect, intersection

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """A state without the candidates that no answer could let in any more; one object for each, so compared by
    identity."""

    fits: int
    left: int
    questions: int
    """The questions that can still change it, as bits."""
    certain: int
    """Those of them that every right tree asks: each alone decides whether some candidate fits, or is ruled out."""

    @property
    def state(self) -> Effect:
        """The candidates that fit, and those that are left."""
        return Effect(self.fits, self.left)


class TreeStates:
    """The states of an answer space."""

    def __init__(self, space: AnswerSpace) -> None:
        self.space = space
        self.effects: list[list[Pair]] = [[(each.fits, each.left) for each in effects] for effects in space.effects]
        self._closing = {1 << index: _closed(space, index) for index in range(len(space.questions))}
        self._ceilings: dict[int, Effect] = {}
        self._found: dict[tuple[int, int, int], Settled] = {}
        self._kept: dict[tuple[int, int, int], Settled] = {}

    def start(self) -> Settled:
        """Return the state before any answer."""
        everybody = self.space.everybody
        return self.settle(everybody.fits, everybody.left, (1 << len(self.space.questions)) - 1)

    def settle(self, fits: int, left: int, questions: int) -> Settled:
        """Return the state that follows if only ``questions`` may still be answered."""
        key = (fits, left, questions)
        if key not in self._found:
            self._found[key] = self._settle(fits, left, questions)
        return self._found[key]

    def answered(self, settled: Settled, question: int) -> list[Settled]:
        """Return the states after each answer to a question, in order."""
        others = settled.questions & ~(1 << question)
        return [self.settle(settled.fits & fits, settled.left & left, others) for fits, left in self.effects[question]]

    def unsettled(self, settled: Settled) -> int:
        """Return how many candidates some answer could still place differently."""
        open_bits = 0
        for index in bits(settled.questions):
            fits, left = self._closing[1 << index]
            open_bits |= (settled.fits & fits) | (settled.left & left)
        return open_bits.bit_count()

    def _settle(self, fits: int, left: int, questions: int) -> Settled:
        ceiling = self._ceiling(questions)
        fits, left = fits & ceiling.fits, left & ceiling.left
        relevant = once_fits = twice_fits = once_left = twice_left = 0
        touching = []
        for index in bits(questions):
            closes_fits, closes_left = self._closing[1 << index]
            mine_fits, mine_left = fits & closes_fits, left & closes_left
            if mine_fits or mine_left:
                relevant |= 1 << index
                touching.append((1 << index, mine_fits, mine_left))
                twice_fits, once_fits = twice_fits | (once_fits & mine_fits), once_fits | mine_fits
                twice_left, once_left = twice_left | (once_left & mine_left), once_left | mine_left
        alone = sum(bit for bit, fitting, leaving in touching if fitting & ~twice_fits or leaving & ~twice_left)
        key = (fits, left, relevant)
        if key not in self._kept:
            self._kept[key] = Settled(fits, left, relevant, alone)
        return self._kept[key]

    def _ceiling(self, questions: int) -> Effect:
        if questions not in self._ceilings:
            best = (self.space.best(index) for index in bits(questions))
            self._ceilings[questions] = intersection(best, self.space.everybody)
        return self._ceilings[questions]


def _closed(space: AnswerSpace, question: int) -> Pair:
    """Return the candidates that some answer to a question keeps from fitting, and those that some answer rules out."""
    worst, everybody = space.worst(question), space.everybody
    return everybody.fits & ~worst.fits, everybody.left & ~worst.left


def bits(mask: int) -> list[int]:
    """Return the positions of the ones in a set of bits, rising."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found
