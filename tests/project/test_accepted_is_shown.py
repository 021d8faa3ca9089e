"""Mutated real files: no crash, the canonical form loses nothing, and what the check accepts the site can show.

`benchmarks/fuzz.py --count 20000 --site` does the same for longer.
"""

from __future__ import annotations

import os

import pytest
from benchmarks.fuzz import REPOSITORY
from benchmarks.fuzzing import Fuzzer

COUNT = int(os.environ.get("ATLAS_FUZZ", "100"))
FIRST = 1_000_000


@pytest.fixture(scope="module")
def fuzzer() -> Fuzzer:
    return Fuzzer(REPOSITORY / "knowledge")


def test_mutations_of_real_files(fuzzer: Fuzzer) -> None:
    trials = [fuzzer.try_one(seed) for seed in range(FIRST, FIRST + COUNT)]
    accepted = {each.file: each for each in trials if each.accepted and not each.same}
    assert accepted
    fuzzer.show(list(accepted.values()))
    assert len(frozenset[str]().union(*(trial.rules for trial in trials))) >= 10


def test_the_short_way_finds_what_the_check_finds(fuzzer: Fuzzer) -> None:
    for seed in range(FIRST, FIRST + 8):
        trial = fuzzer.try_one(seed)
        assert fuzzer.check(trial.file, trial.text)[1] == fuzzer.check_slowly(trial.file, trial.text), seed
