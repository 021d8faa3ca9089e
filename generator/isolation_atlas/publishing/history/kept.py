"""What revisions did, kept from one build to the next.

A file that is missing, damaged or written by other code is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any

from isolation_atlas.checks.cache import generator_version
from isolation_atlas.publishing.history.news import FactNews, RevisionNews
from isolation_atlas.publishing.history.revisions import Revision
from isolation_atlas.reasoning.changes import FactChangeKind


def kept_news(file: Path) -> Mapping[str, RevisionNews]:
    """Return what is kept in a file, by commit; nothing where it cannot be used."""
    try:
        kept = json.loads(file.read_bytes())
        if kept["version"] != _version():
            return {}
        return {commit: _news(data) for commit, data in kept["revisions"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def keep_news(file: Path, news: Iterable[RevisionNews]) -> None:
    """Replace what is kept in a file; one that cannot be written is left alone."""
    revisions = {each.revision.commit: asdict(each) for each in news}
    text = json.dumps({"version": _version(), "revisions": revisions}, default=lambda kind: kind.value)
    part = file.with_suffix(".part")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(file)


def _version() -> str:
    own = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return generator_version() + blake2b(own, digest_size=8).hexdigest()


def _news(data: dict[str, Any]) -> RevisionNews:
    revision = data["revision"] | {"files": tuple(data["revision"]["files"])}
    return RevisionNews(
        Revision(**revision),
        tuple(FactNews(**(fact | {"kind": FactChangeKind(fact["kind"])})) for fact in data["facts"]),
        tuple(data["added"]),
        tuple((old, new) for old, new in data["redirected"]),
        tuple(data["removed"]),
        tuple(data["edited"]),
    )
