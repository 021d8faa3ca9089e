"""``atlas serve``: what is sent, what is added to pages, and what an edit brings about."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import HTTPError

import pytest

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.project import Project
from isolation_atlas.cli.serving.loop import Follower
from isolation_atlas.cli.serving.overlay import with_overlay
from isolation_atlas.cli.serving.server import SiteServer, open_server
from isolation_atlas.cli.serving.state import LiveState, Problem
from isolation_atlas.cli.serving.warm_engine import WarmEngine
from isolation_atlas.knowledge.loading import load
from isolation_atlas.publishing.publish import publish
from tests.cli.test_building import CONFIG, HOME
from tests.knowledge_folder import Files, write_project

PAGE = "<!doctype html><html><body class='x'><h1>Home</h1></body></html>"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "data.json").write_text("{}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    opened = open_server("127.0.0.1", 0, folder, LiveState())
    threading.Thread(target=opened.serve_forever, daemon=True).start()
    yield opened
    opened.shutdown()
    opened.server_close()


def get(server: SiteServer, path: str, method: str = "GET") -> tuple[int, str, str]:
    """Status, content type and text of an address."""
    request = urllib.request.Request(server.url + path, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read().decode()


def events(server: SiteServer, seen: str) -> HTTPResponse:
    """The stream of states for somebody who has seen a version."""
    stream: HTTPResponse = urllib.request.urlopen(f"{server.url}~atlas/events?seen={seen}", timeout=10)  # noqa: S310
    return stream


def test_before_the_first_build_every_address_says_so(server: SiteServer) -> None:
    status, kind, text = get(server, "anything.html")
    assert (status, kind) == (503, "text/html; charset=utf-8")
    assert "Building the site" in text
    assert "reload.js" in text


def test_pages_get_the_script_and_nothing_else_does(server: SiteServer) -> None:
    server.state.succeed()
    status, _, text = get(server, "")
    assert status == 200
    assert text.replace(text[text.index("<script") : text.index("</script>") + 9], "") == PAGE
    assert f'data-version="{server.state.shown.version}"' in text
    assert get(server, "data.json") == (200, "application/json", "{}")


def test_a_missing_page_and_a_path_that_leads_outside(server: SiteServer) -> None:
    server.state.succeed()
    for path in ("missing.html", "../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "missing/"):
        status, _, text = get(server, path)
        assert status == 404
        assert "secret\n" not in text
        assert "Not found" in text


def test_the_sites_own_page_for_missing_pages_is_used(server: SiteServer) -> None:
    (server.folder / "404.html").write_text("<body>Lost</body>", encoding="utf-8")
    server.state.succeed()
    assert "Lost" in get(server, "missing.html")[2]


def test_head_sends_no_content(server: SiteServer) -> None:
    server.state.succeed()
    assert get(server, "data.json", "HEAD") == (200, "application/json", "")


def test_a_problem_is_shown_over_the_last_good_page(server: SiteServer) -> None:
    server.state.succeed()
    server.state.fail(Problem(f"Broken {HOSTILE}", (f"a.yaml:1:1: {HOSTILE}",)))
    status, _, text = get(server, "")
    assert status == 200
    assert "<h1>Home</h1>" in text
    assert "a.yaml:1:1: &lt;script&gt;" in text
    assert HOSTILE not in text
    server.state.succeed()
    assert "a.yaml" not in get(server, "")[2]


def test_html_without_a_body_is_still_completed() -> None:
    state = LiveState()
    state.fail(Problem("Broken", ("a",)))
    shown = with_overlay(b"<p>x", state.shown).decode()
    assert "Broken" in shown
    assert "<p>x" in shown
    assert "reload.js" in shown


def test_whoever_waits_is_told_of_the_next_state(server: SiteServer) -> None:
    server.state.succeed()
    seen = server.state.shown.version
    stream = events(server, seen)
    server.state.succeed()
    lines = [stream.readline().decode() for _ in range(2)]
    stream.close()
    assert lines == ["event: change\n", f"data: {server.state.shown.version}\n"]


def test_whoever_comes_late_is_told_at_once(server: SiteServer) -> None:
    server.state.succeed()
    with events(server, "long-ago") as stream:
        assert stream.readline() == b"event: change\n"


def test_a_taken_port(server: SiteServer) -> None:
    port = int(server.server_address[1])
    with pytest.raises(UserFault) as refused:
        open_server("127.0.0.1", port, server.folder, LiveState())
    assert refused.value.code == ExitCode.BLOCKED
    assert f"--port {port + 1}" in str(refused.value)


HEEDING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
"""Interruptions are heeded even if these tests run in the background, where a shell has them ignored."""


def test_the_whole_command_follows_an_edit_and_ends_cleanly(tmp_path: Path) -> None:
    root = followed_project(tmp_path)
    code = f"{HEEDING}; import sys; from isolation_atlas.cli import main; sys.exit(main())"
    command = [sys.executable, "-u", "-c", code, "serve", "--port", "0", "--root", str(root)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            url = re.search(r"http://\S+/", process.stderr.readline())
            assert url is not None
            assert "up to date" in process.stderr.readline()
            path = root / ARCH
            path.write_text(path.read_text(encoding="utf-8").replace("Arch bridge", "Vault"), encoding="utf-8")
            assert "up to date" in process.stderr.readline()
            with urllib.request.urlopen(f"{url.group()}crossings/arch.html", timeout=10) as page:  # noqa: S310
                assert "Vault" in page.read().decode()
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == ExitCode.OK
        finally:
            process.kill()
    assert not list((root / ".cache" / "atlas").glob(".served*"))


def followed_project(folder: Path, files: Files = {}) -> Path:  # noqa: B006
    """A project that MkDocs builds with its own theme."""
    root = write_project(folder / "project", files)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    return root


ARCH = "knowledge/crossings/arch.yaml"


class Following:
    """A project whose site follows its files, without a server."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "served"
        self.state = LiveState()
        self.follower = Follower(Project(root), WarmEngine(Project(root), self.site), self.state)
        self.follower.start()

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace text in a file and let the site follow."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.follower.follow([path])

    def page(self, path: str) -> str:
        """The text of a built page."""
        return (self.site / path).read_text(encoding="utf-8")

    @property
    def ready(self) -> bool:
        """Whether there is a site."""
        return self.state.shown.ready

    @property
    def problem(self) -> str:
        """What is wrong, empty if nothing is."""
        shown = self.state.shown.problem
        return "" if shown is None else "\n".join((shown.heading, *shown.entries))


