"""How long `check` takes, measured over whole processes.

    python benchmarks/check_speed.py                         real and synthetic knowledge
    python benchmarks/check_speed.py --facts 20000 --files 1000

The synthetic knowledge is the sound example with subjects added, each with facts that cite sources, ratings with
reasons and a relation, 20 facts to a file. Each figure is the median of five runs: `cold` without a cache, `edit`
after one file has changed, `warm` with nothing changed. Nothing here fails; it prints what it saw.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from isolation_atlas.checks.examples import base_files

REPOSITORY = Path(__file__).resolve().parent.parent
RUNS = 5
_CHECK = """
import sys
from datetime import date
from pathlib import Path
from isolation_atlas.checks.reports import report
from isolation_atlas.checks.run import run_checks
root, cache, use = sys.argv[1:]
result = run_checks(Path(root), today=date(2026, 11, 25), use_cache=use == "yes", cache_folder=Path(cache))
sys.stdout.write(report(result, "terminal").splitlines()[-1])
"""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=10_000)
    parser.add_argument("--files", type=int, default=500)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        _measure("real knowledge", REPOSITORY / "knowledge", Path(folder) / "real")
        for share in (4, 2, 1):
            facts, files = options.facts // share, options.files // share
            root = Path(folder) / f"synthetic-{share}" / "knowledge"
            write_synthetic(root, facts, files)
            _measure(f"{facts} facts in {files} files", root, Path(folder) / f"cache-{share}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"most memory of any process: {peak:.0f} MiB")


def write_synthetic(root: Path, facts: int, files: int) -> None:
    """Write sound knowledge with so many facts in so many files of subjects below ``root``."""
    for name, text in base_files().items():
        _write(root / name, text)
    sources = max(1, files // 5)
    for number in range(sources):
        _write(root / f"sources/report-{number}.yaml", _source(number))
    for number in range(files):
        _write(root / f"crossings/way-{number}.yaml", _subject(number, facts // files, sources))


def _source(number: int) -> str:
    head = f"title: Report {number}\nby: Board {number}\ndate: 1950-03\nkind: survey\n"
    return f"{head}url: https://example.org/reports/{number}\n"


def _subject(number: int, facts: int, sources: int) -> str:
    lines = [f"name: Way {number}", "level: design", f"summary: The way of number {number}.", "is-a: bridge"]
    if number:
        lines.append(f"built-on:\n  - {{to: way-{number - 1}, source: report-{number % sources}, locator: page 1}}")
    lines.append("facts:")
    properties = ("duration", "capacity", "material", "sturdiness")
    for position, prop in enumerate(properties):
        count = facts // 4 + (position < facts % 4)
        if count:
            lines.append(f"  {prop}:")
            lines.extend(_fact(number, prop, each, sources) for each in range(count))
    return "\n".join(lines) + "\n"


def _fact(number: int, prop: str, each: int, sources: int) -> str:
    values = {"duration": f"{1 + number % 90} min", "capacity": f"{100 + number % 900} kg", "material": "stone"}
    value = values.get(prop, "fair")
    source = f"      source: report-{(number + each) % sources}\n      locator: page {each + 1}\n"
    reason = "      because: [capacity]\n" if prop == "sturdiness" else ""
    return (
        f"    - value: {value}\n      claim: Measurement {each} of way {number} gave {value} on the {prop}.\n"
        f"      context: Third measurement of the season, dry weather.\n{source}{reason}"
        f"      confidence: high\n      verified: 2026-01-10"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _measure(name: str, root: Path, cache: Path) -> None:
    cold = median(_run(root, cache, "no") for _ in range(RUNS))
    _run(root, cache, "yes")
    warm = median(_run(root, cache, "yes") for _ in range(RUNS))
    edit = median(_edited(root, cache) for _ in range(RUNS))
    print(f"{name}: cold {cold:.3f} s, after one edit {edit:.3f} s, warm {warm:.3f} s")


def _edited(root: Path, cache: Path) -> float:
    """Return the time with the cache of another day's verdict: the files are the same, nothing is decided."""
    for path in cache.glob("verdict-*"):
        path.unlink()
    return _run(root, cache, "yes")


def _run(root: Path, cache: Path, use: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", _CHECK, str(root), str(cache), use], check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
