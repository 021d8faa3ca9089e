"""The issue forms ask for the fields of the format, by their names and with their words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isolation_atlas.knowledge.evidence_shapes import FACT
from isolation_atlas.knowledge.field_sorts import Choice
from isolation_atlas.knowledge.kind_shapes import kind_shape
from isolation_atlas.knowledge.loading import load
from isolation_atlas.knowledge.reading import read_document
from isolation_atlas.knowledge.shapes import Shape

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github/ISSUE_TEMPLATE"
ONTOLOGY = load(ROOT / "knowledge").ontology
KINDS = {kind.folder: kind for kind in ONTOLOGY.kinds}
_PLACE = {"subject", "property", "wrong"}
_MORE = {"says", "sources", "interest", "where"}


def shape_of(folder: str) -> Shape:
    return kind_shape(KINDS[folder], ONTOLOGY)


def items(form: str) -> dict[str, dict[str, Any]]:
    data = read_document(FOLDER / f"{form}.yml", form).data
    return {item["id"]: item for item in data["body"]}


@pytest.mark.parametrize(
    ("form", "shape", "besides"),
    [
        ("correct-a-fact", FACT, _PLACE),
        ("dispute-a-rating", FACT, _PLACE | _MORE),
        ("add-a-source", shape_of("sources"), _MORE),
        ("propose-an-environment", shape_of("environments"), _MORE),
        ("ask-a-question", shape_of("questions"), _MORE),
    ],
)
def test_fields_are_those_of_the_format(form: str, shape: Shape, besides: set[str]) -> None:
    found = items(form)
    assert set(found) - besides <= set(shape.index)
    assert set(found) & set(shape.index)
    for key, item in found.items():
        known = shape.index.get(key)
        if known is not None and isinstance(known.sort, Choice):
            assert set(item["attributes"]["options"]) == {word for word, _ in known.sort.words}


def test_every_case_has_a_form() -> None:
    forms = {path.stem for path in FOLDER.glob("*.yml")} - {"config"}
    assert forms == {
        "add-a-source",
        "ask-a-question",
        "correct-a-fact",
        "dispute-a-rating",
        "propose-an-environment",
        "something-is-broken",
    }


def test_required_fields_of_a_source_are_asked_for() -> None:
    required = {each.key for each in shape_of("sources").fields if each.required}
    asked = {key for key, item in items("add-a-source").items() if item.get("validations", {}).get("required")}
    assert required <= asked
