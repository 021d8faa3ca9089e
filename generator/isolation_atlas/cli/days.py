"""The day on which a command works."""

from __future__ import annotations

from datetime import date

from isolation_atlas.cli.command import Argument
from isolation_atlas.cli.faults import UserFault

TODAY = Argument("--today", "the day for rules about dates (default: today)", placeholder="DAY")


def day(text: str | None) -> date:
    """Return the day that an option names, or today; raises UserFault for anything else."""
    if text is None:
        return date.today()  # noqa: DTZ011
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserFault(f"{text!r} is not a day.", "Write it as 2026-11-25.") from error
