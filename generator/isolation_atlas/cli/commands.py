"""All commands, in the order in which the help shows them."""

from __future__ import annotations

from isolation_atlas.cli import check, show, stats
from isolation_atlas.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    show.COMMAND,
    stats.COMMAND,
)
