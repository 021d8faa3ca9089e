"""Lighthouse on five kinds of pages, as a table; ends with 1 where a score is below its target.

    python benchmarks/lighthouse.py [--site site] [--runs 3] [--report FOLDER]

Needs Node.js, npm and Chromium. The version of Lighthouse named below is installed into ``.cache/lighthouse`` with
npm, once. The site is served compressed, as hosting services do, and judged as on a slow phone, which is Lighthouse's
own setting. Performance is a timing: each page is measured several times, and the median counts. On a machine that does
other work it tells little, whereas the three other scores are always the same.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from tests.site.browser import ARGUMENTS, find_browser  # noqa: E402 - the tests are no installed package
from tests.site.page_kinds import page_of_kind  # noqa: E402
from tests.site.serving import BASE, serve  # noqa: E402

LIGHTHOUSE = "12.8.2"
"""Runs with Node.js 18 and later, under the Apache License 2.0."""
FOLDER = REPOSITORY / ".cache" / "lighthouse"
PAGES = {
    "home": "index.html",
    "technology": "environments",
    "property": "properties",
    "largest matrix": "matrices",
    "guide": "choose",
}
TARGETS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TIMINGS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
FLAGS = ["--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", *ARGUMENTS]


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page, and what Lighthouse reported of it in each run."""

    name: str
    path: str
    reports: tuple[dict[str, Any], ...]

    def score(self, category: str) -> int:
        """Return the median of a score, from 0 to 100."""
        return round(median(100 * (report["categories"][category]["score"] or 0) for report in self.reports))

    def timing(self, audit: str) -> float:
        """Return the median of a figure: milliseconds, or the share of the layout shift."""
        return float(median(report["audits"][audit]["numericValue"] for report in self.reports))

    def faults(self) -> list[str]:
        """Return what costs points of a score that is not a timing."""
        report = self.reports[-1]
        audits = {
            each["id"] for name in TARGETS if name != "performance" for each in report["categories"][name]["auditRefs"]
        }
        failed = (report["audits"][each] for each in sorted(audits))
        return [f"{self.path}: {each['id']}: {each['title']}" for each in failed if each["score"] == 0]


def main() -> int:
    """Print the table and return the status for the shell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=REPOSITORY / "site", help="the built site")
    parser.add_argument("--runs", type=int, default=3, help="how often each page is measured")
    parser.add_argument("--report", type=Path, help="a folder for the reports of the last run, as HTML")
    options = parser.parse_args()
    program = install()
    print(f"Lighthouse {LIGHTHOUSE}, median of {options.runs}, load {os.getloadavg()[0]:.1f} before the start\n")
    print("| page | performance | accessibility | best practices | SEO | first, largest paint | blocked | shift |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    pages = []
    with serve(options.site, compressed=True) as server:
        for name, kind in PAGES.items():
            path = page_of_kind(options.site, kind)
            reports = tuple(report(program, f"{server}{BASE}/{path}", options.report) for _ in range(options.runs))
            pages.append(Page(name, path, reports))
            print_row(pages[-1])
    missed = [page for page in pages if any(page.score(name) < least for name, least in TARGETS.items())]
    for page in pages:
        print("".join(f"\n{fault}" for fault in page.faults()), end="")
    return 1 if missed else 0


def install() -> Path:
    """Return the program, installed if it is not there in this version."""
    program = FOLDER / "node_modules" / ".bin" / "lighthouse"
    manifest = FOLDER / "node_modules" / "lighthouse" / "package.json"
    if manifest.is_file() and json.loads(manifest.read_bytes())["version"] == LIGHTHOUSE:
        return program
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("Lighthouse needs Node.js and npm; install them first")
    FOLDER.mkdir(parents=True, exist_ok=True)
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    subprocess.run([npm, "install", *quiet, f"lighthouse@{LIGHTHOUSE}"], cwd=FOLDER, check=True)
    return program


def report(program: Path, url: str, kept: Path | None) -> dict[str, Any]:
    """Return Lighthouse's report of an address."""
    browser = find_browser()
    if browser is None:
        raise SystemExit("no Chromium or Chrome was found; name one in CHROME")
    # Chromium's own sandbox does not work for root.
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with TemporaryDirectory() as folder:
        written = Path(folder) / "page"
        forms = ["--output=json", "--output=html", f"--output-path={written}"]
        command = [str(program), url, "--quiet", *forms, f"--chrome-flags={' '.join(flags)}"]
        subprocess.run(command, env=os.environ | {"CHROME_PATH": str(browser)}, check=True)
        if kept is not None:
            kept.mkdir(parents=True, exist_ok=True)
            name = url.rpartition(BASE)[2].strip("/").replace("/", "-")
            shutil.copy(f"{written}.report.html", kept / name)
        read: dict[str, Any] = json.loads(Path(f"{written}.report.json").read_bytes())
        return read


def print_row(page: Page) -> None:
    """Print the line of the table for a page."""
    scores = " | ".join(str(page.score(name)) for name in TARGETS)
    paint, largest, blocked, shift = (page.timing(audit) for audit in TIMINGS)
    print(
        f"| {page.name} | {scores} | {paint / 1000:.1f}, {largest / 1000:.1f} s | {blocked:.0f} ms | {shift:.3f} |",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
