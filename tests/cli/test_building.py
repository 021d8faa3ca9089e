"""``atlas build``: a site is put in place whole, or the last one stays."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from pathlib import Path

import pytest

from isolation_atlas.cli.building.locking import build_lock
from isolation_atlas.cli.building.swapping import fresh_folder, put_in_place
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.project import Project
from tests.cli.running import Atlas

CONFIG = "site_name: Crossings\nuse_directory_urls: false\nstrict: true\nnot_in_nav: /**\nplugins: [search]\n"
HOME = "# Crossings\n\nHow to cross.\n"


@pytest.fixture
def buildable(project: Path) -> Path:
    """A project that MkDocs builds with its own theme."""
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    return project


def site(folder: Path, words: str) -> Path:
    """A folder that looks like a built site."""
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(words, encoding="utf-8")
    return folder


def test_a_finished_site_takes_the_place_of_the_last(tmp_path: Path) -> None:
    target = site(tmp_path / "site", "old")
    with fresh_folder(target) as fresh:
        site(fresh, "new")
        put_in_place(fresh, target)
    assert (target / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_breaks_off_leaves_the_last_site_and_nothing_else(tmp_path: Path) -> None:
    target = site(tmp_path / "site", "old")

    def break_off() -> None:
        with fresh_folder(target) as fresh:
            site(fresh, "half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert (target / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_an_interrupted_build_left_behind_is_cleared_away(tmp_path: Path) -> None:
    target = tmp_path / "site"
    site(tmp_path / ".site.new", "half")
    with fresh_folder(target) as fresh:
        assert not fresh.exists()


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "letters"
    target.mkdir()
    (target / "dear.txt").write_text("keep me")
    with fresh_folder(target) as fresh:
        site(fresh, "new")
        with pytest.raises(UserFault):
            put_in_place(fresh, target)
    assert (target / "dear.txt").read_text() == "keep me"


def _hold(root: Path, held: Callable[[], None], release: Callable[[], object]) -> None:
    with build_lock(Project(root)):
        held()
        release()


def test_two_builds_do_not_meet(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held, release = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(tmp_path, held.set, release.wait))
    other.start()
    try:
        assert held.wait(30)
        with pytest.raises(UserFault) as refused, build_lock(Project(tmp_path), patience=0.2):
            pass
        assert refused.value.code == ExitCode.BLOCKED
        assert str(other.pid) in str(refused.value)
    finally:
        release.set()
        other.join(30)
    with build_lock(Project(tmp_path), patience=0.2):
        assert (tmp_path / ".cache" / "atlas" / "build.lock").is_file()


def test_pages_alone(atlas: Atlas, buildable: Path) -> None:
    done = atlas("build", "--engine", "none")
    assert done.code == ExitCode.OK, done.err
    assert not (buildable / "site").exists()
    assert any((buildable / "docs" / "crossings").glob("*.md"))


def test_errors_in_the_knowledge_stop_the_build_before_anything_is_written(atlas: Atlas, buildable: Path) -> None:
    site(buildable / "site", "old")
    (buildable / "knowledge" / "crossings" / "arch.yaml").write_text("name: [\n", encoding="utf-8")
    done = atlas("build")
    assert done.code == ExitCode.FINDINGS
    assert "knowledge/crossings/arch.yaml:2:1: error yaml-syntax" in done.out
    assert (buildable / "site" / "index.html").read_text() == "old"
    assert not (buildable / "docs" / "crossings").exists()


def test_a_broken_page_stops_the_build_with_the_engines_words(atlas: Atlas, buildable: Path) -> None:
    site(buildable / "site", "old")
    (buildable / "docs" / "index.md").write_text("# Home\n\n[gone](nowhere.md)\n", encoding="utf-8")
    done = atlas("build")
    assert done.code == ExitCode.BUILD_FAILED
    assert "nowhere.md" in done.err
    assert (buildable / "site" / "index.html").read_text() == "old"
    assert sorted(path.name for path in buildable.iterdir()) == [".cache", "docs", "knowledge", "mkdocs.yml", "site"]


def test_a_configuration_that_the_engine_refuses(atlas: Atlas, buildable: Path, tmp_path: Path) -> None:
    (buildable / "mkdocs.yml").write_text(CONFIG + "theme: nowhere\n", encoding="utf-8")
    done = atlas("build", "--site", str(tmp_path / "site"))
    assert done.code == ExitCode.BUILD_FAILED
    assert "nowhere" in done.err
    assert not (tmp_path / "site").exists()


def test_waiting_says_for_whom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with build_lock(Project(tmp_path)), pytest.raises(UserFault), build_lock(Project(tmp_path), patience=0.01):
        pass
    assert "Waiting for another build" in capsys.readouterr().err
