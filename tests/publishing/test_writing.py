"""Writing pages: only what changed, nothing that is not ours, all or nothing."""

from pathlib import Path

import pytest

from isolation_atlas.publishing.page import DataFile, Page
from isolation_atlas.publishing.writing import MANIFEST, PublishError, write_ahead, write_outputs

ONE = Page("things/one.md", "One", "The first.", "<p>One</p>")
TWO = Page("things/two.md", "Two", "The second.", "<p>Two</p>")


def test_everything_is_written_at_first(tmp_path: Path) -> None:
    report = write_outputs([ONE, TWO], tmp_path)
    assert report.written == ("things/one.md", "things/two.md")
    assert (tmp_path / "things/one.md").read_bytes() == ONE.content


def test_what_has_not_changed_is_left_alone(tmp_path: Path) -> None:
    write_outputs([ONE, TWO], tmp_path)
    before = (tmp_path / "things/one.md").stat().st_mtime_ns
    changed = Page("things/two.md", "Two", "Another.", "<p>Two</p>")
    report = write_outputs([ONE, changed], tmp_path)
    assert report.written == ("things/two.md",)
    assert report.unchanged == ("things/one.md",)
    assert (tmp_path / "things/one.md").stat().st_mtime_ns == before


def test_what_is_no_longer_wanted_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    write_outputs([ONE, Page("others/three.md", "Three", "The third.", "")], tmp_path)
    report = write_outputs([ONE], tmp_path)
    assert report.removed == ("others/three.md",)
    assert not (tmp_path / "others").exists()


def test_a_page_written_by_hand_is_neither_replaced_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "things").mkdir()
    (tmp_path / "things/one.md").write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(PublishError, match=r"things/one\.md was written by hand"):
        write_outputs([ONE, TWO], tmp_path)
    assert not (tmp_path / "things/two.md").exists()
    assert (tmp_path / "things/one.md").read_text(encoding="utf-8") == "# Mine\n"


def test_a_stale_page_that_somebody_took_over_stays(tmp_path: Path) -> None:
    write_outputs([ONE, TWO], tmp_path)
    (tmp_path / "things/two.md").write_text("# Mine now\n", encoding="utf-8")
    assert write_outputs([ONE], tmp_path).removed == ()
    assert (tmp_path / "things/two.md").exists()


def test_a_fallback_gives_way_to_a_page_written_by_hand(tmp_path: Path) -> None:
    home = Page("index.md", "Home", "A home.", "<p>Home</p>", fallback=True)
    assert write_outputs([home], tmp_path).written == ("index.md",)
    (tmp_path / "index.md").write_text("# My home\n", encoding="utf-8")
    write_outputs([home], tmp_path)
    assert (tmp_path / "index.md").read_text(encoding="utf-8") == "# My home\n"


def test_two_outputs_of_one_path_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"Two pages want the path things/one\.md"):
        write_outputs([TWO, ONE, DataFile("things/one.md", b"")], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_manifest_is_as_good_as_none(tmp_path: Path) -> None:
    write_outputs([ONE], tmp_path)
    (tmp_path / MANIFEST).write_text("{", encoding="utf-8")
    assert write_outputs([ONE], tmp_path).unchanged == ("things/one.md",)


def test_a_manifest_cannot_reach_outside_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("---\ngenerated: true\n---\n", encoding="utf-8")
    folder = tmp_path / "docs"
    write_outputs([ONE], folder)
    (folder / MANIFEST).write_text('{"../outside.md": "0"}', encoding="utf-8")
    assert write_outputs([ONE], folder).removed == ()
    assert outside.exists()


def test_what_is_written_ahead_is_only_what_changed_and_is_ours(tmp_path: Path) -> None:
    write_outputs([ONE, TWO], tmp_path)
    changed, new = Page("things/two.md", "Two", "Another.", "<p>Two</p>"), Page("things/new.md", "New", "New.", "")
    assert write_ahead([ONE, changed, new], tmp_path) == ("things/two.md",)
    assert (tmp_path / "things/two.md").read_bytes() == changed.content
    assert not (tmp_path / "things/new.md").exists()
    assert write_outputs([ONE, changed], tmp_path).written == ()
