"""Dated topics as a table on whatever they point at, also on other topics."""

from __future__ import annotations

from pathlib import Path

from isolation_atlas.checks.examples import base_files
from isolation_atlas.publishing.datasets.markdown_twins import twin_files
from isolation_atlas.publishing.pages.topic import topic_view
from isolation_atlas.publishing.site import Site
from tests.knowledge_folder import knowledge_with

STORM = """
  storm:
    role: topic
    folder: storms
    name: Storm
    plural: Storms
    says: A storm that was recorded.
    fields:
      day: {name: Day, sort: date, says: When it came.}
      side: {name: Side, sort: term, says: From where it came., terms: {from-west: From the sea.}}
groups:"""
RELATION = "relations:\n  case-of: {from: [storm], to: [hazard], inverse: seen-in, says: It is a case of the hazard.}\n"


def site_of(folder: Path) -> Site:
    ontology = base_files()["ontology.yaml"].replace("\ngroups:", STORM).replace("relations:\n", RELATION)
    storms = {
        f"storms/{name}.yaml": f"name: {name.title()}\nsummary: It blew.\nday: {day}\nside: from-west\ncase-of: flood\n"
        for name, day in (("gale", "1901-02-03"), ("squall", "1905-06-07"))
    }
    return Site.of(knowledge_with(folder, {"ontology.yaml": ontology, **storms}))


def test_a_topic_shows_its_cases_with_their_first_term_the_newest_first(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    view = topic_view(site, site.knowledge.topics["flood"])
    (kind,) = view.events
    assert kind.name == "Storms"
    assert [(each.topic.text, each.terms_name, each.terms) for each in kind.events] == [
        ("Squall", "Side", "from west"),
        ("Gale", "Side", "from west"),
    ]
    assert "seen-in" not in {relation.id for relation in view.relations}


def test_its_markdown_says_the_same(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    text = next(file.content.decode() for file in twin_files(site, {}) if file.path == "hazards/flood.md")
    cases = text.partition("\n## Storms\n")[2].partition("\n\n")[0].strip().splitlines()
    assert "seen in" not in text
    assert cases == [
        "- 1905-06-07: [Squall](../storms/squall.md) (case of; Side: from west) It blew.",
        "- 1901-02-03: [Gale](../storms/gale.md) (case of; Side: from west) It blew.",
    ]
