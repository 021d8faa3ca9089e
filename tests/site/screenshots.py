"""Pictures of every kind of page, to look at: ``python -m tests.site.screenshots FOLDER [SITE]``.

Each kind in light and dark colours on a wide window, and in light colours on a phone, as FOLDER/KIND-HOW.png, with a
page FOLDER/index.html that shows them side by side. SITE is the built site, ``site`` when it is not named.
"""

import argparse
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.site.browser import ARGUMENTS, find_browser
from tests.site.page_kinds import KINDS, page_of_kind
from tests.site.serving import BASE, serve
from tests.site.visits import visit

LOOKS = {"light": ("light", 1280), "dark": ("dark", 1280), "phone": ("light", 390)}
HIGHEST = 4000
"""How much of a page is taken, in pixels from its top."""


def take(browser: Browser, address: str, path: Path, *, scheme: str, width: int) -> None:
    """Write the picture of a page."""
    with visit(browser, address, scheme=scheme, width=width) as opened:
        opened.settle()
        height = min(HIGHEST, int(opened.page.evaluate("document.documentElement.scrollHeight")))
        opened.page.screenshot(path=path, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})


def overview(names: list[str]) -> str:
    """Return a page that shows the pictures of each kind side by side."""
    rows = (
        f"<h2>{escape(name)}</h2><p>"
        + "".join(
            f'<a href="{name}-{look}.png"><img src="{name}-{look}.png" alt="{look}" width="320"></a> ' for look in LOOKS
        )
        + "</p>"
        for name in names
    )
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages</title><h1>Pages</h1>'
    return f"{head}{''.join(rows)}</html>\n"


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    options = parser.parse_args()
    path = find_browser()
    if path is None:
        raise SystemExit("no Chromium or Chrome was found; name one in CHROME")
    options.folder.mkdir(parents=True, exist_ok=True)
    names = {kind.replace("/", "-").replace(".html", "-page"): kind for kind in (*KINDS, "choose")}
    with sync_playwright() as playwright, serve(options.site) as server:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for name, kind in names.items():
            address = f"{server}{BASE}/{page_of_kind(options.site, kind)}"
            for look, (scheme, width) in LOOKS.items():
                take(browser, address, options.folder / f"{name}-{look}.png", scheme=scheme, width=width)
        browser.close()
    (options.folder / "index.html").write_text(overview(list(names)), encoding="utf-8")
    print(f"{len(names) * len(LOOKS)} pictures in {options.folder}")


if __name__ == "__main__":
    main()
