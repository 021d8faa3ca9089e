"""The reference of all commands as a page, from the same data as the parser.

Written anew with ``python -m isolation_atlas.cli.commands_page > docs/contributing/commands.md``.
"""

from __future__ import annotations

from collections.abc import Iterator

from isolation_atlas.cli.command import ROOT, Argument, Command
from isolation_atlas.cli.commands import COMMANDS
from isolation_atlas.cli.exit_codes import ExitCode

_HEAD = """\
# Commands

<!-- Written from the commands themselves; a test fails when it is out of date. -->

`atlas` works from any folder of the project. `atlas COMMAND --help` says the same as this page. Data goes to standard
output, progress and the next useful command to standard error, so that output can be piped.
"""


def commands_page() -> str:
    """Return the page as Markdown."""
    blocks = [_HEAD, "\n".join(_overview()), *("\n".join(_command(command)) for command in COMMANDS)]
    return "\n\n".join(block.rstrip("\n") for block in (*blocks, "\n".join(_exit_codes()))) + "\n"


def _overview() -> Iterator[str]:
    yield "| command | what it does |"
    yield "|---|---|"
    for command in COMMANDS:
        yield f"| [`atlas {command.name}`](#atlas-{command.name}) | {_cell(command.says)} |"


def _command(command: Command) -> Iterator[str]:
    yield f"## atlas {command.name}"
    yield ""
    yield f"{command.says[0].upper()}{command.says[1:]}. {command.details}".rstrip()
    yield ""
    yield f"```console\n$ {command.example}\n```"
    yield ""
    yield "| argument | meaning |"
    yield "|---|---|"
    for argument in (*command.arguments, ROOT):
        yield f"| {_written(argument)} | {_cell(_meaning(argument))} |"


def _written(argument: Argument) -> str:
    placeholder = argument.placeholder or argument.name.lstrip("-").upper()
    if not argument.is_option:
        return f"`{placeholder}{' …' if argument.many else ''}`"
    names = [argument.name, *([argument.short] if argument.short else []), *argument.also]
    value = "" if argument.switch else f" {placeholder}"
    return ", ".join(f"`{name}{value}`" for name in names)


def _meaning(argument: Argument) -> str:
    parts = [argument.says[0].upper() + argument.says[1:]]
    if argument.choices:
        parts.append(f"one of {', '.join(argument.choices)}")
    if argument.default not in (None, ""):
        parts.append(f"usually {argument.default}")
    if argument.is_option and argument.many:
        parts.append("may be given several times")
    if argument.optional:
        parts.append("may be left out")
    return "; ".join(parts)


def _exit_codes() -> Iterator[str]:
    yield "## Exit codes"
    yield ""
    yield "| code | meaning |"
    yield "|---|---|"
    for code in ExitCode:
        yield f"| {code.value} | {code.meaning} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    print(commands_page(), end="")
