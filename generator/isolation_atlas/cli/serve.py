"""``atlas serve``: the site on localhost, following every edit."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.output import say
from isolation_atlas.cli.project import Project, find_project

if TYPE_CHECKING:
    from isolation_atlas.cli.serving.loop import Follower


def _run(options: argparse.Namespace) -> ExitCode:
    import threading

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
        follower.start()
        try:
            _watch(project, follower)
        finally:
            server.shutdown()
    return ExitCode.OK


def _watch(project: Project, follower: Follower) -> None:
    from pathlib import Path

    from watchfiles import watch

    watched = [project.knowledge, project.docs, project.config, project.root / "overrides"]
    present = [path for path in watched if path.exists()]
    for changes in watch(*present, debounce=100, step=20, rust_timeout=1000, raise_interrupt=False):
        follower.follow(sorted({Path(path) for _, path in changes}))


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
