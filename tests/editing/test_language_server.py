"""What an editor shows: the language server itself, on good and bad files, with the schemas as they would be written.

`.ci/editor` sees to the server; `make test` calls it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from isolation_atlas.cli.schema_files import wanted_files, write_schemas
from isolation_atlas.knowledge.loading import load
from tests.editing.language_server import ROOT, SCRIPT, LanguageServer

KNOWLEDGE = ROOT / "knowledge"
VSCODE = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
FILE = "knowledge/environments/sample.yaml"
TEXT = """\
# yaml-language-server: $schema=../../schema/environment.json
name: Sample
level: technology
summary: A sample.
homepage: https://example.org
is-a: microvm
runs-on:
  - to: linux-kernel
    source: firecracker-2026-specification
facts:
  startup-guest:
    - value: <= 125 ms
      claim: It starts.
      source: firecracker-2026-specification
      locator: page 1
      confidence: high
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SCRIPT.exists():
        pytest.fail("the language server is not installed; run .ci/editor, or make test, which does")
    project = tmp_path_factory.mktemp("project")
    write_schemas(wanted_files(load(KNOWLEDGE)), project / "schema")
    return project


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    running = LanguageServer(folder)
    yield running
    running.stop()


def largest_files() -> list[Path]:
    """The largest file of each kind, and the ones beside the kinds' folders."""
    kinds = [sorted(folder.rglob("*.yaml"), key=lambda each: (each.stat().st_size, each)) for folder in folders()]
    return [*sorted(KNOWLEDGE.glob("*.yaml")), *(each[-1] for each in kinds)]


def folders() -> list[Path]:
    return sorted(each for each in KNOWLEDGE.iterdir() if each.is_dir())


@pytest.mark.parametrize("path", largest_files(), ids=lambda path: path.relative_to(KNOWLEDGE).parts[0])
def test_nothing_is_underlined_in_a_good_file(path: Path, server: LanguageServer) -> None:
    assert server.marks(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) == []


def test_nothing_is_underlined_in_the_sample(server: LanguageServer) -> None:
    assert server.marks(FILE, TEXT) == []


@pytest.mark.parametrize(
    ("old", "new", "column", "says"),
    [
        ("level: technology", "levle: technology", 0, "levle"),
        ("level: technology", "level: techology", 7, "technology"),
        ("name: Sample", "name: [Sample]", 6, "string"),
        ("name: Sample\n", "", 0, "name"),
        ("homepage: https://", "homepage: ", 10, ""),
        ("is-a: microvm", "is-a: micorvm", 6, "microvm"),
        ("  startup-guest:", "  startup-gest:", 2, "startup-gest"),
        (
            "source: firecracker-2026-specification\n      locator",
            "source: firecraker-docs\n      locator",
            14,
            "Valid values",
        ),
        ("confidence: high", "confidence: hihg", 18, "high"),
        ("locator: page 1", "page: 1", 6, "page"),
        ("runs-on:", "run-on:", 0, "run-on"),
        ("claim: It starts.", "claim: It: starts.", 13, ""),
    ],
)
def test_a_fault_is_underlined_where_it_stands(
    old: str, new: str, column: int, says: str, server: LanguageServer
) -> None:
    assert TEXT.count(old) == 1
    text = TEXT.replace(old, new)
    place = text.index(new) if new else text.index("level:")
    line = text[:place].count("\n") if new else 1
    found = server.marks(FILE, text)
    assert any((each.line, each.column) == (line, column) and says in each.message for each in found), found


@pytest.mark.parametrize(
    ("old", "typed", "offered"),
    [
        ("level: technology", "level: ", {"building-block", "family", "technology"}),
        ("level: technology\n", "level: technology\nbo", {"boundary"}),
        ("is-a: microvm", "is-a: ", {"microvm", "unikernel"}),
        ("  startup-guest:", "  startup-", {"startup-application", "startup-guest"}),
        (
            "source: firecracker-2026-specification\n      locator: page 1",
            "source: ",
            {"firecracker-2026-specification", "agache-2020-firecracker"},
        ),
        ("confidence: high", "confidence: ", {"high", "medium", "low"}),
        ("      locator: page 1\n", "      conf", {"confidence"}),
        ("runs-on:", "runs-", {"runs-on", "runs-inside"}),
    ],
)
def test_what_may_stand_there_is_offered(old: str, typed: str, offered: set[str], server: LanguageServer) -> None:
    assert TEXT.count(old) == 1
    place = TEXT.index(old) + len(typed)
    text = TEXT.replace(old, f"{typed}\n" if old.endswith("\n") else typed)
    line, column = text[:place].count("\n"), place - text.rfind("\n", 0, place) - 1
    assert offered <= set(server.completions(FILE, text, line, column))


@pytest.mark.parametrize(
    ("piece", "says"),
    [
        ("summary:", "One plain sentence"),
        ("is-a:", "Is a kind of"),
        ("runs-on:", "Needs it beneath"),
        ("startup-guest:", "Guest"),
        ("locator:", "page"),
        ("technology", "chosen and run on its own"),
    ],
)
def test_what_it_means_is_shown(piece: str, says: str, server: LanguageServer) -> None:
    place = TEXT.index(piece) + 1
    line, column = TEXT[:place].count("\n"), place - TEXT.rfind("\n", 0, place) - 1
    assert says.lower() in server.hover(FILE, TEXT, line, column).lower()


def test_the_settings_of_the_folder_name_a_schema_for_every_file() -> None:
    """The same as the first line of each file does."""
    for schema, pattern in VSCODE["yaml.schemas"].items():
        files = sorted(ROOT.glob(pattern))
        assert files, pattern
        firsts = {path: path.read_text("utf-8").partition("\n")[0] for path in files}
        assert [path for path, first in firsts.items() if not first.endswith(f"/{schema.removeprefix('./')}")] == []
    named = {path for pattern in VSCODE["yaml.schemas"].values() for path in ROOT.glob(pattern)}
    assert {*KNOWLEDGE.rglob("*.yaml")} - named - {KNOWLEDGE / "redirects.yaml"} == set()


def test_the_settings_of_the_folder_serve_files_without_a_first_line(folder: Path) -> None:
    running = LanguageServer(folder, VSCODE["yaml.schemas"])
    try:
        bare = TEXT.partition("\n")[2]
        assert running.marks(FILE, bare) == []
        (mark,) = running.marks(FILE, bare.replace("is-a: microvm", "is-a: micorvm"))
        assert (mark.line, mark.column) == (4, 6)
    finally:
        running.stop()
