"""Serves a folder under a base path, as a hosting service does for a project's site."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

BASE = "/some/base"


class _Handler(SimpleHTTPRequestHandler):
    """Answers below the base path, without a log."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(BASE))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing: failed requests are asserted on in the browser."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Return the server's address until the block ends; the folder answers there and under the base path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
