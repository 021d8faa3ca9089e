"""The examples of docs/contributing/extending.md do what the page says, as they stand there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from isolation_atlas.checks import rule as registry
from isolation_atlas.checks.examples import write_example
from isolation_atlas.checks.run import run_checks
from isolation_atlas.publishing.site import Site
from tests.knowledge_folder import knowledge_with

PAGE = Path(__file__).parents[2] / "docs/contributing/extending.md"
TODAY = date(2026, 6, 1)


def block(heading: str) -> dict[str, Any]:
    part = PAGE.read_text("utf-8").split(f"## {heading}\n")[1]
    found = re.search(r"```python\n(.*?)```", part, re.DOTALL)
    assert found
    names: dict[str, Any] = {}
    exec(compile(found[1], str(PAGE), "exec"), names)  # noqa: S102
    return names


def test_rule(tmp_path: Path) -> None:
    before = dict(registry.all_rules())
    try:
        block("A rule")
        added = registry.all_rules()["name-too-long"]
        assert added.example is not None
        write_example(added.example, tmp_path / "knowledge", bad=True)
        (finding,) = run_checks(tmp_path / "knowledge", today=TODAY, use_cache=False).findings
        assert (finding.rule, finding.place.line, finding.place.column) == ("name-too-long", 1, 7)
    finally:
        registry._REGISTERED.clear()
        registry._REGISTERED.update(before)


def test_format(tmp_path: Path) -> None:
    result = run_checks(tmp_path / "nothing", today=TODAY, use_cache=False)
    assert block("A format of findings")["write"](result, False).startswith("nothing/ontology.yaml:1: no-ontology\n")


def test_kind_of_page(tmp_path: Path) -> None:
    (page,) = block("A kind of page")["oldest_source_pages"](Site.of(knowledge_with(tmp_path)))
    assert "<li>1907-05: Survey of the crossings</li>" in page.content.decode()
