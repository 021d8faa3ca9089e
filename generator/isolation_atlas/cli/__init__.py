"""Floor five, the command ``atlas``: one module for each command."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; ``arguments`` default to those of the process."""
    import gc
    import sys

    from isolation_atlas.cli.running import run

    if arguments is not None:
        return run(arguments)
    code = run(sys.argv[1:])
    gc.freeze()  # the process ends here: looking for garbage among all that was read would be in vain
    return code
