"""``atlas new``: the first file of a thing."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from isolation_atlas.cli.command import Argument, Command
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault, unknown
from isolation_atlas.cli.output import next_step, say, show, write_file
from isolation_atlas.cli.project import find_project, read_knowledge
from isolation_atlas.cli.prompting import ask_for, can_ask

if TYPE_CHECKING:
    from isolation_atlas.knowledge.knowledge import Knowledge
    from isolation_atlas.knowledge.ontology import Kind
    from isolation_atlas.knowledge.shapes import Shape


def _run(options: argparse.Namespace) -> ExitCode:
    from isolation_atlas.cli.schema_files import refresh_known
    from isolation_atlas.knowledge.kind_shapes import kind_shape

    project = find_project(options.root)
    knowledge = read_knowledge(project)
    kind = _kind(options.kind, knowledge)
    _require_free(options.id, knowledge)
    shape = kind_shape(kind, knowledge.ontology)
    given = _fields(options, shape)
    file = file_of(options.id, kind, given)
    text = first_text(file, kind, shape, given, knowledge)
    path = project.knowledge / file
    if options.dry_run:
        show(text)
        return ExitCode.OK
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, text)
    show(f"{project.shown(path)} written")
    _say_what_was_filled_in(shape, given, options)
    refresh_known(project, read_knowledge(project))
    next_step("atlas check", "says what the file still lacks")
    return ExitCode.OK


def _say_what_was_filled_in(shape: Shape, given: dict[str, str], options: argparse.Namespace) -> None:
    named = {text.partition("=")[0] for text in options.field}
    examples = [
        f"{each.key}: {given[each.key]}"
        for each in shape.fields
        if each.key != "name" and each.key not in named and given.get(each.key) == str(each.example)
    ]
    if examples:
        say(f"Nobody has said this yet, so look at it: {', '.join(examples)}")


def _kind(name: str, knowledge: Knowledge) -> Kind:
    kind = knowledge.ontology.kind(name)
    if kind is None:
        kinds = [each.id for each in knowledge.ontology.kinds]
        raise unknown("kind", name, kinds, f"Choose one of {', '.join(kinds)}.")
    return kind


def _require_free(thing: str, knowledge: Knowledge) -> None:
    import re

    from isolation_atlas.knowledge.field_sorts import ID_PATTERN

    if not re.fullmatch(ID_PATTERN, thing):
        raise UserFault(f"{thing!r} is not an id.", "Use lower-case letters, digits and hyphens.")
    if thing in knowledge.ids:
        raise UserFault(f"The id {thing!r} is taken by a thing of kind {knowledge.ids[thing]}.", "Choose another.")
    if thing in knowledge.redirects:
        raise UserFault(f"{thing!r} is a former id of {knowledge.redirects[thing]!r}.", "Choose another.")


def _fields(options: argparse.Namespace, shape: Shape) -> dict[str, str]:
    given = {each.key: str(each.example) for each in shape.fields if each.required and each.example is not None}
    if "name" in shape.index:
        given["name"] = options.id.replace("-", " ").capitalize()
    if not options.field and can_ask():
        given |= {key: answer for key, answer in ask_for(_simple(shape)).items() if answer}
    for text in options.field:
        key, equals, value = text.partition("=")
        if not equals:
            raise UserFault(f"{text!r} is not a field with its value.", "Write --field KEY=VALUE.")
        if key not in shape.index:
            raise unknown(f"field of {shape.name}", key, shape.index, f"Choose one of {', '.join(shape.index)}.")
        given[key] = value
    return given


def _simple(shape: Shape) -> dict[str, str]:
    """The fields that a line of text can fill and a first file should have, with what each means."""
    plain = (each for each in shape.fields if each.example is None or isinstance(each.example, str))
    return {
        each.key: each.says for each in plain if each.example is not None and (each.required or each.key == "summary")
    }


def file_of(thing: str, kind: Kind, given: dict[str, str]) -> str:
    """Return the path of a thing's file below the folder of knowledge; what has a date to sort by lies by year."""
    from isolation_atlas.knowledge.ontology import Role

    year = given.get("date", "")[:4]
    below = f"{year if year.isdigit() else 'undated'}/" if kind.role is Role.SOURCE else ""
    return f"{kind.folder}/{below}{thing}.yaml"


def first_text(file: str, kind: Kind, shape: Shape, given: dict[str, str], knowledge: Knowledge) -> str:
    """Return the text of a new file: the given fields, and the further ones as comments that say what they hold."""
    from isolation_atlas.editing.adding import new_thing

    further = [f"# {each.key}: {each.says}" for each in shape.fields if each.key not in given]
    return "\n".join([new_thing(file, kind.id, given, knowledge).rstrip("\n"), "", *further]).rstrip("\n") + "\n"


COMMAND = Command(
    "new",
    "write the first file of a thing",
    'atlas new source author-2020-title --field date=2020-02 --field "title=A title"',
    _run,
    (
        Argument("kind", "a kind of the ontology"),
        Argument("id", "the new thing's id, which becomes the file's name"),
        Argument("--field", "a field of the file; may be given several times", placeholder="KEY=VALUE", many=True),
        Argument("--dry-run", "show the file instead of writing it", switch=True),
    ),
)
