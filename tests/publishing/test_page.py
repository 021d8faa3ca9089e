"""The file of a page: front matter that any YAML reader understands, and a body that macros leave alone."""

import pytest
import yaml

from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.templating import heading_text


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
    ],
)
def test_a_heading_means_nothing_to_markdown(text: str, expected: str) -> None:
    assert heading_text(text) == expected
