"""Measures what the formats cost: one matrix in each from a fresh process, and all downloads of the site at once.

Run from the repository: .venv/bin/python benchmarks/export_speed.py
The limits are those of the project: a second for one matrix, twenty for all downloads on two processors.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.exports.downloads import downloads
from isolation_atlas.publishing.formats.registry import TABLE, formats_for
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.writing import write_outputs

ROOT = Path(__file__).parents[1]
ONE, ALL = 1.0, 20.0


def one_matrix(folder: Path, name: str) -> dict[str, float]:
    """Return the seconds from the start of a process to the end, the best of three, for each format."""
    found = {}
    for form in formats_for(TABLE):
        command = [str(Path(sys.executable).parent / "atlas"), "matrix", name, "--root", str(ROOT)]
        times = []
        for _ in range(3):
            started = time.perf_counter()
            subprocess.run([*command, "-o", str(folder / f"out{form.suffix}")], check=True, capture_output=True)
            times.append(time.perf_counter() - started)
        found[form.id] = min(times)
    return found


def cpu_seconds() -> float:
    """Return the processor seconds of this process and of those that it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def all_downloads(folder: Path) -> tuple[int, int, float, float, float]:
    """Return how many files and bytes, the first run's seconds and processor seconds, and a second, unchanged run's."""
    site = Site.of(load(ROOT / "knowledge"))
    started, before = time.perf_counter(), cpu_seconds()
    files = list(downloads(site, "", folder))
    first, used = time.perf_counter() - started, cpu_seconds() - before
    write_outputs(files, folder)
    started = time.perf_counter()
    again = list(downloads(Site.of(site.knowledge), "", folder))
    assert again == files
    return len(files), sum(len(file.content) for file in files), first, used, time.perf_counter() - started


def main() -> None:
    """Print the figures and whether they keep the limits."""
    with tempfile.TemporaryDirectory() as folder:
        matrices = load(ROOT / "knowledge").matrices
        for form, seconds in one_matrix(Path(folder), next(iter(matrices))).items():
            sys.stdout.write(f"{form:8} {seconds:6.2f} s  {'' if seconds <= ONE else 'too slow'}\n")
        count, size, first, used, again = all_downloads(Path(folder))
        sys.stdout.write(f"{count} downloads, {size / 1e6:.1f} MB: {first:.1f} s, unchanged {again:.1f} s\n")
        sys.stdout.write(f"processor time {used:.1f} s, shared by two {used / 2:.1f} s\n")
        sys.stdout.write("" if first <= ALL else "too slow\n")


if __name__ == "__main__":
    main()
