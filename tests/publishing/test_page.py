"""The file of a page: front matter that any YAML reader understands, and a body that macros leave alone."""

import re
import string
from html import unescape

import markdown  # type: ignore[import-untyped]
import pytest
import yaml

from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.templating import heading_text

EXTENSIONS = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.superfences"]


def front_matter(page: Page) -> dict[str, object]:
    found = yaml.safe_load(page.content.decode().split("---\n")[1])
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("text", ["plain", 'a "quoted": {{ word }}', "# not a comment", "- ★ \\ ' &amp; <b>"])
def test_title_and_description_survive(text: str) -> None:
    found = front_matter(Page("a.md", text, text, ""))
    assert (found["title"], found["description"]) == (text, text)


def test_macros_are_off_and_the_page_says_that_it_is_generated() -> None:
    found = front_matter(Page("a.md", "A", "B", "{{ unknown }}", "knowledge/a.yaml", searchable=False))
    assert found["generated"] is True
    assert found["render_macros"] is False
    assert found["source"] == "knowledge/a.yaml"
    assert found["search"] == {"exclude": True}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        ("a *star* and _line_", r"a \*star\* and \_line\_"),
        ("<b> {#id}", r"&lt;b&gt; \{\#id\}"),
        ("two\nlines", "two lines"),
        ("under 1 s: R&D", "under 1 s&#58; R&amp;D"),
    ],
)
def test_a_heading_means_nothing_to_markdown(text: str, expected: str) -> None:
    assert heading_text(text) == expected


@pytest.mark.parametrize("sign", string.punctuation)
def test_every_sign_in_a_heading_is_shown_as_it_is(sign: str) -> None:
    text = f"one{sign}two {sign} {sign}{sign}three{sign}{sign} {sign}four{sign} &amp; 5 {sign}"
    read = markdown.markdown(f"## {heading_text(text)} {{ #here }}", extensions=EXTENSIONS)
    shown = re.fullmatch(r'<h2 id="here">([^<]*)</h2>', read)
    assert shown
    assert unescape(shown[1]) == text
