"""Visiting addresses, against a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from isolation_atlas.cli.links import addresses, report
from isolation_atlas.cli.visiting import Visit, visit_all
from isolation_atlas.knowledge.loading import load
from tests.cli.running import Atlas
from tests.knowledge_folder import write_folder


class Answers(BaseHTTPRequestHandler):
    """Answers by the path: a status, a move, or a refusal of HEAD alone."""

    running = 0
    most = 0
    asked: list[str]
    lock = threading.Lock()

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        cls = type(self)
        with cls.lock:
            cls.running += 1
            cls.most = max(cls.most, cls.running)
            cls.asked.append(f"{self.command} {self.path}")
        _, kind, *rest = self.path.split("/")
        status = int(kind) if kind.isdigit() else 200
        if kind == "only-get" and self.command == "HEAD":
            status = 405
        if kind == "slow":
            threading.Event().wait(3)
        self.send_response(status)
        if status in (301, 302, 308):
            self.send_header("Location", f"/{'/'.join(rest)}")
        self.send_header("Content-Length", "0")
        self.end_headers()
        with cls.lock:
            cls.running -= 1

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def serving() -> Iterator[tuple[str, type[Answers]]]:
    handler = type("Fresh", (Answers,), {"running": 0, "most": 0, "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", handler
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize(
    ("path", "visit", "says"),
    [
        ("/200", Visit.OK, ""),
        ("/only-get", Visit.OK, ""),
        ("/301/200", Visit.MOVED, "to {0}/200"),
        ("/308/301/200", Visit.MOVED, "to {0}/200"),
        ("/302/200", Visit.OK, "by way of {0}/200"),
        ("/301/404", Visit.GONE, "status 404"),
        ("/404", Visit.GONE, "status 404"),
        ("/410", Visit.GONE, "status 410"),
        ("/403", Visit.REFUSED, "status 403"),
        ("/429", Visit.REFUSED, "status 429"),
        ("/503", Visit.FAILED, "status 503"),
    ],
)
def test_answers(path: str, visit: Visit, says: str) -> None:
    with serving() as (base, _):
        (found,) = visit_all([base + path], at_once=1, timeout=5)
    assert (found.visit, found.says) == (visit, says.format(base))


def test_a_slow_host_is_not_waited_for() -> None:
    with serving() as (base, _):
        (found,) = visit_all([f"{base}/slow"], at_once=1, timeout=0.2)
    assert (found.visit, found.says) == (Visit.FAILED, "timed out")


def test_no_host_at_all() -> None:
    with serving() as (base, _):
        pass
    (found,) = visit_all([base], at_once=1, timeout=1)
    assert found.visit is Visit.FAILED
    assert "refused" in found.says.lower()


def test_one_host_is_asked_by_two_at_most_and_answers_keep_their_order() -> None:
    with serving() as (base, handler):
        urls = [f"{base}/200/{number}" for number in range(20)]
        found = visit_all(urls, at_once=8, timeout=5)
    assert [each.url for each in found] == urls
    assert handler.most <= 2
    assert len(handler.asked) == 20


def test_failure_is_tried_a_second_time() -> None:
    with serving() as (base, handler):
        visit_all([f"{base}/503"], at_once=1, timeout=5)
    assert handler.asked == ["HEAD /503", "GET /503"] * 2


def test_command_writes_a_dated_report_and_changes_nothing(atlas: Atlas, project: Path) -> None:
    with serving() as (base, _):
        source = f"title: Ledger\nby: B\ndate: 1880\nkind: docs\nurl: {base}/404\n"
        write_folder(project / "knowledge", {"sources/ledger.yaml": source}, base=False)
        before = {path: path.read_bytes() for path in (project / "knowledge").rglob("*.yaml")}
        run = atlas("links", "--only", "/404", "--today", "2026-06-01", "--timeout", "2")
    assert run.code == 1
    assert run.out.startswith("0 ok, 0 moved for good, 1 gone, 0 refused, 0 cannot be reached; the report is in ")
    text = (project / ".cache/atlas/links-2026-06-01.md").read_text("utf-8")
    assert text.startswith("## Links on 2026-06-01\n\n0 of 1 addresses are well.\n\n### Gone (1)")
    assert {path: path.read_bytes() for path in (project / "knowledge").rglob("*.yaml")} == before


def test_limits_are_refused(atlas: Atlas) -> None:
    assert atlas("links", "--at-once", "1000").code == 2
    assert atlas("links", "--timeout", "0").code == 2


def test_report_lists_what_needs_a_person_first(tmp_path: Path) -> None:
    knowledge = load(write_folder(tmp_path / "knowledge"))
    holders = addresses(knowledge, None)
    assert holders == {"https://example.org/survey-1907": ["survey-1907"]}
    assert addresses(knowledge, "elsewhere") == {}
    from datetime import date

    assert report((), {}, date(2026, 6, 1)) == "## Links on 2026-06-01\n\n0 of 0 addresses are well.\n"
