"""``atlas fmt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Atlas

FILE = "crossings/punt.yaml"


@pytest.fixture
def formatted_project(atlas: Atlas, project: Path) -> Path:
    assert atlas("fmt").code == 0
    return project / "knowledge"


def test_the_ontology_keeps_its_order_and_blank_lines(atlas: Atlas, formatted_project: Path) -> None:
    ontology = formatted_project / "ontology.yaml"
    canonical = ontology.read_text("utf-8")
    assert "\n\nkinds:" in canonical
    ontology.write_text(canonical.replace("\n\nkinds:", "\n \n\n\nkinds:"), encoding="utf-8")
    assert atlas("fmt", str(ontology)).code == 0
    assert ontology.read_text("utf-8") == canonical
    assert atlas("check").code == 0


def test_check_names_the_first_line_and_writes_nothing(atlas: Atlas, formatted_project: Path) -> None:
    path = formatted_project / FILE
    text = path.read_text("utf-8").replace("level: ", "level:   ")
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("level:   ")].count("\n") + 1
    run = atlas("fmt", "--check")
    assert run.code == 1
    assert f"{FILE}:{line}: not in canonical form\n" in run.out
    assert path.read_text("utf-8") == text
    annotated = atlas("fmt", "--check", "--format", "github")
    assert annotated.code == 1
    assert f"{FILE},line={line},title=canonical form::Not in canonical form" in annotated.out
    assert "%0AExpected: level: design%0ARun: atlas fmt\n" in annotated.out
    assert atlas("fmt").code == 0
    assert atlas("fmt", "--check").code == 0


def test_names_and_texts_cannot_become_commands(atlas: Atlas, formatted_project: Path) -> None:
    hostile = formatted_project / "crossings/x\n::error::y.yaml"
    hostile.write_text("name:   X ::warning::z\n", encoding="utf-8")
    for form in ("text", "github"):
        lines = atlas("fmt", "--check", "--format", form).out.splitlines()
        assert [line for line in lines if line.startswith("::") and "title=canonical form" not in line] == []
        assert any("<U+000A>" in line or "%0A" in line for line in lines)


@pytest.mark.parametrize("content", [b"name:   \xff\n", b"name: [x\n", b"", b"\x00"])
def test_what_is_no_text_of_yaml_is_left_alone(content: bytes, atlas: Atlas, formatted_project: Path) -> None:
    path = formatted_project / FILE
    path.write_bytes(content)
    assert atlas("fmt").code == 0
    assert path.read_bytes() == content
