"""The JSON Schemas agree with what reads the files: they take what is right and point at what is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from referencing import Registry, Resource

from isolation_atlas.checks.examples import base_files
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.loading import load
from isolation_atlas.knowledge.properties import Property
from isolation_atlas.knowledge.reading import parse_document, read_document
from isolation_atlas.knowledge.schema import schema_text, schemas
from isolation_atlas.knowledge.schema_known import KNOWN_FILE
from isolation_atlas.knowledge.schema_values import value_schema
from isolation_atlas.knowledge.value_grammar import NotAValueError
from isolation_atlas.knowledge.values import Terms, Value
from tests.knowledge.properties_for_values import ALL
from tests.knowledge.test_value_grammar import VALUES, read
from tests.knowledge_folder import knowledge_with

REAL = Path(__file__).parents[2] / "knowledge"


class Judge:
    """Validates files against the schemas of a body of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.schemas = schemas(knowledge)
        self.folders = {kind.folder: f"{kind.id}.json" for kind in knowledge.ontology.kinds}
        resources = [(name, Resource.from_contents(schema)) for name, schema in self.schemas.items()]
        registry: Registry[Any] = Registry().with_resources(resources)
        self.validators = {name: Draft7Validator({"$ref": name}, registry=registry) for name in self.schemas}

    def complaints(self, file: str, data: Any) -> list[str]:
        """The path of everything in a file that its schema refuses."""
        name = self.folders.get(file.split("/", maxsplit=1)[0]) or file.replace(".yaml", ".json")
        return ["/".join(map(str, error.absolute_path)) for error in self.validators[name].iter_errors(data)]


@pytest.fixture(name="judge")
def _judge(tmp_path: Path) -> Judge:
    return Judge(knowledge_with(tmp_path))


def test_every_schema_is_one(judge: Judge) -> None:
    for schema in judge.schemas.values():
        Draft7Validator.check_schema(schema)


def test_there_is_a_schema_for_each_kind(tmp_path: Path) -> None:
    knowledge = knowledge_with(tmp_path)
    kinds = {f"{kind.id}.json" for kind in knowledge.ontology.kinds}
    assert set(schemas(knowledge)) == kinds | {"ontology.json", "redirects.json", KNOWN_FILE}


def test_sound_files_are_taken(judge: Judge) -> None:
    complaints = {
        file: found
        for file, text in base_files().items()
        if (found := judge.complaints(file, parse_document(text.encode(), file).data))
    }
    assert complaints == {}


@pytest.mark.parametrize(
    ("file", "old", "new", "at"),
    [
        ("crossings/arch.yaml", "value: stone", "value: brick", "facts/material/0/value"),
        ("crossings/arch.yaml", "material:", "matter:", "facts"),
        ("crossings/arch.yaml", "survey-1907", "survey-1970", "facts/material/0/source"),
        ("crossings/arch.yaml", "locator:", "location:", "facts/material/0"),
        ("crossings/arch.yaml", "2026-01-10", "10.1.2026", "facts/material/0/verified"),
        ("crossings/arch.yaml", "level: design", "level: plan", "level"),
        ("crossings/arch.yaml", "is-a: bridge", "is-a: bridges", "is-a"),
        ("crossings/arch.yaml", "is-a: bridge", "is-a: mail", "is-a"),
        ("crossings/arch.yaml", "summary:", "sumary:", ""),
        ("crossings/punt.yaml", "5..9 min", "5..9 minutes", "facts/duration/0/value"),
        ("properties/duration.yaml", "dimension: time\n", "", ""),
        ("properties/duration.yaml", "unit: min", "unit: kg", "unit"),
        ("properties/duration.yaml", "group: use", "group: usage", "group"),
        ("sources/survey-1907.yaml", "kind: survey", "kind: poll", "kind"),
        ("sources/survey-1907.yaml", "title:", "tilte:", ""),
        ("ontology.yaml", "role: need", "role: wish", "kinds/load/role"),
    ],
)
def test_what_is_wrong_is_pointed_at(judge: Judge, file: str, old: str, new: str, at: str) -> None:
    text = base_files()[file]
    assert old in text
    assert at in judge.complaints(file, parse_document(text.replace(old, new).encode(), file).data)


def test_the_real_files_are_taken() -> None:
    knowledge = load(REAL)
    broken = {fault.spot.file for fault in knowledge.faults}
    judge = Judge(knowledge)
    files = [file for file in knowledge.files if f"{REAL.name}/{file}" not in broken and file != "checks.yaml"]
    assert len(files) > 100
    complaints = {file: judge.complaints(file, read_document(REAL / file, file).data) for file in files}
    assert {file: found for file, found in complaints.items() if found} == {}


@given(VALUES)
def test_a_value_that_reads_is_taken(pair: tuple[Property, Value]) -> None:
    prop, value = pair
    written: Any = list(value.names) if isinstance(value, Terms) and len(value.names) > 1 else str(value)
    assert Draft7Validator(value_schema(prop)).is_valid(written)


NOT_VALUES = ("5 parsecs", "5", "weak..strongest", "maybe", "lunix", "2020-2-1", ["linux", "linux"], "~~ 2 %", "1 ms 2")


@pytest.mark.parametrize("prop", ALL, ids=lambda prop: prop.id + prop.unit)
@pytest.mark.parametrize("raw", NOT_VALUES)
def test_what_a_schema_refuses_does_not_read(prop: Property, raw: Any) -> None:
    is_valid = Draft7Validator(value_schema(prop)).is_valid(raw)
    assert is_valid or isinstance(read(raw, prop), NotAValueError)


def test_patterns_are_of_the_syntax_that_editors_know(judge: Judge) -> None:
    """ECMA 262 with the flag u refuses escapes of characters that are not syntax, such as a hyphen."""
    text = json.dumps(judge.schemas)
    assert "\\\\-" not in text
    assert "(?P" not in text


def test_the_same_knowledge_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = knowledge_with(tmp_path / "a"), knowledge_with(tmp_path / "b")
    texts = [{name: schema_text(each) for name, each in schemas(one_of).items()} for one_of in (one, other)]
    assert texts[0] == texts[1]


def test_every_field_says_what_it_holds(judge: Judge) -> None:
    for name, schema in judge.schemas.items():
        for field, each in schema.get("properties", {}).items():
            assert each["description"], f"{name}: {field}"