@pytest.fixture
def following(tmp_path: Path) -> Following:
    return Following(followed_project(tmp_path))


def test_edits_are_followed_and_broken_ones_leave_the_site(following: Following) -> None:
    assert following.problem == ""
    assert "Arch bridge" in following.page("crossings/arch.html")
    following.edit(ARCH, "Arch bridge", "Vault bridge")
    assert "Vault bridge" in following.page("crossings/arch.html")
    following.edit(ARCH, "level: design", "level: desing")
    assert "knowledge/crossings/arch.yaml:2:8: error bad-choice" in following.problem
    assert "Vault bridge" in following.page("crossings/arch.html")
    assert following.ready
    following.edit(ARCH, "level: desing", "level: design")
    assert following.problem == ""


def test_hand_written_pages_are_followed(following: Following) -> None:
    before = following.page("crossings/arch.html")
    following.edit("docs/index.md", "How to cross.", "Where to cross.")
    assert "Where to cross." in following.page("index.html")
    assert following.page("crossings/arch.html") == before


def test_a_broken_link_is_a_warning(following: Following) -> None:
    following.edit("docs/index.md", "How to cross.", "[gone](nowhere.md)")
    assert "nowhere.md" in following.problem
    following.edit("docs/index.md", "[gone](nowhere.md)", "Back.")
    assert following.problem == ""


