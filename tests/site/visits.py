"""Opens pages and notes everything that went wrong meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote, urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, Route

WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN_AXE = """async tags => {
    const results = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
    return results.violations.flatMap(violation =>
        violation.nodes.map(node => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}"""

# https://web.dev/articles/cls: what moves of itself, as a share of the window times the distance.
NOTE_SHIFTS = """globalThis.layoutShift = 0;
new PerformanceObserver(shifts => {
    for (const shift of shifts.getEntries()) if (!shift.hadRecentInput) globalThis.layoutShift += shift.value;
}).observe({type: "layout-shift", buffered: true});"""
PAINTED = """new Promise(painted => {
    new PerformanceObserver(() => requestAnimationFrame(painted)).observe({type: "paint", buffered: true});
})"""

UNFOLD = "document.querySelectorAll('article details:not(.matrix-chooser)').forEach(each => { each.open = true; })"


@dataclass(slots=True)
class Visit:
    """A page and what went wrong on it so far."""

    page: Page
    faults: list[str] = field(default_factory=list)
    loaded: set[str] = field(default_factory=set)
    """The paths of all files that came."""

    def note_message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"console: {message.text}")

    def note_request(self, request: Request) -> None:
        if urlsplit(request.url).hostname not in {"127.0.0.1", None}:
            self.faults.append(f"outside request: {request.url}")

    def note_response(self, response: Response) -> None:
        self.loaded.add(unquote(urlsplit(response.url).path))
        if response.status >= 400:
            self.faults.append(f"status {response.status}: {response.url}")

    def settle(self) -> None:
        """Wait until the page has loaded everything that its scripts ask for."""
        self.page.wait_for_load_state("networkidle")

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        script = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
        return max(0, int(self.page.evaluate(script)))

    def layout_shift(self) -> float:
        """Return the sum of all layout shifts so far; only of a visit whose scripts came late."""
        return float(self.page.evaluate("globalThis.layoutShift"))

    def unfold(self) -> None:
        """Open every menu and every folded part of the article; of the choosers of a matrix only one can be open."""
        self.page.evaluate(UNFOLD)

    def violations(self) -> list[str]:
        """Return the violations of WCAG 2.2 A and AA that axe finds in what is open now."""
        self.page.evaluate(AXE_SCRIPT)
        found: list[str] = self.page.evaluate(RUN_AXE, WCAG_22_AA)
        return found


def _open_with_late_scripts(page: Page, url: str) -> None:
    """Open a page as a slow network does: it is painted before its scripts arrive, and what they add can move it."""
    held: list[Route] = []
    painted = False

    def pass_when_painted(route: Route) -> None:
        if painted:
            route.continue_()
        else:
            held.append(route)

    page.add_init_script(NOTE_SHIFTS)
    page.route("**/*.js", pass_when_painted)
    page.goto(url, wait_until="commit")
    page.evaluate(PAINTED)
    painted = True
    for route in held:
        route.continue_()


@contextmanager
def visit(
    browser: Browser,
    url: str,
    *,
    width: int = 1280,
    scheme: str = "light",
    scripts: bool = True,
    late_scripts: bool = False,
    forced_colours: bool = False,
) -> Iterator[Visit]:
    """Return a visit to an address in a new, empty browser profile; it ends with the block."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
        reduced_motion="reduce",
        forced_colors="active" if forced_colours else "none",
    )
    opened = Visit(context.new_page())
    opened.page.on("console", partial(Visit.note_message, opened))
    opened.page.on("pageerror", lambda error: opened.faults.append(f"script: {error}"))
    opened.page.on("request", partial(Visit.note_request, opened))
    opened.page.on("response", partial(Visit.note_response, opened))
    try:
        if late_scripts:
            _open_with_late_scripts(opened.page, url)
        else:
            opened.page.goto(url)
        yield opened
    finally:
        context.close()
