"""Random mutations of real files: the check must end with findings, and what it accepts the site must show.

    python benchmarks/fuzz.py                        300 mutations of the whole knowledge
    python benchmarks/fuzz.py --count 20000 --site   as before a release
    python benchmarks/fuzz.py --seed 7 --count 1 -v  one again, with its text

Ends with 1 at the first crash, hang (30 seconds), growth of memory beyond 2 GiB, or accepted text of which the pages
cannot be made, and says which seed brings it about. With --site, the site is built of as many accepted texts as are
right together, strictly, and the built site is checked.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from benchmarks.fuzzing import Batches, Fuzzer, Trial  # noqa: E402 - found only now

MOST_SECONDS = 30
MOST_SECONDS_FOR_PAGES = 300
MOST_MEMORY = 2 << 30


class Run:
    """What has been seen so far."""

    def __init__(self, fuzzer: Fuzzer, batch: int) -> None:
        self.fuzzer = fuzzer
        self.batches = Batches(batch)
        self.rules: Counter[str] = Counter()
        self.files: set[str] = set()
        self.tried = self.accepted = self.shown = 0
        self.slowest, self.slowest_seed = 0.0, 0
        self.last: dict[str, Trial] = {}

    def try_one(self, seed: int) -> Trial:
        """Return what came of a seed, and show the batch that is full by it."""
        before = time.monotonic()
        with within(MOST_SECONDS, f"seed {seed}"):
            trial = self.fuzzer.try_one(seed)
        self.slowest, self.slowest_seed = max((self.slowest, self.slowest_seed), (time.monotonic() - before, seed))
        self.tried += 1
        self.accepted += trial.accepted
        self.rules.update(trial.rules)
        self.files.add(trial.file)
        if trial.accepted and not trial.same:
            self.last[trial.file] = trial
            self.show(self.batches.add(trial))
        return trial

    def show(self, trials: Sequence[Trial]) -> None:
        """Make the pages of accepted texts."""
        if trials:
            with within(MOST_SECONDS_FOR_PAGES, f"one of the seeds {[each.seed for each in trials]}"):
                self.fuzzer.show(trials)
            self.shown += len(trials)


@contextmanager
def within(seconds: int, what: str) -> Iterator[None]:
    """Say what is to blame where something breaks or takes longer."""
    signal.alarm(seconds)
    try:
        yield
    except BaseException:
        print(f"{what} breaks it", file=sys.stderr)
        raise
    finally:
        signal.alarm(0)


def build_site(texts: Mapping[str, bytes]) -> None:
    """Build and check the site of a copy of the project with the texts in the place of its files."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        ignored = shutil.ignore_patterns(".*", "site", "site-zensical", "__pycache__")
        shutil.copytree(REPOSITORY, copy, ignore=ignored)
        for file, raw in texts.items():
            (copy / "knowledge" / file).write_bytes(raw)
        atlas = Path(sys.executable).with_name("atlas")
        limits = {"preexec_fn": _unlimited}
        environment = {**os.environ, "PYTHONPATH": str(copy / "generator")}
        subprocess.run([atlas, "build", "--root", copy], cwd=copy, env=environment, check=True, **limits)  # type: ignore[call-overload]


def _unlimited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def main() -> int:
    """Run the trials and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=100, help="of how many accepted texts the pages are made at once")
    parser.add_argument("--site", action="store_true", help="build and check the site in the end")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.RLIM_INFINITY))
    started = time.monotonic()
    run = Run(Fuzzer(REPOSITORY / "knowledge"), options.batch)
    gc.freeze()  # what does not change need not be looked through for garbage
    last = options.seed + options.count - 1
    print(f"{len(run.fuzzer.whole.contents)} files; seeds {options.seed} to {last}", flush=True)
    for seed in range(options.seed, last + 1):
        trial = run.try_one(seed)
        if options.verbose:
            print(trial.file, trial.text.decode("utf-8", "replace"), sorted(trial.rules), sep="\n")
        if run.tried % 1000 == 0:
            took = time.monotonic() - started
            print(f"{run.tried} tried, {run.accepted} accepted, {run.shown} shown, {took:.0f} s", flush=True)
    for trials in run.batches.rest():
        run.show(trials)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{run.tried} tried in {len(run.files)} files, {run.accepted} accepted, {run.shown} of these say something")
    print(f"else and were shown, {len(run.rules)} rules broken, no crash")
    took = time.monotonic() - started
    print(
        f"slowest {run.slowest:.2f} s (seed {run.slowest_seed}), {peak:.0f} MiB at most, {took:.0f} s in all",
        flush=True,
    )
    if options.site:
        texts = run.fuzzer.together(list(run.last.values()))
        print(f"building the site of {len(texts)} accepted texts together", flush=True)
        build_site(texts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
