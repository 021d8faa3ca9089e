"""Raw HTML behind fences: headings stay Markdown, everything else comes through unread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown  # type: ignore[import-untyped]

from isolation_atlas.fences import as_is
from isolation_atlas.publishing.fencing import fenced


def converted(text: str) -> str:
    fences = [{"name": "atlas", "class": "atlas", "format": as_is}]
    extensions = ["attr_list", "pymdownx.superfences"]
    markdown = Markdown(extensions=extensions, extension_configs={"pymdownx.superfences": {"custom_fences": fences}})
    return str(markdown.convert(text))


def test_headings_stay_and_html_comes_through() -> None:
    body = "<p>before</p>\n\n# One { #one }\n\n<p>a *b* {{ c }}</p>\n\n<p>d</p>\n## Two { #two }"
    assert fenced(body).count("~~~~~~~~ atlas\n") == 2
    assert converted(fenced(body)).split("\n") == [
        "<p>before</p>",
        '<h1 id="one">One</h1>',
        "<p>a *b* {{ c }}</p>",
        "",
        "<p>d</p>",
        '<h2 id="two">Two</h2>',
    ]


@pytest.mark.parametrize("inside", ["~~~~~~~~", "~~~~~~~~~~~~ atlas", "    ~~~~~~~~~", "# no heading", "```"])
def test_what_looks_like_a_fence_or_heading_does_not_end_the_block(inside: str) -> None:
    html = f"<pre>\n{inside}\n</pre>"
    assert converted(fenced(html)).strip() == html


@given(st.lists(st.text("<>&~#` ab", max_size=12), min_size=1, max_size=6))
def test_any_lines_come_through_as_they_are(lines: list[str]) -> None:
    """But for lines of blanks alone, which Markdown empties before anything else."""
    html = "\n".join(["<pre>", *(line if line.strip() else "" for line in lines), "</pre>"])
    assert converted(fenced(html)).strip() == html
