"""The server on localhost: the built site as it is on the disk, with what ``overlay`` adds to its pages."""

from __future__ import annotations

import errno
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.serving.overlay import PREFIX, missing_page, waiting_page, with_overlay
from isolation_atlas.cli.serving.state import LiveState

_PATIENCE = 15.0
"""Seconds after which an event stream says that it is still there."""


class SiteServer(ThreadingHTTPServer):
    """Serves the folder that ``folder`` names at the time of the request."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], folder: Path, state: LiveState) -> None:
        self.folder = folder
        self.state = state
        super().__init__(address, partial(_Handler, directory=str(folder)))

    @property
    def url(self) -> str:
        """The address to open."""
        host, port = str(self.server_address[0]), self.server_address[1]
        return f"http://{f'[{host}]' if ':' in host else host}:{port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no fault."""


def open_server(host: str, port: int, folder: Path, state: LiveState) -> SiteServer:
    """Return a server that listens; raises UserFault where the port is taken or the host is none of this machine."""
    try:
        return SiteServer((host, port), folder, state)
    except OSError as error:
        fix = f"Name another one: --port {port + 1}." if error.errno == errno.EADDRINUSE else "Check --host and --port."
        raise UserFault(f"{host}:{port} cannot be served: {error.strerror}.", fix, ExitCode.BLOCKED) from error
    except OverflowError as error:
        raise UserFault(f"{port} is no port.", "Choose one from 1024 to 65535.") from error


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: SiteServer

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Requests are not worth a line."""

    def _answer(self) -> None:
        path = urlsplit(self.path).path
        if path == f"{PREFIX}events":
            self._follow()
        elif path == f"{PREFIX}reload.js":
            script = files("isolation_atlas.cli.serving").joinpath("reload.js").read_bytes()
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", script)
        elif not self.server.state.shown.ready:
            self._send_page(HTTPStatus.SERVICE_UNAVAILABLE, waiting_page(self.server.state.shown))
        else:
            self._send_file(path)

    def _send_file(self, path: str) -> None:
        file = Path(self.translate_path(path))
        if file.is_dir():
            file /= "index.html"
        try:
            content = file.read_bytes()
        except OSError:
            own = self.server.folder / "404.html"
            self._send_page(HTTPStatus.NOT_FOUND, own.read_bytes() if own.is_file() else missing_page(path))
            return
        if file.suffix == ".html":
            self._send_page(HTTPStatus.OK, content)
        else:
            self._send(HTTPStatus.OK, self.guess_type(str(file)), content)

    def _send_page(self, status: HTTPStatus, html: bytes) -> None:
        self._send(status, "text/html; charset=utf-8", with_overlay(html, self.server.state.shown))

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _follow(self) -> None:
        """Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""
        seen = parse_qs(urlsplit(self.path).query).get("seen", [""])[0]
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while self.command != "HEAD":
                shown = self.server.state.wait_for_other(seen, _PATIENCE)
                event = f"event: change\ndata: {shown.version}\n\n" if shown.version != seen else ": still here\n\n"
                self.wfile.write(event.encode())
                seen = shown.version
        except OSError:
            return
