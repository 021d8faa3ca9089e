"""Floor five, the command ``atlas``: one module for each command."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; ``arguments`` default to those of the process."""
    import sys

    from isolation_atlas.cli.running import run

    return run(sys.argv[1:] if arguments is None else arguments)
