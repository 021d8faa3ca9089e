"""The one way to check a folder of knowledge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from isolation_atlas.checks.result import CheckResult


def run_checks(root: Path, *, today: date, use_cache: bool = True, cache_folder: Path | None = None) -> CheckResult:
    """Return everything that is wrong with the knowledge below ``root``; never raises for its content.

    ``today`` decides what lies in the future and which exceptions have ended. With ``use_cache`` the result is kept in
    ``cache_folder`` (``.cache/atlas`` beside ``root`` if not given) and taken from there as long as no file, rule or
    day has changed; a damaged cache is passed over.
    """
    from isolation_atlas.checks.fresh import check_snapshot
    from isolation_atlas.checks.snapshot import take_snapshot

    root = root.absolute()
    return check_snapshot(take_snapshot(root, 1 << 20), today)
