from __future__ import annotations

from isolation_atlas.checks.rule import all_rules
from isolation_atlas.checks.rule_docs import rule_pages


def test_every_rule_has_a_page_that_shows_its_report() -> None:
    pages = rule_pages()
    assert [page.id for page in pages] == list(all_rules())
    for page in pages:
        if page.id != "rule-crashed":
            assert page.failing != page.passing
            assert f" {page.severity} {page.id}: " in page.said.splitlines()[0]


def test_page_shows_the_files_whole() -> None:
    page = next(page for page in rule_pages() if page.id == "unknown-target")
    assert page.failing[0].text.startswith("name: Punt\n")
    assert "is-a: boot" in page.failing[0].text
    assert "is-a: boat" in page.passing[0].text
    assert page.said.splitlines()[1:] == ["    is-a: boot", "          ^^^^"]
