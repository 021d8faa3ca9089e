"""Terms on generated pages: linked at their first use in running text, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.page import Page
from isolation_atlas.publishing.publish import outputs_of
from isolation_atlas.publishing.site import Site
from tests.knowledge_folder import knowledge_with

BRAKES = Path(__file__).parents[2] / "another_domain" / "knowledge"
PUNT = """
name: Punt
level: design
summary: A flat boat, lighter than a pier and than two piers.
is-a: boat
facts:
  capacity:
    - value: 300 kg
      claim: The capacity of a punt, a boat, says little of its Sturdiness.
      context: On the Boat Race, no pier was near; capacity <b>.
      source: survey-1907
      locator: table 2
      verified: 2026-01-10
"""
LINK = re.compile(r'<a class="term" href="([^"]*)">([^<]*)</a>')


def bodies(folder: Path) -> dict[str, str]:
    outputs = outputs_of(Site.of(knowledge_with(folder, {"crossings/punt.yaml": PUNT})))
    return {output.path: output.body for output in outputs if isinstance(output, Page)}


def test_each_term_leads_to_its_meaning_where_the_page_uses_it_first(tmp_path: Path) -> None:
    body = bodies(tmp_path)["crossings/punt.md"]
    assert LINK.findall(body) == [
        ("../glossary.html#thing-boat", "boat"),
        ("../glossary.html#thing-pier", "pier"),
        ("../glossary.html#property-capacity", "capacity"),
        ("../glossary.html#property-sturdiness", "Sturdiness"),
    ]
    assert "and than two piers." in body
    assert "no pier was near; capacity &lt;b&gt;." in body


def test_a_page_does_not_explain_its_own_name(tmp_path: Path) -> None:
    made = bodies(tmp_path)
    for path, anchor in (("crossings/pier.md", "thing-pier"), ("properties/capacity.md", "property-capacity")):
        assert not [href for href, _ in LINK.findall(made[path]) if href.endswith(f"#{anchor}")]
    assert not LINK.findall(made["glossary.md"])


def test_every_link_has_an_entry_stands_outside_of_links_and_leaves_no_marks() -> None:
    made = {output.path: output.body for output in outputs_of(Site.of(load(BRAKES))) if isinstance(output, Page)}
    entries = set(re.findall(r'<dt id="([^"]+)"', made["glossary.md"]))
    links = [href.partition("#")[2] for body in made.values() for href, _ in LINK.findall(body)]
    assert links
    assert set(links) <= entries
    for body in made.values():
        assert not re.search(r"[\x02\x03]", body)
        assert not re.search(r"<a\b[^>]*>(?:(?!</a>).)*<a\b", body, re.DOTALL)
        assert len({href for href, _ in LINK.findall(body)}) == len(LINK.findall(body))
