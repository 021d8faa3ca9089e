"""Leaves out of the theme what no page uses: of its style sheets rules that browsers would try on every element.

Of the theme's rules a seventh are for tabs in the text, each with a selector that ends in any element; and one rule for
the moment in which colours change makes the browser work out the style of the whole page twice whenever a page opens.
The rules for tables without a class make it do so whenever the class of any element changes, since what they end in may
be anything; they say instead of which classes a table must not be. And the theme's script tells the browser the colours
of its bars in an element that it adds when a page opens, which costs the style of the whole page twice more; the site's
own style sheet says the same, so that element gets a name that means nothing.

Of the site's own scripts and style sheets only the comments are left out: in scripts they are a quarter of the weight.
"""

import re
from pathlib import Path

UNUSED = (
    *(".arithmatex", ".critic", ".footnote", ".keys", ".linenos", ".md-annotation", ".md-author", ".md-banner"),
    *(".md-consent", ".md-feedback", ".md-path", ".md-post", ".md-progress", ".md-select", ".md-social"),
    *(".md-status", ".md-version", ".tabbed-", ".task-list"),
    "[data-md-color-switching]",
)
"""What the selectors of the rules have in them: classes of the theme's that no page has."""
TABLES = ("comparison", "coverage", "highlighttable", "known", "listing", "matrix", "places", "standings")
"""The classes of the tables that pages have; all other tables are plain ones that somebody wrote."""
_PLAIN, _NONE_OF_OURS = "table:not([class])", f"table:not({','.join(f'.{each}' for each in TABLES)})"
_RULE = re.compile(r"([^{}@;]+)(\{[^{}]*\})")
_SHEETS = ("main.*.css", "palette.*.css")
_COMMENTS = {
    "javascripts/**/*.js": re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL),
    "stylesheets/**/*.css": re.compile(r"^[ \t]*/\*.*?\*/\n+", re.MULTILINE | re.DOTALL),
}
"""Comments that begin a line: others are left, since the same signs may stand in a text."""
_COMMA = re.compile(r",(?![^(\[]*[)\]])")


def thin_styles(site_dir: Path) -> None:
    """Rewrite the theme's style sheets in a built site without the rules that no page uses."""
    for pattern in _SHEETS:
        for path in sorted((site_dir / "assets" / "stylesheets").rglob(pattern)):
            text = path.read_text(encoding="utf-8")
            path.write_text(thinned(text), encoding="utf-8")


def drop_comments(site_dir: Path) -> None:
    """Rewrite the site's own scripts and style sheets in a built site without comments that have lines of their own."""
    for pattern, comment in _COMMENTS.items():
        for path in sorted((site_dir / "assets").glob(pattern)):
            if ".min." not in path.name:
                path.write_text(comment.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")


def quieten_script(site_dir: Path) -> None:
    """Rewrite the theme's script in a built site so that it leaves the colours of the bars to style sheets."""
    for path in sorted((site_dir / "assets" / "javascripts").rglob("bundle.*.js")):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('name:"color-scheme"', 'name:"theme-color-scheme"'), encoding="utf-8")


def thinned(css: str) -> str:
    """Return a style sheet without what no page uses, and with plain tables told by what they are not."""
    return _RULE.sub(_kept, css).replace(_PLAIN, _NONE_OF_OURS)


def _kept(rule: re.Match[str]) -> str:
    selectors = _COMMA.split(rule[1])
    kept = [each for each in selectors if not any(unused in each for unused in UNUSED)]
    return ",".join(kept) + rule[2] if kept else ""
