"""Manners and limits towards hosts: how often one is asked, how long one is waited for."""

from __future__ import annotations

import http.client
import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import zip_longest
from types import TracebackType
from typing import Any, Self

_AT_ONE_HOST = 2
_LONGEST_WAIT = 60.0
"""Seconds; whoever asks for more is left alone."""


class Host:
    """One host: at most two requests at once, and a pause from the start of one to the start of the next."""

    def __init__(self, pause: float) -> None:
        self.at_once = threading.Semaphore(_AT_ONE_HOST)
        self._pause = pause
        self._lock = threading.Lock()
        self._next = 0.0

    def take_turn(self) -> None:
        """Wait until the host may be asked."""
        time.sleep(self.reserve(time.monotonic()))

    def reserve(self, now: float) -> float:
        """Return in how many seconds from ``now`` the host may be asked, and keep that place."""
        with self._lock:
            start = max(now, self._next)
            self._next = start + self._pause
        return start - now

    def hold(self, seconds: float) -> bool:
        """Leave the host alone for so long; return False, and do nothing, where that is too long to wait for."""
        if seconds > _LONGEST_WAIT:
            return False
        with self._lock:
            self._next = max(self._next, time.monotonic() + seconds)
        return True


def by_turns(urls: Iterable[str], host: Callable[[str], str]) -> Iterator[str]:
    """Yield addresses so that those of one host are far apart: one with many does not keep the others waiting."""
    by_host: dict[str, list[str]] = {}
    for url in urls:
        by_host.setdefault(host(url), []).append(url)
    for each in zip_longest(*by_host.values()):
        yield from (url for url in each if url is not None)


def seconds_to_wait(given: str) -> float | None:
    """Return the seconds that a field Retry-After names (RFC 9110, section 10.2.3), or None."""
    given = given.strip()
    if given.isascii() and given.isdecimal():
        return float(given[:9])
    with suppress(ValueError, TypeError):
        then = parsedate_to_datetime(given)
        return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    return None


class Deadline:
    """Cuts the connections of a request when its time is over; a limit for each read alone never ends a trickle."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()

    def _cut(self) -> None:
        self.passed = True
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def handlers(self) -> tuple[urllib.request.BaseHandler, ...]:
        """Return what opens connections that end with this deadline."""
        sockets = self._sockets

        class Connection(http.client.HTTPConnection):
            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        class SecureConnection(http.client.HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        class Http(urllib.request.HTTPHandler):
            def http_open(self, req: Any) -> Any:
                return self.do_open(Connection, req)

        class Https(urllib.request.HTTPSHandler):
            def https_open(self, req: Any) -> Any:
                return self.do_open(SecureConnection, req)

        return Http(), Https()
