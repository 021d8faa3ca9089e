"""New facts and relations land in the right place, and the file stays as it was otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.editing.adding import new_thing, with_fact, with_relation
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.loading import load

ONTOLOGY = """
title: T
question: Q
kinds:
  thing: {role: subject, folder: things, name: Thing, plural: Things, says: S., levels: {one: {says: S., plural: Ones}}}
  property: {role: property, folder: properties, name: Property, plural: Properties, says: S.}
groups:
  first: {name: First, says: S.}
  second: {name: Second, says: S.}
relations:
  part-of: {from: [thing], to: [thing], inverse: has-part, says: S.}
"""
PROPERTY = "name: {0}\ngroup: {1}\nsort: flag\nbetter: none\ndefinition: D.\n"
FILE = "things/a.yaml"


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    for name, text in {
        "ontology.yaml": ONTOLOGY,
        "properties/early.yaml": PROPERTY.format("Early", "first"),
        "properties/late.yaml": PROPERTY.format("Late", "second"),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(tmp_path)


def test_a_first_fact(knowledge: Knowledge) -> None:
    text = "name: A # the first\nlevel: one\n"
    after = with_fact(text, FILE, "late", {"value": "yes", "claim": "It does: always."}, knowledge)
    assert after == (
        'name: A  # the first\nlevel: one\nfacts:\n  late:\n    - value: yes\n      claim: "It does: always."\n'
    )


def test_a_further_fact_stands_last_and_groups_keep_their_order(knowledge: Knowledge) -> None:
    text = "name: A\nlevel: one\nfacts:\n  late: [{value: yes}]\n"
    once = with_fact(text, FILE, "late", {"value": "no"}, knowledge)
    twice = with_fact(once, FILE, "early", {"value": "partial"}, knowledge)
    assert twice == (
        "name: A\nlevel: one\nfacts:\n  early:\n    - value: partial\n  late:\n    - {value: yes}\n    - value: no\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: A\nlevel: one\n", "name: A\nlevel: one\npart-of:\n  - to: b\n"),
        ("name: A\nlevel: one\npart-of: c\n", "name: A\nlevel: one\npart-of:\n  - c\n  - to: b\n"),
        ("name: A\nlevel: one\npart-of: [c]\n", "name: A\nlevel: one\npart-of:\n  - c\n  - to: b\n"),
    ],
)
def test_relations(before: str, after: str, knowledge: Knowledge) -> None:
    assert with_relation(before, FILE, "part-of", {"to": "b"}, knowledge) == after


def test_a_new_file_is_in_canonical_order_with_its_modeline(knowledge: Knowledge) -> None:
    text = new_thing("things/sub/b.yaml", "thing", {"level": "one", "aliases": ["x", "1"], "name": "B"}, knowledge)
    head = "# yaml-language-server: $schema=../../../schema/thing.json\n"
    assert text == head + "name: B\nlevel: one\naliases: [x, 1]\n"
