"""``atlas add``: a fact, a relation or a source, put into the right file in the right place."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault, unknown
from isolation_atlas.cli.output import next_step, say, show, write_file
from isolation_atlas.cli.project import Project, find_project, read_knowledge
from isolation_atlas.cli.prompting import ask_for, can_ask

if TYPE_CHECKING:
    from isolation_atlas.knowledge.knowledge import Knowledge

_WHAT = ("fact", "relation", "source")
_EVIDENCE = ("claim", "context", "source", "locator", "confidence", "verified", "scope")


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.schema_files import refresh_known

    project = find_project(options.root)
    knowledge = read_knowledge(project)
    make = {"fact": _fact, "relation": _relation, "source": _source}[options.what]
    file, text = make(options, knowledge, project)
    _refuse_new_faults(file, text, project, knowledge)
    path = project.knowledge / file
    if options.dry_run:
        show(text)
        return ExitCode.OK
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, text)
    show(f"{project.shown(path)} written")
    if options.what == "source":
        refresh_known(project, read_knowledge(project))
    next_step("atlas check", "says what it means for everything else")
    return ExitCode.OK


def _fact(options: argparse.Namespace, knowledge: Knowledge, project: Project) -> tuple[str, str]:
    from isolation_atlas.editing.adding import with_fact

    subject, prop = _two(options, "SUBJECT PROPERTY")
    if prop not in knowledge.properties:
        raise unknown("property", prop, knowledge.properties)
    file, text = _file_of(subject, knowledge, project)
    fields = {"value": options.value, **_evidence(options)}
    if not any(fields.values()) and can_ask():
        from isolation_atlas.knowledge.evidence_shapes import FACT

        fields |= ask_for({key: FACT.index[key].says for key in ("value", *_EVIDENCE)})
        fields["verified"] = _day(fields["verified"] or "")
    if not any(fields.values()):
        raise UserFault("The fact says nothing.", "Give --value, --claim, or both.")
    return file, with_fact(text, file, prop, _given(fields), knowledge)


def _relation(options: argparse.Namespace, knowledge: Knowledge, project: Project) -> tuple[str, str]:
    from isolation_atlas.editing.adding import with_relation

    if len(options.words) != 3:
        raise UserFault("A relation needs three words.", "Write: atlas add relation FROM RELATION TO")
    origin, relation, target = options.words
    known = [each.id for each in knowledge.ontology.relations]
    if relation not in known:
        raise unknown("relation", relation, known)
    if target not in knowledge.ids:
        raise unknown("thing", target, knowledge.ids)
    file, text = _file_of(origin, knowledge, project)
    return file, with_relation(text, file, relation, _given({"to": target, **_evidence(options)}), knowledge)


def _source(options: argparse.Namespace, knowledge: Knowledge, project: Project) -> tuple[str, str]:
    from isolation_atlas.cli.new import file_of
    from isolation_atlas.editing.adding import new_thing
    from isolation_atlas.editing.citations import NotACitationError, read_citation
    from isolation_atlas.knowledge.ontology import Role

    if len(options.words) != 1:
        raise UserFault("A source needs one reference.", "Write: atlas add source DOI|ARXIV|RFC|CVE|GHSA|URL")
    try:
        citation = read_citation(options.words[0])
    except NotACitationError as error:
        raise UserFault(str(error), "Give one of these, or: atlas new source ID") from error
    _refuse_known(citation.url, knowledge)
    thing = options.id or citation.id
    if thing in knowledge.ids:
        raise UserFault(f"The id {thing!r} is taken by a thing of kind {knowledge.ids[thing]}.", "Give --id.")
    kind = knowledge.ontology.kinds_of(Role.SOURCE)[0]
    given = {
        "title": options.title or "",
        "by": options.by or "",
        "date": options.date or citation.year,
        "kind": options.kind or citation.kind,
        "url": citation.url,
    }
    missing = [key for key in ("title", "by", "date") if not given[key]]
    if missing and can_ask():
        given |= ask_for(dict.fromkeys(missing, "as the document states it"))
        missing = [key for key in missing if not given[key]]
    if missing:
        options_due = ", ".join(f"--{key}" for key in missing)
        raise UserFault("The reference does not say everything.", f"Give {options_due} as the document states it.")
    say(f"Cite it as: source: {thing}")
    file = file_of(thing, kind, given)
    return file, new_thing(file, kind.id, given, knowledge)


def _refuse_known(url: str, knowledge: Knowledge) -> None:
    same = [source.id for source in knowledge.sources.values() if source.url.rstrip("/") == url.rstrip("/")]
    if same:
        raise UserFault(f"The document is there already as {same[0]!r}.", f"Cite it with: source: {same[0]}")


def _two(options: argparse.Namespace, expected: str) -> tuple[str, str]:
    if len(options.words) != 2:
        raise UserFault("A fact needs two words.", f"Write: atlas add fact {expected}")
    return options.words[0], options.words[1]


def _file_of(thing: str, knowledge: Knowledge, project: Project) -> tuple[str, str]:
    record = knowledge.records.get(thing)
    if record is None:
        raise unknown("thing", thing, knowledge.records)
    file = record.spot.file.split("/", 1)[1]
    return file, (project.knowledge / file).read_text(encoding="utf-8")


def _evidence(options: argparse.Namespace) -> dict[str, str]:
    values = {key: getattr(options, key) or "" for key in _EVIDENCE}
    values["verified"] = _day(values["verified"])
    return values


def _day(text: str) -> str:
    return date.today().isoformat() if text == "today" else text  # noqa: DTZ011


def _given(fields: dict[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in fields.items() if value}


def _refuse_new_faults(file: str, text: str, project: Project, knowledge: Knowledge) -> None:
    """Read the knowledge with the new text in place; a fault that was not there before is the user's to put right."""
    from isolation_atlas.editing.trial import new_faults

    faults = new_faults(Path(project.knowledge), file, text, knowledge)
    if faults:
        first = faults[0]
        raise UserFault(f"{first.message} Expected: {first.expected}.", first.fix)


def _option(name: str, says: str, placeholder: str = "TEXT") -> Argument:
    return Argument(f"--{name}", says, placeholder=placeholder)


COMMAND = Command(
    "add",
    "add a fact, a relation or a source to the right file",
    "atlas add fact THING PROPERTY --value '<= 125 ms' --claim '…' --source ID --locator '§ 5'",
    _run,
    (
        Argument("what", "what to add", choices=_WHAT),
        Argument("words", "SUBJECT PROPERTY, or FROM RELATION TO, or a reference such as a DOI", many=True),
        _option("value", "a fact's value, for example '<= 125 ms' or strong"),
        _option("claim", "what the source says, in your own words"),
        _option("context", "under which circumstances"),
        _option("source", "the source's id", "ID"),
        _option("locator", "where in the source"),
        _option("confidence", "high, medium or low"),
        _option("verified", "the day somebody read it there, or today", "DAY"),
        _option("scope", "names comparable circumstances"),
        _option("id", "a source's id, where the reference's own is not wanted", "ID"),
        _option("title", "a source's title"),
        _option("by", "a source's authors or publisher"),
        _option("date", "a source's date", "DATE"),
        _option("kind", "a source's kind"),
        Argument("--dry-run", "show the file instead of writing it", switch=True),
    ),
    "The file is read again with the addition before anything is written; a fault that it would bring is refused. At a "
    "terminal, what is missing is asked for.",
)
