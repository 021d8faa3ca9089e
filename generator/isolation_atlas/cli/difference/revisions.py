"""Knowledge as it is in a revision or in the working tree, read by the same loader."""

from __future__ import annotations

from pathlib import Path

from isolation_atlas.checks.snapshot import take_snapshot
from isolation_atlas.cli.difference.git import commit_of, files_at
from isolation_atlas.cli.project import KNOWLEDGE_FOLDER, Project
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.limits import MOST_BYTES
from isolation_atlas.knowledge.loading import load
from isolation_atlas.knowledge.reading import Document, parse_document

_ENDINGS = (".yaml", ".yml")


class Revisions:
    """Reads states of one project; a file that is the same in two of them is parsed once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._documents: dict[tuple[str, bytes], Document] = {}

    def at(self, revision: str) -> Knowledge:
        """Return the knowledge of a revision; raises UserFault where there is no such revision."""
        commit = commit_of(self._project.root, revision)
        found = files_at(self._project.root, commit, KNOWLEDGE_FOLDER, _ENDINGS)
        shown = {file: raw for file, raw in found.items() if not any(part.startswith(".") for part in Path(file).parts)}
        return self._load(shown)

    def working_tree(self) -> Knowledge:
        """Return the knowledge as the files have it now."""
        snapshot = take_snapshot(self._project.knowledge, MOST_BYTES)
        return self._load({file: content.raw for file, content in snapshot.contents.items()})

    def _load(self, contents: dict[str, bytes]) -> Knowledge:
        return load(self._project.knowledge, _Folder(dict(sorted(contents.items())), self._documents))


class _Folder:
    def __init__(self, contents: dict[str, bytes], documents: dict[tuple[str, bytes], Document]) -> None:
        self._contents = contents
        self._documents = documents
        self.files = tuple(contents)

    def document(self, file: str, shown: str) -> Document:
        key = (shown, self._contents[file])
        if key not in self._documents:
            self._documents[key] = parse_document(key[1], shown)
        return self._documents[key]
