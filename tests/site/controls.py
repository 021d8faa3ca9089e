"""What a reader operates on a page, as it is laid out: what is cut off, and what lies over something else."""

from playwright.sync_api import Page

SCRIPT = r"""() => {
    const CONTROLS = "a[href], button, summary, select, input, textarea, label";
    const PARTS = "header.md-header, .md-tabs, article.md-content__inner, footer";
    const box = (left, top, right, bottom) => ({left, top, right, bottom});
    const meet = (one, other) => box(
        Math.max(one.left, other.left), Math.max(one.top, other.top),
        Math.min(one.right, other.right), Math.min(one.bottom, other.bottom));
    const wide = area => area.right - area.left, high = area => area.bottom - area.top;
    const seen = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true})
        && !element.closest(".md-search, .hidden-word, [aria-hidden=true], .md-skip, .headerlink");
    const said = element => `${element.tagName.toLowerCase()} "${
        (element.getAttribute("aria-label") || element.innerText || element.value || "").trim().slice(0, 40)}"`;
    const faults = [], places = [];
    for (const control of document.querySelectorAll(PARTS.split(", ").map(part => `${part} :is(${CONTROLS})`))) {
        if (!seen(control)) continue;
        for (const rect of control.getClientRects()) {
            if (rect.width < 2 || rect.height < 2) continue;
            let shown = box(rect.left, rect.top, rect.right, rect.bottom);
            for (let above = control.parentElement; above && above !== document.body; above = above.parentElement) {
                const {overflowX, overflowY, display} = getComputedStyle(above);
                if (display.startsWith("inline") && display === "inline") continue;
                if (overflowX === "visible" && overflowY === "visible") continue;
                const inner = meet(shown, above.getBoundingClientRect());
                const scrolls = [overflowX, overflowY].some(each => each === "auto" || each === "scroll");
                if (!scrolls && (wide(shown) - wide(inner) > 2 || high(shown) - high(inner) > 2))
                    faults.push(`cut off: ${said(control)} by ${above.className}`);
                shown = inner;
                if (wide(shown) <= 2 || high(shown) <= 2) break;
            }
            if (wide(shown) > 2 && high(shown) > 2) places.push({control, shown});
        }
    }
    places.sort((one, other) => one.shown.top - other.shown.top);
    places.forEach(({control, shown}, index) => {
        for (let next = index + 1; next < places.length && places[next].shown.top < shown.bottom - 3; next += 1) {
            const other = places[next];
            if (control.contains(other.control) || other.control.contains(control)) continue;
            const both = meet(shown, other.shown);
            if (wide(both) > 3 && high(both) > 3) faults.push(`overlap: ${said(control)} and ${said(other.control)}`);
        }
    });
    return [...new Set(faults)];
}"""


def faults_of_controls(page: Page) -> list[str]:
    """Return the controls that are cut off where nobody can scroll, and those that lie over each other."""
    found: list[str] = page.evaluate(SCRIPT)
    return found
