"""``matrix``, ``tree``, ``picture`` and ``deck`` with a file: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.publishing.formats.registry import FORMATS, TABLE
from tests.cli.running import Atlas

MATRIX = ("matrix", "--rows", "arch,punt", "--columns", "material,duration")


@pytest.mark.parametrize("form", [each for each in FORMATS if TABLE in each.takes], ids=lambda form: form.id)
def test_the_ending_chooses_the_format(atlas: Atlas, tmp_path: Path, form: object) -> None:
    target = tmp_path / f"out{form.suffix}"  # type: ignore[attr-defined]
    assert atlas(*MATRIX, "-o", str(target)).code == ExitCode.OK
    assert target.stat().st_size > 100


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        ((*MATRIX, "-o", "out.ppt"), ExitCode.USAGE, ".pptx"),
        ((*MATRIX, "-o", "no/such/folder/out.csv"), ExitCode.BLOCKED, "cannot be written"),
        (("matrix", "--rows", "arhc", "--columns", "material", "-o", "out.csv"), ExitCode.USAGE, "Did you mean 'arch'"),
        ((*MATRIX, "--sort", "weight", "-o", "out.csv"), ExitCode.USAGE, "no column 'weight'"),
        ((*MATRIX, "--theme", "drak", "-o", "out.svg"), ExitCode.USAGE, "dark"),
        (("deck", "arhc", "-o", "out.pptx"), ExitCode.USAGE, "Did you mean 'arch'"),
        (("deck",), ExitCode.USAGE, "-o deck.pptx"),
        (("deck", "survey-1907", "-o", "out.pptx"), ExitCode.USAGE, "no picture of survey-1907"),
        (("picture", "survey-1907", "-o", "out.svg"), ExitCode.USAGE, "no picture of survey-1907"),
        (("picture", "duration", "-o", "out.csv"), ExitCode.USAGE, ".svg"),
    ],
)
def test_bad_input_is_one_line_and_leaves_no_file(
    atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: ExitCode, word: str
) -> None:
    working = tmp_path / "working"
    working.mkdir()
    monkeypatch.chdir(working)
    done = atlas(*arguments)
    assert done.code == code
    assert word in done.err
    assert len([line for line in done.err.splitlines() if line]) == 1
    assert list(working.iterdir()) == []


def test_a_picture_is_svg_unless_said_otherwise(atlas: Atlas) -> None:
    done = atlas("picture", "duration")
    assert done.code in (ExitCode.OK, ExitCode.USAGE)
    assert done.out.startswith("<svg") or "no picture" in done.err


def test_a_deck_is_written(atlas: Atlas, tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    assert atlas("deck", "-o", str(target)).code == ExitCode.OK
    assert target.read_bytes()[:2] == b"PK"
