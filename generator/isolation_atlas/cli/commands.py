"""All commands, in the order in which the help shows them."""

from __future__ import annotations

from isolation_atlas.cli import (
    add,
    build,
    check,
    choose,
    compare,
    coverage,
    diff,
    explain,
    fix,
    fmt,
    links,
    matrix,
    new,
    schema,
    serve,
    show,
    site_check,
    stale,
    stats,
    tree,
    wanted,
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
    stale.COMMAND,
    coverage.COMMAND,
    wanted.COMMAND,
    links.COMMAND,
    new.COMMAND,
    add.COMMAND,
    fix.COMMAND,
    fmt.COMMAND,
    diff.COMMAND,
    schema.COMMAND,
    site_check.COMMAND,
)
