"""``atlas serve``: the site on localhost, following every edit."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import say
from isolation_atlas.cli.project import Project, find_project

if TYPE_CHECKING:
    from isolation_atlas.cli.serving.loop import Follower


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.building.swapping import fresh_folder
    from isolation_atlas.cli.serving.loop import Follower
    from isolation_atlas.cli.serving.server import open_server
    from isolation_atlas.cli.serving.state import LiveState
    from isolation_atlas.cli.serving.warm_engine import WarmEngine

    project, state = find_project(options.root), LiveState()
    with fresh_folder(project.cache / f"served-on-{options.port}") as folder:
        server = open_server(options.host, options.port, folder, state)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"Serving {server.url}  (Ctrl-C ends)")
        follower = Follower(project, WarmEngine(project, folder), state)
        try:
            with _interruption() as interrupted:
                begin_anew = _watch(project, follower, interrupted)
        except KeyboardInterrupt:  # while something was being built
            begin_anew = False
        finally:
            server.shutdown()
            server.server_close()
    if begin_anew:
        _begin_anew()
    return ExitCode.OK


@contextmanager
def _interruption() -> Iterator[threading.Event]:
    """Note when the user interrupts: what builds a page may have caught the exception that this raises, too."""
    interrupted = threading.Event()
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN  # as for what a script starts in the background
    if ignored or threading.current_thread() is not threading.main_thread():
        yield interrupted
        return

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        interrupted.set()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)


def _watch(project: Project, follower: Follower, interrupted: threading.Event) -> bool:
    """Follow edits until the user ends it; return whether the generator itself has changed."""
    from pathlib import Path

    from watchfiles import watch

    logging.getLogger("watchfiles").setLevel(logging.ERROR)
    generator = project.root / "generator"
    watched = [project.knowledge, project.docs, project.config, project.root / "overrides", generator]
    present = [path for path in watched if path.exists()]
    edits = watch(
        *present,
        debounce=100,
        step=20,
        rust_timeout=500,
        yield_on_timeout=True,
        raise_interrupt=False,
        stop_event=interrupted,
    )
    next(edits)  # from here on edits are noticed, also those during the first build
    follower.start()
    for changes in edits:
        paths = sorted({Path(path) for _, path in changes})
        if any(path.is_relative_to(generator) and path.suffix in _CODE for path in paths):
            return True
        if paths:
            follower.follow([path for path in paths if not path.is_relative_to(generator)])
        else:
            follower.rest()
    return False


def _begin_anew() -> None:
    """Start the same command again, with the generator as it is now."""
    say("The generator has changed: starting again")
    os.execv(sys.executable, sys.orig_argv)  # noqa: S606


_CODE = (".py", ".jinja", ".js")
COMMAND = Command(
    "serve",
    "serve the site on localhost and follow every edit",
    "atlas serve --port 8080",
    _run,
    (
        Argument("--host", "address to listen on", default="127.0.0.1"),
        Argument("--port", "port to listen on", default=8000),
    ),
    "An edit that breaks a rule is shown on every page, and the last good site stays.",
)
