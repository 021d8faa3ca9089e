"""Reading all files once, and telling contents apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.checks.snapshot import take_snapshot


def made(root: Path, files: dict[str, bytes]) -> str:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return take_snapshot(root, 10).digest


def test_files_are_sorted_and_hidden_ones_left_out(tmp_path: Path) -> None:
    made(tmp_path, {"b.yaml": b"", "a/z.yml": b"", "a/.x.yaml": b"", ".git/y.yaml": b"", "a/c.txt": b""})
    assert list(take_snapshot(tmp_path, 10).contents) == ["a/z.yml", "b.yaml"]


def test_long_files_are_cut_one_byte_late(tmp_path: Path) -> None:
    made(tmp_path, {"a.yaml": b"x" * 50})
    assert take_snapshot(tmp_path, 10).contents["a.yaml"].raw == b"x" * 11


@pytest.mark.parametrize("size", [0, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 200_000, 200_001, 300_000])
def test_files_of_any_length_are_read_whole_up_to_the_limit(size: int, tmp_path: Path) -> None:
    made(tmp_path, {"a.yaml": bytes(number % 251 for number in range(size))})
    raw = take_snapshot(tmp_path, 200_000).contents["a.yaml"].raw
    assert raw == bytes(number % 251 for number in range(min(size, 200_001)))


def test_digest_tells_names_contents_and_errors_apart(tmp_path: Path) -> None:
    digests = [
        made(tmp_path / "1", {"a.yaml": b"x"}),
        made(tmp_path / "2", {"a.yaml": b"y"}),
        made(tmp_path / "3", {"b.yaml": b"x"}),
        made(tmp_path / "4", {"a.yaml": b"", "b.yaml": b"x"}),
        made(tmp_path / "5", {"a.yaml": b"x", "b.yaml": b""}),
        made(tmp_path / "6", {"a.yaml": b""}),
        made(tmp_path / "7", {"a.yaml/b.txt": b""}),
    ]
    assert len(set(digests)) == len(digests)
    assert made(tmp_path / "8", {"a.yaml": b"x"}) == digests[0]
