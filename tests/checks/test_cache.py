"""The cache changes the time, never the result."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from isolation_atlas.checks.cache import Cache, verdict_key
from isolation_atlas.checks.result import CheckResult
from isolation_atlas.checks.run import run_checks
from isolation_atlas.checks.snapshot import take_snapshot
from tests.checks.folders import TODAY, edited, written

BROKEN = edited("crossings/punt.yaml", "is-a: boat", "is-a: boot")


def run(root: Path) -> CheckResult:
    return run_checks(root, today=TODAY)


def files(root: Path) -> dict[str, Path]:
    return {path.name.partition("-")[0]: path for path in (root.parent / ".cache" / "atlas").iterdir()}


def test_second_run_takes_the_kept_verdict(tmp_path: Path) -> None:
    root = written(tmp_path, BROKEN)
    first = run(root)
    kept = json.loads(files(root)["verdict"].read_bytes())
    kept["result"]["facts"] = 12345
    files(root)["verdict"].write_text(json.dumps(kept))
    assert run(root) == replace(first, facts=12345)


def test_kept_verdict_equals_a_fresh_one(tmp_path: Path) -> None:
    root = written(tmp_path, BROKEN)
    run(root)
    assert run(root) == run_checks(root, today=TODAY, use_cache=False)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "crossings/punt.yaml").write_text("name: Punt\n"),
        lambda root: (root / "crossings/raft.yaml").write_text("name: Raft\n"),
        lambda root: (root / "crossings/punt.yaml").unlink(),
        lambda root: (root / "crossings/punt.yaml").rename(root / "crossings/pont.yaml"),
        lambda root: (root / "checks.yaml").write_text("settings: {unknown-target: off}\n"),
    ],
    ids=["edited", "added", "removed", "renamed", "settings"],
)
def test_a_change_is_seen(change: object, tmp_path: Path) -> None:
    root = written(tmp_path, BROKEN)
    before = run(root)
    assert callable(change)
    change(root)
    assert run(root) == run_checks(root, today=TODAY, use_cache=False) != before


def test_another_day_is_another_verdict(tmp_path: Path) -> None:
    root = written(tmp_path, {})
    assert not run(root).failed
    assert run_checks(root, today=TODAY - timedelta(days=200)).failed


def test_another_version_of_the_code_is_another_verdict(tmp_path: Path) -> None:
    snapshot = take_snapshot(written(tmp_path, {}), 1 << 20)
    assert verdict_key(snapshot, "2026-06-01", "a") != verdict_key(snapshot, "2026-06-01", "b")


DAMAGE = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'"text"',
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"key": 1, "version": 1}',
    b'{"result": {}}',
]


@pytest.mark.parametrize("which", ["verdict", "documents", "places"])
@pytest.mark.parametrize("damage", DAMAGE, ids=range(len(DAMAGE)))
def test_damage_is_passed_over(which: str, damage: bytes, tmp_path: Path) -> None:
    root = written(tmp_path, BROKEN)
    first = run(root)
    files(root)["verdict"].write_bytes(b"")
    files(root)[which].write_bytes(damage)
    assert run(root) == first


@pytest.mark.parametrize("place", [["result", "findings", 0, 2], ["result", "findings", 0], ["result", "findings"]])
def test_a_verdict_with_other_content_is_passed_over(place: list[str | int], tmp_path: Path) -> None:
    root = written(tmp_path, BROKEN)
    first = run(root)
    kept = json.loads(files(root)["verdict"].read_bytes())
    inner = kept
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = ["x"]
    files(root)["verdict"].write_text(json.dumps(kept))
    assert run(root) == first


def test_data_of_unchanged_files_is_taken_from_the_cache(tmp_path: Path) -> None:
    root = written(tmp_path, {})
    run(root)
    kept = json.loads(files(root)["documents"].read_bytes())
    kept["files"]["crossings/arch.yaml"][1]["is-a"] = "brigde"
    files(root)["documents"].write_text(json.dumps(kept))
    with (root / "crossings/punt.yaml").open("a") as stream:
        stream.write("# a remark\n")
    assert [each.rule for each in run(root).findings] == ["unknown-target"]


def _first_place(path: Path) -> tuple[dict[str, Any], list[Any]]:
    kept = json.loads(path.read_bytes())
    return kept, kept["files"]["knowledge/crossings/punt.yaml"][1][0]


def test_places_in_unchanged_files_are_taken_from_the_cache(tmp_path: Path) -> None:
    root = written(tmp_path, BROKEN)
    run(root)
    kept, place = _first_place(files(root)["places"])
    place[2] = [7, 8, 9]
    files(root)["places"].write_text(json.dumps(kept))
    with (root / "crossings/arch.yaml").open("a") as stream:
        stream.write("# a remark\n")
    assert [(each.place.line, each.place.column) for each in run(root).findings] == [(7, 8)]


def test_places_follow_an_edit_above_them(tmp_path: Path) -> None:
    root = written(tmp_path, BROKEN)
    before = run(root).findings[0].place
    path = root / "crossings/punt.yaml"
    path.write_text(f"# a remark\n{path.read_text()}")
    assert run(root).findings[0].place == replace(before, line=before.line + 1)


@pytest.mark.parametrize(
    "spoilt", [["x", "key", [1, 1, 1]], [[1.5], "key", [1, 1, 1]], [[], "other", [1, 1, 1]], [], 5]
)
def test_places_with_other_content_are_passed_over(spoilt: object, tmp_path: Path) -> None:
    root = written(tmp_path, BROKEN)
    first = run(root)
    path = files(root)["places"]
    kept = json.loads(path.read_bytes())
    kept["files"]["knowledge/crossings/punt.yaml"][1] = [spoilt]
    path.write_text(json.dumps(kept))
    files(root)["verdict"].write_bytes(b"")
    assert run(root) == first


def test_cache_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    root = written(tmp_path, BROKEN)
    (tmp_path / "taken").write_text("a file where a folder should be")
    assert run_checks(root, today=TODAY, cache_folder=tmp_path / "taken" / "below").failed


def test_nothing_but_the_cache_is_left_behind(tmp_path: Path) -> None:
    root = written(tmp_path, {})
    run(root)
    assert sorted(files(root)) == ["documents", "places", "verdict"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".cache", "knowledge"]


def test_folders_have_caches_of_their_own(tmp_path: Path) -> None:
    caches = [Cache(tmp_path, tmp_path / name, "v") for name in "ab"]
    result = CheckResult((), 1, 2, 3)
    caches[0].keep_verdict("k", result)
    assert caches[0].verdict("k") == result
    assert caches[0].verdict("other") is None
    assert caches[1].verdict("k") is None