def test_new_and_removed_things_are_followed(following: Following) -> None:
    path = following.root / "knowledge" / "crossings" / "ford.yaml"
    arch = (following.root / ARCH).read_text(encoding="utf-8")
    path.write_text(arch.replace("Arch bridge", "Ford"), encoding="utf-8")
    following.follower.follow([path])
    assert "Ford" in following.page("crossings/ford.html")
    path.unlink()
    following.follower.follow([path])
    assert following.problem == ""
    assert not (following.site / "crossings" / "ford.html").exists()


def rested(following: Following) -> int:
    """Let it rest until nothing is left to do; return how often that took."""
    times = 1
    while following.follower.rest(0):
        times += 1
    return times


MATRIX = "data/downloads/matrices/overview.csv"


def test_downloads_and_the_text_of_matrices_follow_when_there_is_nothing_else_to_do(following: Following) -> None:
    rested(following)
    assert "Arch bridge" in following.page(MATRIX)
    following.edit(ARCH, "Arch bridge", "Vault bridge")
    assert "Arch bridge" in following.page(MATRIX)
    assert rested(following) > 1
    for path in (MATRIX, "matrices/overview.md", "data/downloads/matrices/overview.md.txt"):
        assert "Vault bridge" in following.page(path)
        assert "Arch bridge" not in following.page(path)
    assert rested(following) == 1


def test_an_edit_meanwhile_is_followed_and_the_downloads_show_the_latest(following: Following) -> None:
    rested(following)
    following.edit(ARCH, "Arch bridge", "Vault bridge")
    assert following.follower.rest(0)
    following.edit(ARCH, "Vault bridge", "Culvert")
    assert "Culvert" in following.page("crossings/arch.html")
    rested(following)
    assert "Culvert" in following.page(MATRIX)
    build = {path: path.read_bytes() for path in (following.root / "docs").rglob("*") if path.is_file()}
    publish(load(following.root / "knowledge"), following.root / "docs")
    changed = [path for path, content in build.items() if not path.is_file() or path.read_bytes() != content]
    assert changed == []


def test_the_search_index_follows(following: Following) -> None:
    def found(word: str) -> list[str]:
        index = json.loads(following.page("search/search_index.json"))
        return [entry["location"] for entry in index["docs"] if word in entry["text"]]

    following.edit("docs/index.md", "How to cross.", "Stepping stones.")
    assert "index.html" in " ".join(found("Stepping"))
    assert found("How to cross") == []


def test_an_edit_of_the_configuration_builds_everything(following: Following) -> None:
    following.edit("mkdocs.yml", "site_name: Crossings", "site_name: Rivers")
    assert "Rivers" in following.page("index.html")
    assert "Rivers" in following.page("crossings/arch.html")


def test_an_edit_that_was_broken_at_the_start_is_followed_when_it_is_mended(tmp_path: Path) -> None:
    following = Following(followed_project(tmp_path, {"crossings/arch.yaml": "name: [\n"}))
    assert "yaml-syntax" in following.problem
    ready = [following.ready]
    following.edit(ARCH, "name: [\n", "name: Arch\nlevel: design\nsummary: An arch.\nis-a: bridge\n")
    assert [*ready, following.ready] == [False, True], following.problem
    assert following.page("index.html")


SWALLOWING = """
import sys, time
from isolation_atlas.cli import main
from isolation_atlas.cli.serving.loop import Follower

def start(follower):
    try:
        print("building", file=sys.stderr, flush=True)
        time.sleep(60)
    except BaseException:  # as a plugin might
        pass

Follower.start = start
sys.exit(main())
"""


def test_it_ends_even_if_what_builds_the_pages_catches_the_interruption(tmp_path: Path) -> None:
    root = followed_project(tmp_path)
    command = [sys.executable, "-u", "-c", f"{HEEDING}\n{SWALLOWING}", "serve", "--port", "0", "--root", str(root)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            assert "Serving" in process.stderr.readline()
            assert "building" in process.stderr.readline()
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == ExitCode.OK
        finally:
            process.kill()
