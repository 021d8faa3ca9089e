"""What a user did that a command cannot carry out."""

from __future__ import annotations

from collections.abc import Iterable

from isolation_atlas.cli.exit_codes import ExitCode


class UserFault(Exception):  # noqa: N818
    """Something that the user can put right; shown in one line, without a traceback."""

    def __init__(self, message: str, fix: str = "", code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
        self.code = code

    def __str__(self) -> str:
        return f"{self.message} {self.fix}".strip()


def unknown(what: str, word: str, known: Iterable[str], otherwise: str = "") -> UserFault:
    """Return the fault that there is no ``what`` of that name, with the names that were probably meant."""
    from isolation_atlas.knowledge.nearest import did_you_mean

    return UserFault(f"There is no {what} {word!r}.", did_you_mean(word, known) or otherwise)
