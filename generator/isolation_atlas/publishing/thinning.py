"""Leaves out of the theme's style sheets what no page of the site uses, which browsers would try on every element.

Of the theme's rules a seventh are for tabs in the text, each with a selector that ends in any element; and one rule for
the moment in which colours change makes the browser work out the style of the whole page twice whenever a page opens.
"""

import re
from pathlib import Path

UNUSED = (".tabbed-", "[data-md-color-switching]")
"""What the selectors of the rules have in them."""
_RULE = re.compile(r"([^{}@;]+)(\{[^{}]*\})")
_SHEETS = ("main.*.css", "palette.*.css")
_COMMA = re.compile(r",(?![^(\[]*[)\]])")


def thin_styles(site_dir: Path) -> None:
    """Rewrite the theme's style sheets in a built site without the rules that no page uses."""
    for pattern in _SHEETS:
        for path in sorted((site_dir / "assets" / "stylesheets").rglob(pattern)):
            text = path.read_text(encoding="utf-8")
            path.write_text(thinned(text), encoding="utf-8")


def thinned(css: str) -> str:
    """Return a style sheet without the rules, and the parts of selector lists, that no page uses."""
    return _RULE.sub(_kept, css)


def _kept(rule: re.Match[str]) -> str:
    selectors = _COMMA.split(rule[1])
    kept = [each for each in selectors if not any(unused in each for unused in UNUSED)]
    return ",".join(kept) + rule[2] if kept else ""
