"""Runs one command and turns everything that can go wrong into a message and an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault
from isolation_atlas.cli.parser import build_parser


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of the command that ``arguments`` state; no user's fault ends in a traceback."""
    _speak_utf8()
    try:
        options = build_parser().parse_args(arguments)
        code = _carry_out(options)
        sys.stdout.flush()
    except UserFault as fault:
        return _fail(str(fault), fault.code)
    except BrokenPipeError:
        # Python would report the same again when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.BROKEN_PIPE
    except KeyboardInterrupt:
        return _fail("Interrupted.", ExitCode.INTERRUPTED)
    except OSError as error:
        return _fail(f"{error.filename or 'A file'}: {error.strerror or error}.", ExitCode.BLOCKED)
    except Exception:  # noqa: BLE001
        return _crash()
    return code


def _carry_out(options: argparse.Namespace) -> ExitCode:
    code: ExitCode = options.run(options)
    return code


def _fail(message: str, code: ExitCode) -> ExitCode:
    sys.stderr.write(f"atlas: {message}\n")
    return code


def _crash() -> ExitCode:
    import traceback

    traceback.print_exc()
    return _fail("This is a fault of atlas, not yours. Please report it with the lines above.", ExitCode.INTERNAL)


def _speak_utf8() -> None:
    """Facts have signs that a terminal's own encoding may lack; those are then replaced instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
