"""The one way to check a folder of knowledge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from isolation_atlas.checks.cache import Cache, generator_version, verdict_key
from isolation_atlas.checks.result import CheckResult
from isolation_atlas.checks.snapshot import take_snapshot
from isolation_atlas.knowledge.limits import MOST_BYTES


def run_checks(root: Path, *, today: date, use_cache: bool = True, cache_folder: Path | None = None) -> CheckResult:
    """Return everything that is wrong with the knowledge below ``root``; never raises for its content.

    ``today`` decides what lies in the future and which exceptions have ended. With ``use_cache`` the result is kept in
    ``cache_folder`` (``.cache/atlas`` beside ``root`` if not given) and taken from there as long as no file, rule or
    day has changed; a damaged cache is passed over.
    """
    root = root.absolute()
    snapshot = take_snapshot(root, MOST_BYTES)
    if not use_cache:
        from isolation_atlas.checks.fresh import check_snapshot

        return check_snapshot(snapshot, today)
    version = generator_version()
    cache = Cache(cache_folder or root.parent / ".cache" / "atlas", root, version)
    key = verdict_key(snapshot, today.isoformat(), version)
    known = cache.verdict(key)
    if known is not None:
        return known
    from isolation_atlas.checks.fresh import check_snapshot

    result = check_snapshot(snapshot, today, cache)
    cache.keep_verdict(key, result)
    return result
