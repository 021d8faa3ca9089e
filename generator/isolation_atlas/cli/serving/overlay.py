"""What the server adds to a page: the script that follows edits, and what is wrong with the latest one."""

from __future__ import annotations

import re
from html import escape

from isolation_atlas.cli.serving.state import Problem, Shown

PREFIX = "/~atlas/"
_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
_END = re.compile(rb"</body\s*>", re.IGNORECASE)
_BOX = (
    "position:fixed;z-index:1000;inset:auto 0 0 0;max-height:60vh;overflow:auto;padding:1rem 1.5rem;"
    "background:#fff8f6;color:#1c1b1f;border-top:4px solid #b3261e;font:16px/1.5 system-ui,sans-serif"
)
_ENTRY = "margin:.75rem 0 0;font:14px/1.45 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere"
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{title}</title></head>"
    '<body style="font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem">'
    "<h1>{title}</h1><p>{text}</p></body></html>"
)


def with_overlay(html: bytes, shown: Shown) -> bytes:
    """Return a page's HTML with the script and, if there is one, the problem."""
    script = f'<script src="{PREFIX}reload.js" data-version="{escape(shown.version)}" defer></script>'.encode()
    ends = list(_END.finditer(html))
    at = ends[-1].start() if ends else len(html)
    html = html[:at] + script + html[at:]
    if shown.problem is None:
        return html
    box = _box(shown.problem).encode()
    body = _BODY.search(html)
    return html[: body.end()] + box + html[body.end() :] if body else box + html


def waiting_page(shown: Shown) -> bytes:
    """Return the page for every address as long as there is no site."""
    if shown.problem is not None:
        return _page("There is no site yet", "The first build failed; mend what is listed and save.")
    return _page("Building the site", "The first build takes some seconds; this page follows by itself.")


def missing_page(path: str) -> bytes:
    """Return the page for an address that does not exist, where the site has none of its own."""
    return _page("Not found", f"There is no {escape(path)} on this site.")


def _page(title: str, text: str) -> bytes:
    return _PAGE.format(title=title, text=text).encode()


def _box(problem: Problem) -> str:
    entries = "".join(f'<pre style="{_ENTRY}">{escape(entry)}</pre>' for entry in problem.entries)
    heading = f'<summary style="cursor:pointer"><strong>{escape(problem.heading)}</strong></summary>'
    return f'<div role="alert" style="{_BOX}"><details open>{heading}{entries}</details></div>'
