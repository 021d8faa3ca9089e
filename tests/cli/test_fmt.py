"""``atlas fmt``."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from isolation_atlas.cli import main
from tests.cli.running import Atlas

FILE = "crossings/punt.yaml"


class Interrupted(io.StringIO):
    """An output whose every line is followed by a deed of somebody else."""

    def __init__(self, deed: Callable[[], object]) -> None:
        super().__init__()
        self.deed = deed

    def write(self, text: str, /) -> int:
        self.deed()
        return super().write(text)


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


@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_a_file_that_changes_during_the_run_is_reported_as_it_was_read(
    option: str, atlas: Atlas, formatted_project: Path
) -> None:
    ontology = formatted_project / "ontology.yaml"
    path = formatted_project / FILE
    canonical = {each: each.read_text("utf-8") for each in (path, ontology)}
    for each, text in canonical.items():
        each.write_text(text.replace("name: ", "name:   ", 1), encoding="utf-8")
    out = Interrupted(lambda: [each.write_text(text, encoding="utf-8") for each, text in canonical.items()])
    with redirect_stdout(out):
        main(["fmt", option, "--root", atlas.root])
    for each in canonical:
        assert each.relative_to(formatted_project.parent).as_posix() in out.getvalue()
    assert "2 of " in out.getvalue()
