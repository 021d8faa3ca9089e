"""What a revision did to the facts, read from the files that it touched."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.loading import load
from isolation_atlas.knowledge.ontology import Role
from isolation_atlas.knowledge.reading import Document, parse_document
from isolation_atlas.knowledge.records import Fact
from isolation_atlas.publishing.history.kept import keep_news, kept_news
from isolation_atlas.publishing.history.news import FactNews, RevisionNews
from isolation_atlas.publishing.history.revisions import (
    Revision,
    blobs_at,
    contents_of,
    head_of,
    latest_revisions,
    top_of,
)
from isolation_atlas.publishing.views.evidence import value_words
from isolation_atlas.reasoning.changes import FactChange, fact_changes, renaming

MOST_REVISIONS = 20
_KEPT = ".cache/atlas/history.json"


def news_of(knowledge: Knowledge) -> tuple[RevisionNews, ...]:
    """Return what the newest revisions of a body of knowledge did; raises NoHistoryError where none can be read."""
    vocabulary = tuple(kind.folder for kind in knowledge.ontology.kinds_of(Role.PROPERTY))
    return latest_news(knowledge.root, vocabulary)


def latest_news(folder: Path, vocabulary: tuple[str, ...]) -> tuple[RevisionNews, ...]:
    """Return what the newest revisions of a folder of knowledge did, the newest first.

    ``vocabulary`` are the sub-folders that have to be read to understand the others: those of properties.

    Raises:
        NoHistoryError: there is no history to read.
    """
    return _news(folder, vocabulary, head_of(folder))


@lru_cache(maxsize=2)
def _news(folder: Path, vocabulary: tuple[str, ...], head: str) -> tuple[RevisionNews, ...]:
    del head  # it is in the key: the history below a commit never changes
    file = top_of(folder) / _KEPT
    kept, past = kept_news(file), _Past(folder, vocabulary)
    revisions = latest_revisions(folder, MOST_REVISIONS)
    news = tuple(kept.get(revision.commit) or past.news(revision) for revision in revisions)
    if any(revision.commit not in kept for revision in revisions):
        keep_news(file, news)
    return news


class _Past:
    """Reads the touched files of revisions, with what it takes to understand them."""

    def __init__(self, folder: Path, vocabulary: tuple[str, ...]) -> None:
        self._folder, self._vocabulary = folder, vocabulary
        self._documents: dict[tuple[str, str], Document] = {}

    def news(self, revision: Revision) -> RevisionNews:
        before = self._knowledge(revision.parent, revision.files)
        after = self._knowledge(revision.commit, revision.files)
        changes = fact_changes(before, after)
        names = renaming(before, after)
        touched = {Path(file).stem for file in revision.files if "/" in file} & set(before.ids) & set(after.ids)
        told = {change.fact.subject for change in changes}
        return RevisionNews(
            revision,
            tuple(_fact_news(change, before, after) for change in changes),
            names.added,
            names.redirected,
            names.removed,
            tuple(sorted(touched - told)),
        )

    def _explains(self, file: str) -> bool:
        """Whether a file is needed to understand others: the ontology, what stands beside it, and all properties."""
        return "/" not in file or file.partition("/")[0] in self._vocabulary

    def _knowledge(self, commit: str, touched: tuple[str, ...]) -> Knowledge:
        blobs = blobs_at(self._folder, commit) if commit else {}
        wanted = {file: blob for file, blob in blobs.items() if file in touched or self._explains(file)}
        missing = [blob for file, blob in wanted.items() if (blob, file) not in self._documents]
        contents = contents_of(self._folder, missing) if missing else {}
        for file, blob in wanted.items():
            if blob in contents:
                self._documents[blob, file] = parse_document(contents[blob], file)
        files = tuple(sorted(file for file in wanted if file.endswith((".yaml", ".yml"))))
        return load(self._folder, _Listed(files, {file: self._documents[wanted[file], file] for file in files}))


@dataclass(frozen=True, slots=True)
class _Listed:
    files: tuple[str, ...]
    documents: dict[str, Document]

    def document(self, file: str, shown: str) -> Document:
        return self.documents[file]


def _fact_news(change: FactChange, before: Knowledge, after: Knowledge) -> FactNews:
    fact = change.fact
    return FactNews(
        change.kind,
        fact.subject,
        fact.property,
        fact.number,
        _value(change.before, before),
        _value(change.after, after),
        fact.evidence.claim,
    )


def _value(fact: Fact | None, knowledge: Knowledge) -> str:
    prop = knowledge.properties.get(fact.property) if fact else None
    return value_words(fact.value, prop) if fact and prop and fact.value is not None else ""
