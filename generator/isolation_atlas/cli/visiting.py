"""Visiting addresses: few at a time, at most two of one host at once and with a pause, each within a time limit."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from urllib.parse import quote, urlsplit

from isolation_atlas.cli.hosts import Deadline, Host, by_turns, seconds_to_wait

_AGENT = "isolation-atlas link check (HEAD, then GET; at most two requests at once, with a pause)"
_GONE = (404, 410)
_MOVED = (301, 308)
_TOO_MANY = 429
_AS_IT_IS = "%/:=&?~#+!$,;'@()*[]"
_PAUSE = 0.5
"""Seconds between two requests to one host."""
_LONGEST_ANSWER = 3
"""How many times the time limit a request may take in all, however little by little the host answers."""


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
    wait: float | None = None
    """Seconds that the host wants to be left alone."""

    @property
    def well(self) -> bool:
        """Whether something is there."""
        return self.visit in (Visit.OK, Visit.MOVED)


def visit_all(urls: Iterable[str], *, at_once: int, timeout: float, pause: float = _PAUSE) -> tuple[Visited, ...]:
    """Return what came of visiting each address once, or a second time after a failure, in the order given.

    ``timeout`` (in seconds) is for each step of a request. A host that asks to be left alone for a while, and not for
    long, is asked once more after that.
    """
    given = list(dict.fromkeys(urls))
    hosts = {name: Host(pause) for name in map(_host, given)}
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        try:
            running = {url: pool.submit(_visit, url, timeout, hosts[_host(url)]) for url in by_turns(given, _host)}
            return tuple(running[url].result() for url in given)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _visit(url: str, timeout: float, host: Host) -> Visited:
    with host.at_once:
        seen = _ask_twice(url, timeout, host)
        if seen.wait is not None and not host.hold(seen.wait):
            return seen
        again = seen.visit is Visit.FAILED or seen.wait is not None
        return _ask_twice(url, timeout, host) if again else seen


def _ask_twice(url: str, timeout: float, host: Host) -> Visited:
    """Ask without and, where that brings nothing, with the content; some hosts know the second way only."""
    host.take_turn()
    seen = _ask(url, "HEAD", timeout)
    if seen.well or seen.wait is not None or seen.says == f"status {_TOO_MANY}":
        return seen
    host.take_turn()
    return _ask(url, "GET", timeout)


def _ask(url: str, method: str, timeout: float) -> Visited:
    moves = _Moves()
    with Deadline(timeout * _LONGEST_ANSWER) as deadline:
        try:
            headers = {"User-Agent": _AGENT, "Accept": "*/*"}
            request = urllib.request.Request(quote(url, safe=_AS_IT_IS), method=method, headers=headers)  # noqa: S310
            with _opener(moves, deadline).open(request, timeout=timeout) as answer:
                answer.read(1)
                if deadline.passed:  # what was cut off looks like an answer that ends there
                    raise TimeoutError
                return Visited(url, *_of_answer(request.full_url, answer.geturl(), moves))
        except urllib.error.HTTPError as error:
            error.close()
            return _of_error(url, error)
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = "did not end in time" if deadline.passed else getattr(error, "reason", None) or error
            return Visited(url, Visit.FAILED, str(reason) or type(error).__name__)


def _opener(moves: _Moves, deadline: Deadline) -> urllib.request.OpenerDirector:
    """An opener that knows the web alone: neither files nor other protocols, wherever an answer leads."""
    opener = urllib.request.OpenerDirector()
    handlers = (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        *deadline.handlers(),
        moves,
    )
    for each in handlers:
        opener.add_handler(each)
    return opener


def _of_answer(asked: str, last: str, moves: _Moves) -> tuple[Visit, str]:
    if moves.codes and all(code in _MOVED for code in moves.codes):
        return Visit.MOVED, f"to {last}"
    return Visit.OK, f"by way of {last}" if last != asked else ""


def _of_error(url: str, error: urllib.error.HTTPError) -> Visited:
    if error.code in _GONE:
        return Visited(url, Visit.GONE, f"status {error.code}")
    if 300 <= error.code < 400:
        return Visited(url, Visit.REFUSED, f"status {error.code}, and its moves lead nowhere")
    wait = seconds_to_wait(error.headers.get("Retry-After", ""))
    return Visited(url, Visit.FAILED if error.code >= 500 else Visit.REFUSED, f"status {error.code}", wait)


class _Moves(urllib.request.HTTPRedirectHandler):
    """Follows redirects as usual, keeps their codes, and reads nothing of what they carry."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        self.codes.append(code)
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following is not None:
            following.method = req.get_method()
            fp.close()  # what is called next would read it to its end, however long it is
        return following
