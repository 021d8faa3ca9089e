"""All commands, in the order in which the help shows them."""

from __future__ import annotations

from isolation_atlas.cli import (
    add,
    build,
    check,
    choose,
    compare,
    explain,
    fix,
    fmt,
    matrix,
    new,
    schema,
    serve,
    show,
    site_check,
    stats,
    tree,
    what_if,
)
from isolation_atlas.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    build.COMMAND,
    serve.COMMAND,
    show.COMMAND,
    compare.COMMAND,
    choose.COMMAND,
    explain.COMMAND,
    what_if.COMMAND,
    matrix.COMMAND,
    tree.COMMAND,
    stats.COMMAND,
    new.COMMAND,
    add.COMMAND,
    fix.COMMAND,
    fmt.COMMAND,
    schema.COMMAND,
    site_check.COMMAND,
)
