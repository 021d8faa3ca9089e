"""The generator's pages and pictures know no field of knowledge: no thing of the real one is named in them."""

import re
from pathlib import Path

import pytest

from isolation_atlas.knowledge.loading import load

ROOT = Path(__file__).parents[2]
PUBLISHING = ROOT / "generator" / "isolation_atlas" / "publishing"
SOURCES = [
    path
    for folder in ("pages", "pictures", "templates", "views")
    for path in sorted((PUBLISHING / folder).rglob("*"))
    if path.suffix in (".py", ".jinja")
]
COMMON = {"edge"}
"""Ids that are words of graphs or of English as well."""


@pytest.fixture(scope="module")
def ids() -> frozenset[str]:
    knowledge = load(ROOT / "knowledge")
    return frozenset({*knowledge.subjects, *knowledge.needs, *knowledge.topics, *knowledge.properties} - COMMON)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_thing_of_the_real_knowledge_is_named(ids: frozenset[str], path: Path) -> None:
    words = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", path.read_text(encoding="utf-8").lower()))
    assert words & ids == set()
