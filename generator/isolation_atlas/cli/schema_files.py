"""The folder of JSON Schemas: what should be in it, and what is."""

from __future__ import annotations

from pathlib import Path

from isolation_atlas.checks.rule import all_rules
from isolation_atlas.checks.settings import SETTINGS
from isolation_atlas.cli.output import write_file
from isolation_atlas.cli.project import Project
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.schema import schema_text, schemas, whole_schema
from isolation_atlas.knowledge.schema_known import KNOWN_FILE, id_references


def wanted_files(knowledge: Knowledge) -> dict[str, str]:
    """Return the text of every schema by the name of its file."""
    rules = all_rules()
    ids = id_references() | {"rule": {"enum": list(rules), "enumDescriptions": [each.title for each in rules.values()]}}
    found = schemas(knowledge) | {"checks.json": whole_schema("Settings of the checks", SETTINGS, ids)}
    return {name: schema_text(schema) for name, schema in sorted(found.items())}


def outdated_files(wanted: dict[str, str], folder: Path) -> list[str]:
    """Return the names of the files that are missing, differ, or should not be there, sorted."""
    present = {path.name for path in folder.glob("*.json")}
    differing = {name for name, text in wanted.items() if name not in present or _text(folder / name) != text}
    return sorted(differing | (present - wanted.keys()))


def write_schemas(wanted: dict[str, str], folder: Path) -> list[str]:
    """Bring the folder up to date and return the names of the files that changed or went."""
    outdated = outdated_files(wanted, folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in outdated:
        if name in wanted:
            write_file(folder / name, wanted[name])
        else:
            (folder / name).unlink()
    return outdated


def refresh_known(project: Project, knowledge: Knowledge) -> None:
    """Write the schema of what is known anew, so that an editor completes what was just added."""
    text = wanted_files(knowledge)[KNOWN_FILE]
    file = project.schemas / KNOWN_FILE
    if file.is_file() and _text(file) != text:
        write_file(file, text)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
