"""Visiting addresses, against a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from isolation_atlas.cli.hosts import Host, by_turns, seconds_to_wait
from isolation_atlas.cli.links import addresses, report
from isolation_atlas.cli.visiting import Visit, _ask, visit_all
from isolation_atlas.knowledge.loading import load
from tests.cli.running import Atlas
from tests.knowledge_folder import write_folder

MOST_SENT = 64 << 20
"""Bytes after which a body that should have no end has one, so that the test has one as well."""


class Answers(BaseHTTPRequestHandler):
    """Answers by the path: a status, a move, or a refusal of HEAD alone."""

    running = 0
    most = 0
    sent = 0
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
        if kind == "trickle":
            self._trickle()
        elif kind == "endless":
            self._endless(rest)
        else:
            self._usual(kind, rest)
        with cls.lock:
            cls.running -= 1

    def _status(self, kind: str, rest: list[str]) -> int:
        """The status that a path asks for; some are for one method or the first request only."""
        if kind == "slow":
            threading.Event().wait(3)
        if kind.startswith(("circle", "longer")):
            return 302
        if kind == "once" and len(self.asked) == 1:
            return int(rest[0])
        by_head = {"only-get": 405, "not-found-by-head": 404} if self.command == "HEAD" else {}
        return int(kind) if kind.isdigit() else by_head.get(kind, 200)

    def _usual(self, kind: str, rest: list[str]) -> None:
        status = self._status(kind, rest)
        if kind.startswith(("circle", "longer")):
            rest = [kind + ("x" if kind.startswith("longer") else "")]
        self.send_response(status)
        if kind == "once":
            self.send_header("Retry-After", unquote(rest[-1]))
        if status in (301, 302, 308):
            self.send_header("Location", unquote("/".join(["", *rest])) if rest[0] != "to" else unquote(rest[1]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _trickle(self) -> None:
        """One letter of a header at a time, each soon enough for a limit on reads."""
        with suppress(OSError):
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
            for _ in range(200):
                self.wfile.write(b"x")
                self.wfile.flush()
                threading.Event().wait(0.05)

    def _endless(self, rest: list[str]) -> None:
        """A body that nobody could keep."""
        cls = type(self)
        self.send_response(302 if rest else 200)
        if rest:
            self.send_header("Location", f"/{'/'.join(rest)}")
        self.end_headers()
        with suppress(OSError):
            while self.command == "GET" and cls.sent < MOST_SENT:
                cls.sent += self.wfile.write(b"x" * 65536)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def serving() -> Iterator[tuple[str, type[Answers]]]:
    handler = type("Fresh", (Answers,), {"running": 0, "most": 0, "sent": 0, "asked": []})
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
        ("/not-found-by-head", Visit.OK, ""),
        ("/200/ä b", Visit.OK, ""),
        ("/200/x#part", Visit.OK, ""),
        ("/endless", Visit.OK, ""),
        ("/301/200", Visit.MOVED, "to {0}/200"),
        ("/308/301/200", Visit.MOVED, "to {0}/200"),
        ("/302/200", Visit.OK, "by way of {0}/200"),
        ("/301/404", Visit.GONE, "status 404"),
        ("/404", Visit.GONE, "status 404"),
        ("/410", Visit.GONE, "status 410"),
        ("/403", Visit.REFUSED, "status 403"),
        ("/429", Visit.REFUSED, "status 429"),
        ("/503", Visit.FAILED, "status 503"),
        ("/circle", Visit.REFUSED, "status 302, and its moves lead nowhere"),
        ("/longer", Visit.REFUSED, "status 302, and its moves lead nowhere"),
        ("/302/to/file%3A%2F%2F%2Fetc%2Fhosts", Visit.REFUSED, "status 302, and its moves lead nowhere"),
        ("/302/to/ftp%3A%2F%2Flocalhost%2Fx", Visit.FAILED, "unknown url type: ftp"),
    ],
)
def test_answers(path: str, visit: Visit, says: str) -> None:
    with serving() as (base, _):
        (found,) = visit_all([base + path], at_once=1, timeout=5, pause=0)
    assert (found.visit, found.says) == (visit, says.format(base))


def test_a_slow_host_is_not_waited_for() -> None:
    with serving() as (base, _):
        (found,) = visit_all([f"{base}/slow"], at_once=1, timeout=0.2)
    assert (found.visit, found.says) == (Visit.FAILED, "timed out")


def test_a_host_that_answers_little_by_little_is_left() -> None:
    with serving() as (base, _):
        (found,) = visit_all([f"{base}/trickle"], at_once=1, timeout=0.2, pause=0)
    assert (found.visit, found.says) == (Visit.FAILED, "did not end in time")


@pytest.mark.parametrize("path", ["/endless", "/endless/200"])
def test_no_body_is_read_to_its_end(path: str) -> None:
    with serving() as (base, handler):
        found = _ask(base + path, "GET", 5)
    assert found.well
    assert handler.sent < MOST_SENT


def test_a_host_that_wants_a_pause_gets_it_and_is_asked_once_more() -> None:
    with serving() as (base, handler):
        (found,) = visit_all([f"{base}/once/429/0"], at_once=1, timeout=5, pause=0)
    assert found.visit is Visit.OK
    assert handler.asked == ["HEAD /once/429/0"] * 2


@pytest.mark.parametrize("asked_for", ["3600", "Fri, 31 Dec 2999 23:59:59 GMT"])
def test_a_host_that_wants_a_long_pause_is_left_alone(asked_for: str) -> None:
    with serving() as (base, handler):
        (found,) = visit_all([f"{base}/once/429/{quote(asked_for)}"], at_once=1, timeout=5, pause=0)
    assert (found.visit, found.says) == (Visit.REFUSED, "status 429")
    assert len(handler.asked) == 1


def test_too_many_requests_is_no_reason_for_another() -> None:
    with serving() as (base, handler):
        visit_all([f"{base}/429"], at_once=1, timeout=5, pause=0)
    assert handler.asked == ["HEAD /429"]


def test_an_address_that_is_none_spoils_nothing() -> None:
    with serving() as (base, _):
        urls = ["http://[", "http://", "file:///etc/hosts", "mailto:x@example.org", "http://\u2028", f"{base}/200"]
        found = visit_all(urls, at_once=2, timeout=1, pause=0)
    assert [each.visit for each in found] == [Visit.FAILED] * 5 + [Visit.OK]


def test_requests_to_one_host_are_apart() -> None:
    host = Host(60)
    assert [host.reserve(1000), host.reserve(1000), host.reserve(1070)] == [0, 60, 50]
    assert host.hold(3600) is False


def test_hosts_take_turns() -> None:
    assert list(by_turns(["a1", "a2", "b1", "c1"], lambda url: url[0])) == ["a1", "b1", "c1", "a2"]


@pytest.mark.parametrize(
    ("given", "seconds"),
    [("", None), ("7", 7), (" 120 ", 120), ("-1", None), ("soon", None), ("Wed, 21 Oct 2015 07:28:00 GMT", 0)],
)
def test_how_long_a_host_wants_to_be_left_alone(given: str, seconds: float | None) -> None:
    assert seconds_to_wait(given) == seconds


def test_where_an_address_moved_is_no_markup(atlas: Atlas, project: Path) -> None:
    hostile = "/200/](javascript:x)<img src=x>@everyone"
    with serving() as (base, _):
        address = f"{base}/301/to/{quote(hostile, safe='')}"
        source = f"title: Ledger\nby: B\ndate: 1880\nkind: docs\nurl: {address}\n"
        write_folder(project / "knowledge", {"sources/ledger.yaml": source}, base=False)
        run = atlas("links", "--only", "/301", "--today", "2026-06-01", "--timeout", "2")
    assert "1 moved for good" in run.out
    text = (project / ".cache/atlas/links-2026-06-01.md").read_text("utf-8")
    assert [piece for piece in ("](", "<img", "@everyone") if piece in text] == []


def test_no_host_at_all() -> None:
    with serving() as (base, _):
        pass
    (found,) = visit_all([base], at_once=1, timeout=1)
    assert found.visit is Visit.FAILED
    assert "refused" in found.says.lower()


def test_one_host_is_asked_by_two_at_most_and_answers_keep_their_order() -> None:
    with serving() as (base, handler):
        urls = [f"{base}/200/{number}" for number in range(20)]
        found = visit_all(urls, at_once=8, timeout=5, pause=0)
    assert [each.url for each in found] == urls
    assert handler.most <= 2
    assert len(handler.asked) == 20


def test_failure_is_tried_a_second_time() -> None:
    with serving() as (base, handler):
        visit_all([f"{base}/503"], at_once=1, timeout=5, pause=0)
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
