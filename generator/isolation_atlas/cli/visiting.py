"""Visiting addresses: few at a time, at most two of one host at once, each within a time limit."""

from __future__ import annotations

import http.client
import threading
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

_AGENT = "isolation-atlas link check (HEAD, then GET; at most two requests at once)"
_AT_ONE_HOST = 2
_GONE = (404, 410)
_MOVED = (301, 308)


class Visit(Enum):
    """What came of a visit."""

    OK = "ok"
    MOVED = "moved for good"
    GONE = "gone"
    REFUSED = "refused"
    """The host answers, but not to programs; a person has to look."""
    FAILED = "cannot be reached"


@dataclass(frozen=True, slots=True)
class Visited:
    """An address, what came of the visit, and the host's answer or the reason in words."""

    url: str
    visit: Visit
    says: str


def visit_all(urls: Iterable[str], *, at_once: int, timeout: float) -> tuple[Visited, ...]:
    """Return what came of visiting each address once, or a second time after a failure, in the order given."""
    limits: dict[str, threading.Semaphore] = defaultdict(lambda: threading.Semaphore(_AT_ONE_HOST))
    given = list(urls)
    for url in given:
        _ = limits[urlsplit(url).netloc]

    def visit(url: str) -> Visited:
        with limits[urlsplit(url).netloc]:
            first = _visit(url, timeout)
            return _visit(url, timeout) if first.visit is Visit.FAILED else first

    with ThreadPoolExecutor(max_workers=at_once) as pool:
        return tuple(pool.map(visit, given))


def _visit(url: str, timeout: float) -> Visited:
    seen = _ask(url, "HEAD", timeout)
    return seen if seen.visit in (Visit.OK, Visit.MOVED) else _ask(url, "GET", timeout)


def _ask(url: str, method: str, timeout: float) -> Visited:
    moves = _Moves()
    request = urllib.request.Request(url, method=method, headers={"User-Agent": _AGENT, "Accept": "*/*"})  # noqa: S310
    try:
        with urllib.request.build_opener(moves).open(request, timeout=timeout) as answer:
            answer.read(1)
            return Visited(url, *_of_answer(url, answer.geturl(), moves))
    except urllib.error.HTTPError as error:
        error.close()
        return Visited(url, Visit.GONE if error.code in _GONE else _refusal(error.code), f"status {error.code}")
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        return Visited(url, Visit.FAILED, str(reason) or type(error).__name__)


def _of_answer(url: str, last: str, moves: _Moves) -> tuple[Visit, str]:
    if moves.codes and all(code in _MOVED for code in moves.codes):
        return Visit.MOVED, f"to {last}"
    return Visit.OK, f"by way of {last}" if last != url else ""


def _refusal(code: int) -> Visit:
    return Visit.FAILED if code >= 500 else Visit.REFUSED


class _Moves(urllib.request.HTTPRedirectHandler):
    """Follows redirects as usual and keeps their codes."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        self.codes.append(code)
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following is not None:
            following.method = req.get_method()
        return following
