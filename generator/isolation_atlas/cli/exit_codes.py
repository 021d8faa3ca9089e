"""What the exit code of ``atlas`` means."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command; ``meaning`` says each in words."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    BUILD_FAILED = 3
    BLOCKED = 4
    INTERNAL = 70
    INTERRUPTED = 130
    BROKEN_PIPE = 141

    @property
    def meaning(self) -> str:
        """What the code tells the caller."""
        return _MEANINGS[self]


_MEANINGS = {
    ExitCode.OK: "Done, and nothing to complain of.",
    ExitCode.FINDINGS: "Done, and there are errors in what was looked at.",
    ExitCode.USAGE: "The command was not understood, or names something that does not exist.",
    ExitCode.BUILD_FAILED: "The site could not be built; the last good one is still in place.",
    ExitCode.BLOCKED: "A file could not be read or written, a port is taken, or another build is running.",
    ExitCode.INTERNAL: "A fault of the command itself.",
    ExitCode.INTERRUPTED: "Interrupted from the keyboard.",
    ExitCode.BROKEN_PIPE: "The reader of the output went away.",
}
