"""Finding the project that a command works on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault

if TYPE_CHECKING:
    from isolation_atlas.knowledge.knowledge import Knowledge

CONFIG_FILE = "mkdocs.yml"
KNOWLEDGE_FOLDER = "knowledge"


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project."""

    root: Path

    @property
    def knowledge(self) -> Path:
        """The folder of knowledge."""
        return self.root / KNOWLEDGE_FOLDER

    @property
    def config(self) -> Path:
        """The configuration of the site engine."""
        return self.root / CONFIG_FILE

    @property
    def docs(self) -> Path:
        """The folder of pages."""
        return self.root / "docs"

    @property
    def schemas(self) -> Path:
        """The folder of JSON Schemas."""
        return self.root / "schema"

    @property
    def cache(self) -> Path:
        """The folder of what may be thrown away at any time."""
        return self.root / ".cache" / "atlas"

    def shown(self, path: Path) -> str:
        """Return a path relative to the working folder where it lies below it."""
        working = Path.cwd()
        return str(path.relative_to(working)) if path.is_relative_to(working) else str(path)


def find_project(given: str | None) -> Project:
    """Return the project in the folder ``given``, or the nearest one at or above the working folder."""
    if given is not None:
        root = Path(given).resolve()
        if not _is_project(root):
            raise UserFault(f"{given} is no project.", f"Name a folder that has {KNOWLEDGE_FOLDER}/ontology.yaml.")
        return Project(root)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if _is_project(folder):
            return Project(folder)
    fix = f"Change into a folder that has {KNOWLEDGE_FOLDER}/ontology.yaml, or name it with --root DIR."
    raise UserFault("There is no project here or in any folder above.", fix)


def _is_project(folder: Path) -> bool:
    has_config = (folder / CONFIG_FILE).is_file() and (folder / KNOWLEDGE_FOLDER).is_dir()
    return has_config or (folder / KNOWLEDGE_FOLDER / "ontology.yaml").is_file()


def read_knowledge(project: Project) -> Knowledge:
    """Return the project's knowledge; raises UserFault where it has no ontology that could be used."""
    from isolation_atlas.knowledge.loading import load

    knowledge = load(project.knowledge)
    if not knowledge.ontology.kinds:
        fix = "Run: atlas check"
        raise UserFault("The project's ontology.yaml declares no kind that can be used.", fix, ExitCode.FINDINGS)
    return knowledge
