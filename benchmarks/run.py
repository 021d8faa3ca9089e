"""What the commands cost on the real knowledge, as a table.

    python benchmarks/run.py                 everything but the site engine
    python benchmarks/run.py --site          also the whole site, and an edit until it is visible

Each figure is the median of several runs of whole processes: elapsed time, and processor time, which other work on the
machine disturbs less. Nothing here fails; it prints what it saw. ``check_speed.py`` measures the check on synthetic
knowledge, ``reasoning_speed.py`` the reasoning.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parent.parent
COPIED = ("knowledge", "docs", "overrides", "generator", "mkdocs.yml")
EDITED = "\n# an edit that changes nothing but the file\n"
RUNS = 5


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", action="store_true", help="build and follow the whole site as well")
    options = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before the start\n")
    print("| what | elapsed | processor | remark |\n|---|---:|---:|---|")
    with TemporaryDirectory() as folder:
        root = _copy(Path(folder))
        _commands(root)
        _pages(root)
        if options.site:
            _site(root)


def _commands(root: Path) -> None:
    _row("Python alone", _processes(["-c", "pass"], root))
    _row("importing the command line", _processes(["-c", "import isolation_atlas.cli.parser"], root))
    check = ["check", "--today", "2026-11-25"]
    _row("check, nothing cached", _atlas([*check, "--no-cache"], root))
    _atlas(check, root, runs=1)
    _row("check after one edit", _atlas(check, root, before=lambda: _edit(root)))
    _row("check, nothing changed", _atlas(check, root))
    thing = min(path.stem for path in (root / "knowledge" / "environments").glob("*.yaml"))
    _row("show one thing", _atlas(["show", thing], root))
    _row("stats", _atlas(["stats"], root))
    matrix = min(path.stem for path in (root / "knowledge" / "matrices").glob("*.yaml"))
    _row("a matrix as CSV", _atlas(["matrix", matrix, "--format", "csv"], root))
    _row("choose", _atlas(["choose", "--prefer", "startup-guest", "--format", "json"], root))


def _pages(root: Path) -> None:
    making = (
        "from time import process_time as now; from pathlib import Path;"
        "from isolation_atlas.knowledge.loading import collector_paused, load;"
        "from isolation_atlas.publishing.page import Page;"
        "from isolation_atlas.publishing.publish import outputs_of; from isolation_atlas.publishing.site import Site;"
        "knowledge = load(Path('knowledge')); spent, made, before = [0.0, 0.0], [0, 0], now()\n"
        "with collector_paused():\n"
        "    for output in outputs_of(Site.of(knowledge)):\n"
        "        page, after = isinstance(output, Page), now()\n"
        "        spent[page] += after - before; made[page] += 1; before = after\n"
        "print(made[1], spent[1], made[0], spent[0])"
    )
    pages, for_pages, files, for_files = _output(["-c", making], root).split()
    remark = f"{pages} pages, {1000 * float(for_pages) / int(pages):.1f} ms a page"
    print(f"| making all pages | | {float(for_pages):.2f} s | {remark} |")
    print(f"| making their data and texts | | {float(for_files):.2f} s | {files} files |")
    writing = (
        "import time; from pathlib import Path;"
        "from isolation_atlas.knowledge.loading import collector_paused, load;"
        "from isolation_atlas.publishing.publish import publish;"
        "knowledge = load(Path('knowledge')); started = time.process_time()\n"
        "with collector_paused():\n"
        "    done = publish(knowledge, Path('docs'))\n"
        "print(len(done.written), len(done.unchanged), time.process_time() - started)"
    )
    for what in ("all of it, downloads and writing, first time", "the same, nothing changed"):
        written, unchanged, seconds = _output(["-c", writing], root).split()
        print(f"| {what} | | {float(seconds):.2f} s | {written} written, {unchanged} unchanged |")


def _site(root: Path) -> None:
    command = ["-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(root / "site")]
    elapsed, processor = _processes(command, root, runs=1)
    pages = len(list((root / "site").rglob("*.html")))
    _row("the site with MkDocs", (elapsed, processor), f"{pages} pages, {1000 * processor / pages:.1f} ms a page")
    _row("checking the built pages", _atlas(["site-check", "site"], root, runs=1))
    print(f"| most memory of any process | | | {_most_memory():.0f} MiB |")
    for what, times in _edits(root):
        _row(what, times, "from the file to the built page, server running")


def _edits(root: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    from isolation_atlas.cli.project import Project
    from isolation_atlas.cli.serving.loop import Follower
    from isolation_atlas.cli.serving.state import LiveState
    from isolation_atlas.cli.serving.warm_engine import WarmEngine

    with _silent():
        follower = Follower(Project(root), WarmEngine(Project(root), root / "served"), LiveState())
        follower.start()
    fact = next((root / "knowledge" / "environments").glob("*.yaml"))
    for what, path in (
        ("an edit of a fact", fact),
        ("an edit of a page", root / "docs" / "contributing" / "format.md"),
    ):
        found = []
        for _ in range(3):
            path.write_text(path.read_text(encoding="utf-8") + EDITED, encoding="utf-8")
            used, started = time.process_time(), time.perf_counter()
            with _silent():
                follower.follow([path])
            found.append((time.perf_counter() - started, time.process_time() - used))
        yield what, (median(elapsed for elapsed, _ in found), median(processor for _, processor in found))


def _copy(folder: Path) -> Path:
    for name in COPIED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    manifest = folder / "docs" / "data" / ".generated.json"
    for path in json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else ():
        (folder / "docs" / path).unlink(missing_ok=True)
    return folder


def _edit(root: Path) -> None:
    path = min((root / "knowledge" / "environments").glob("*.yaml"))
    path.write_text(path.read_text(encoding="utf-8") + EDITED, encoding="utf-8")


def _atlas(
    arguments: list[str], root: Path, runs: int = RUNS, before: Callable[[], None] = lambda: None
) -> tuple[float, float]:
    code = "import sys; from isolation_atlas.cli import main; sys.exit(main())"
    return _processes(["-c", code, *arguments], root, runs, before)


def _processes(
    arguments: list[str], root: Path, runs: int = RUNS, before: Callable[[], None] = lambda: None
) -> tuple[float, float]:
    """Return the medians of elapsed and processor time, in seconds."""
    found = []
    for _ in range(runs):
        before()
        used, started = _used(), time.perf_counter()
        _output(arguments, root)
        found.append((time.perf_counter() - started, _used() - used))
    return median(elapsed for elapsed, _ in found), median(processor for _, processor in found)


def _output(arguments: list[str], root: Path) -> str:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise SystemExit(f"{' '.join(arguments)[:80]} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _row(what: str, times: tuple[float, float], remark: str = "") -> None:
    print(f"| {what} | {times[0]:.2f} s | {times[1]:.2f} s | {remark} |", flush=True)


@contextmanager
def _silent() -> Iterator[None]:
    kept, sys.stderr = sys.stderr, open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    try:
        yield
    finally:
        sys.stderr.close()
        sys.stderr = kept


if __name__ == "__main__":
    main()
