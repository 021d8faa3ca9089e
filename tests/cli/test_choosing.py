"""``atlas choose``, ``explain`` and ``what-if``."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.cli.exit_codes import ExitCode
from tests.cli.running import Atlas
from tests.reasoning.test_advice import told


def standings(data: dict[str, object]) -> dict[str, str]:
    """Where each candidate stands."""
    fits, may_fit, out = data["fits"], data["may-fit"], data["ruled-out"]
    assert isinstance(fits, dict)
    assert isinstance(may_fit, dict)
    assert isinstance(out, list)
    return {each["subject"]: each["standing"] for each in (*fits["candidates"], *may_fit["candidates"], *out)}


def test_requirements_place_every_candidate(atlas: Atlas) -> None:
    found = standings(atlas("choose", "--require", "duration <= 4 min", "--format", "json").data)
    assert found["bridge"] == "fits"
    assert found["punt"] == "ruled-out"
    assert "pier" not in found


def test_requirements_joined_by_and_are_those_given_apart(atlas: Atlas) -> None:
    joined = atlas("choose", "--require", "duration <= 10 min and capacity >= 1 t", "--format", "json")
    apart = atlas("choose", "--require", "duration <= 10 min", "--require", "capacity >= 1 t", "--format", "json")
    assert joined.out == apart.out
    assert joined.data["requires"] == ["duration <= 10 min", "capacity >= 1 t"]


def test_a_need_brings_its_requirements(atlas: Atlas) -> None:
    done = atlas("choose", "--for", "mail")
    assert done.code == ExitCode.OK
    assert "duration <= 10 min  [from mail]" in done.out


def test_contradictory_requirements_are_named(atlas: Atlas) -> None:
    out = atlas("choose", "--require", "duration <= 1 min and duration >= 5 min").out
    assert "These do not go together" in out


def test_candidates_can_be_narrowed(atlas: Atlas) -> None:
    done = atlas("choose", "--require", "duration <= 10 min", "--among", "punt,bridge", "--format", "json")
    assert set(standings(done.data)) == {"punt", "bridge"}


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_same_question_gets_the_same_bytes(atlas: Atlas, form: str) -> None:
    arguments = ("choose", "--for", "mail", "--prefer", "capacity", "--format", form)
    assert atlas(*arguments).out == atlas(*arguments).out


def test_what_is_ruled_out_is_explained_with_its_facts(atlas: Atlas) -> None:
    out = atlas("explain", "punt", "--require", "duration <= 4 min").out
    assert "ruled out" in out
    assert "A crossing takes five to nine minutes." in out
    assert "survey-1907, table 1" in out


def test_supposing_a_value_shows_what_flips(atlas: Atlas) -> None:
    data = atlas("what-if", "punt/duration", "2 h", "--format", "json").data
    assert {"thing": "mail", "subject": "punt", "before": "fits", "after": "ruled-out"} in data


def test_supposing_what_is_known_changes_nothing(atlas: Atlas) -> None:
    assert atlas("what-if", "punt/duration", "5..9 min", "--format", "json").data == []


def test_supposing_nothing_is_known(atlas: Atlas) -> None:
    data = atlas("what-if", "punt/duration", "unknown", "--format", "json").data
    assert {"thing": "mail", "subject": "punt", "before": "fits", "after": "may-fit"} in data


def test_what_a_source_advises_against_is_said_beside_the_outcome(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(tmp_path, "shuns")
    (tmp_path / "mkdocs.yml").write_text("site_name: Crossings\n", encoding="utf-8")
    atlas = Atlas(str(tmp_path), capsys)
    assert "a source advises against it: Wet letters." in atlas("choose", "--for", "mail").out
    assert atlas("choose", "--for", "mail", "--format", "json").data["advised-against"] == {"punt": ["Wet letters."]}
    assert "A source advises against it" in atlas("explain", "punt", "--for", "mail").out
    assert atlas("explain", "bridge", "--for", "mail", "--format", "json").data["advised-against"] == []
