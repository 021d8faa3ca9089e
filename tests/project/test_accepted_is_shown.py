"""Mutated real files: no crash, the canonical form loses nothing, and what the check accepts the site can show.

`benchmarks/fuzz.py --count 20000` does the same for longer.
"""

from __future__ import annotations

import os

from benchmarks.fuzz import REPOSITORY, Fuzzer, sound_part

COUNT = int(os.environ.get("ATLAS_FUZZ", "100"))


def test_mutations_of_real_files() -> None:
    fuzzer = Fuzzer(sound_part(REPOSITORY / "knowledge"))
    trials = [fuzzer.try_one(seed) for seed in range(1_000_000, 1_000_000 + COUNT)]
    assert any(trial.shown for trial in trials)
    assert len(frozenset[str]().union(*(trial.rules for trial in trials))) >= 10
