"""The parser of the command line, built from the commands."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

from isolation_atlas import __doc__ as about
from isolation_atlas.cli.command import ROOT, Command
from isolation_atlas.cli.commands import COMMANDS
from isolation_atlas.cli.exit_codes import ExitCode
from isolation_atlas.cli.faults import UserFault

_INVALID_CHOICE = re.compile(r"(.*)invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)


class _Parser(argparse.ArgumentParser):
    """Says every fault of the arguments in one line, with the word that was probably meant."""

    def error(self, message: str) -> NoReturn:
        found = _INVALID_CHOICE.fullmatch(message)
        if found:
            from isolation_atlas.knowledge.nearest import did_you_mean

            where, word = found.group(1), found.group(2)
            known = [each.strip(" '") for each in found.group(3).split(",")]
            message = f"{where}{word!r} is not known; choose from {', '.join(known)}. {did_you_mean(word, known)}"
        raise UserFault(message.strip().rstrip(".?") + ("?" if message.strip().endswith("?") else "."), self._more())

    def _more(self) -> str:
        return f"See: {self.prog} --help"


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of ``atlas`` with all its commands."""
    codes = "\n".join(f"  {code.value:>3}  {code.meaning}" for code in ExitCode)
    parser = _Parser(
        prog="atlas",
        description=about,
        epilog=f"exit codes:\n{codes}\n\nexample:\n  atlas check && atlas build",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="show the version and end")
    parsers = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser, title="commands")
    for command in COMMANDS:
        _add(command, parsers)
    return parser


def _add(command: Command, parsers: argparse._SubParsersAction[_Parser]) -> None:
    parser = parsers.add_parser(
        command.name,
        help=command.says,
        description=f"{command.says[0].upper()}{command.says[1:]}. {command.details}".strip(),
        epilog=f"example:\n  {command.example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for argument in (*command.arguments, ROOT):
        argument.add_to(parser)
    parser.set_defaults(run=command.run)


class _ShowVersion(argparse.Action):
    """Looks the installed version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"atlas {version('isolation-atlas')}\n")
        parser.exit()
