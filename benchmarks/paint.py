"""How soon a page shows and answers on a slow processor, as a table.

    python benchmarks/paint.py [--site site] [--slower 4] [--runs 5] [--all]

Chromium slows its processor down by the factor. Of the largest matrix, or with ``--all`` of a page of each kind, it
tells the first and the largest paint, the sum of what tasks take beyond 50 ms after the first paint (total blocking
time), the longest task, and the layout shift; of the largest matrix also how long it takes from a key press to the next
frame when a column is sorted, rows are filtered, and the evidence of a cell is opened (interaction to next paint).
Figures are medians in milliseconds. Nothing here fails; on a machine that does other work the figures tell little.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from tests.site.browser import ARGUMENTS, find_browser  # noqa: E402 - the tests are no installed package
from tests.site.page_kinds import KINDS, page_of_kind  # noqa: E402
from tests.site.serving import BASE, serve  # noqa: E402

WIDTHS = (390, 1280)
# https://web.dev/articles/tbt, https://web.dev/articles/lcp, https://web.dev/articles/inp
OBSERVE = """globalThis.seen = {largest: 0, shift: 0, tasks: [], events: []};
const note = (type, act, more = {}) =>
    new PerformanceObserver(list => list.getEntries().forEach(act)).observe({type, buffered: true, ...more});
note("largest-contentful-paint", entry => { seen.largest = entry.startTime; });
note("layout-shift", entry => { if (!entry.hadRecentInput) seen.shift += entry.value; });
note("longtask", entry => seen.tasks.push([entry.startTime, entry.duration]));
note("event", entry => { if (entry.interactionId) seen.events.push(entry.duration); }, {durationThreshold: 16});"""
PAINTS = """() => {
    const first = performance.getEntriesByName("first-contentful-paint")[0].startTime;
    const late = seen.tasks.filter(([start, length]) => start + length > first);
    const blocked = late.reduce((sum, [start, length]) => sum + Math.max(0, length - 50), 0);
    return [first, seen.largest, blocked, Math.max(0, ...late.map(task => task[1])), seen.shift];
}"""
SORT = "table[data-matrix] thead button.sort >> nth=1"
FIND = "input.matrix-find"
CELL = "table[data-matrix] td[data-state=value] a.cell >> nth=0"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=REPOSITORY / "site", help="the built site")
    parser.add_argument("--slower", type=float, default=4, help="by how much the processor is slowed down")
    parser.add_argument("--runs", type=int, default=5, help="how often each page is opened")
    parser.add_argument("--all", action="store_true", help="a page of each kind")
    options = parser.parse_args()
    path = find_browser()
    if path is None:
        raise SystemExit("no Chromium or Chrome was found; name one in CHROME")
    print(
        f"{options.slower:g} times slower, median of {options.runs}, load {os.getloadavg()[0]:.1f} before the start\n"
    )
    kinds = [*KINDS, "choose"] if options.all else ["matrices"]
    with sync_playwright() as playwright, serve(options.site, compressed=True) as server:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        addresses = {kind: f"{server}{BASE}/{page_of_kind(options.site, kind)}" for kind in kinds}
        print("| page | width | first paint | largest paint | blocked | longest task | shift |")
        print("|---|---:|---:|---:|---:|---:|---:|")
        for kind, address in addresses.items():
            for width in WIDTHS:
                paints(browser, kind, address, width, options.slower, options.runs)
        print("\n| on the largest matrix | width | to the next frame |\n|---|---:|---:|")
        for width in WIDTHS:
            interactions(browser, addresses["matrices"], width, options.slower, options.runs)
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, width: int, slower: float) -> Iterator[Page]:
    """Return a page in a slowed-down browser, once it is quiet."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(OBSERVE)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def paints(browser: Browser, kind: str, address: str, width: int, slower: float, runs: int) -> None:
    """Print the line of a page."""
    found = []
    for _ in range(runs):
        with opened(browser, address, width, slower) as page:
            found.append(page.evaluate(PAINTS))
    *times, shift = (median(values) for values in zip(*found, strict=True))
    print(f"| {kind} | {width} | {' | '.join(f'{each:.0f}' for each in times)} | {shift:.3f} |", flush=True)


def interactions(browser: Browser, address: str, width: int, slower: float, runs: int) -> None:
    """Print the lines of what a reader does on a matrix."""
    acts: dict[str, tuple[str, Callable[[Page], None]]] = {
        "sorting a column": (SORT, lambda page: page.keyboard.press("Enter")),
        "a letter into the filter": (FIND, lambda page: page.keyboard.press("k")),
        "opening the evidence of a cell": (CELL, lambda page: page.keyboard.press("Enter")),
    }
    for name, (selector, act) in acts.items():
        found = []
        for _ in range(runs):
            with opened(browser, address, width, slower) as page:
                page.locator(selector).focus()
                page.wait_for_timeout(300)
                page.evaluate("() => { seen.events.length = 0; }")
                act(page)
                page.wait_for_timeout(700)
                # Nothing shorter than a frame is reported.
                found.append(max(page.evaluate("seen.events"), default=16))
        print(f"| {name} | {width} | {median(found):.0f} |", flush=True)


if __name__ == "__main__":
    main()
