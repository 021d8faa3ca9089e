"""Finds the addresses that scripts name literally; those that scripts compute are for the browser tests to see."""

import re

from isolation_atlas.site_check.page import Address, Use

_LOADED = re.compile(
    r"""(?: \b(?:fetch|import|importScripts|Worker|SharedWorker|EventSource|WebSocket|sendBeacon)\s*\(
        | \b(?:from|import)\s
        | \.(?:src|href)\s*=
        )\s*(["'`])((?:https?:|wss?:)?//[^"'`\s]+|\.{1,2}/[^"'`\s$]+)\1""",
    re.VERBOSE,
)


def addresses_in_script(text: str) -> list[Address]:
    """Return the outside and the relative addresses that a script loads by a literal, with their lines."""
    return [Address(match[2], Use.LOADED, 1 + text.count("\n", 0, match.start())) for match in _LOADED.finditer(text)]
