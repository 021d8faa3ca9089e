"""The reference of fields says what the reading reads."""

from __future__ import annotations

import re
from pathlib import Path

from isolation_atlas.knowledge.kind_shapes import kind_shape
from isolation_atlas.publishing.pages.fields import PATH, field_pages
from isolation_atlas.publishing.site import Site
from tests.knowledge_folder import knowledge_with


def test_every_field_of_every_kind_is_there(tmp_path: Path) -> None:
    knowledge = knowledge_with(tmp_path)
    (page,) = field_pages(Site.of(knowledge))
    assert page.path == PATH
    for kind in knowledge.ontology.kinds:
        shape = kind_shape(kind, knowledge.ontology)
        part = page.body.split(f"{{ #{shape.slug} }}")[1].split("\n## ")[0]
        assert re.findall(r"<dt><code>([a-z-]+)</code>", part) == [each.key for each in shape.fields]
        assert re.findall(r"<code>([a-z-]+)</code> <strong>required", part) == [
            each.key for each in shape.fields if each.required
        ]


def test_nested_fields_are_explained_once(tmp_path: Path) -> None:
    (page,) = field_pages(Site.of(knowledge_with(tmp_path)))
    anchors = re.findall(r"^## .* \{ #([a-z-]+) \}$", page.body, re.MULTILINE)
    assert len(anchors) == len(set(anchors))
    assert {"fact", "statement", "relation", "requirement", "comparison", "answer"} <= set(anchors)
    assert "A bare word stands for <code>test</code>." in page.body
    assert "a mapping from ids (property) to a list (a fact)" in page.body
