"""What a command is: its arguments as data, from which the parser and the reference page both follow."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from isolation_atlas.cli.exit_codes import ExitCode


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument or option of a command.

    ``name`` begins with hyphens for an option. ``many`` lets it be given several times, ``optional`` lets an argument
    be left out, ``switch`` is an option without a value.
    """

    name: str
    says: str
    short: str = ""
    also: tuple[str, ...] = ()
    """Further names of the option."""
    """Another name, such as one letter."""
    placeholder: str = ""
    choices: tuple[str, ...] = ()
    default: str | int | None = None
    many: bool = False
    optional: bool = False
    switch: bool = False

    @property
    def is_option(self) -> bool:
        """Whether it is written with hyphens."""
        return self.name.startswith("-")

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        """Add the argument to a parser."""
        names = [*([self.short] if self.short else []), self.name, *self.also]
        dest = self.name.lstrip("-").replace("-", "_")
        if self.switch:
            parser.add_argument(*names, action="store_true", help=self.says)
        elif self.is_option:
            kind = int if isinstance(self.default, int) else str
            action = "append" if self.many else "store"
            default: object = [] if self.many else self.default
            choices, metavar = self.choices or None, self.placeholder or None
            parser.add_argument(
                *names,
                dest=dest,
                action=action,
                type=kind,
                choices=choices,
                default=default,
                metavar=metavar,
                help=self._help(),
            )
        else:
            count = ("*" if self.optional else "+") if self.many else ("?" if self.optional else None)
            metavar = self.placeholder or self.name.upper()
            parser.add_argument(self.name, nargs=count, choices=self.choices or None, metavar=metavar, help=self.says)

    def _help(self) -> str:
        return f"{self.says} (default: {self.default})" if self.default not in (None, "") else self.says


@dataclass(frozen=True, slots=True)
class Command:
    """A command of ``atlas``; ``run`` returns its exit code."""

    name: str
    says: str
    example: str
    run: Callable[[argparse.Namespace], ExitCode]
    arguments: tuple[Argument, ...] = ()
    details: str = ""


def format_option(*formats: str) -> Argument:
    """Return the option that chooses the form of the output; the first is the usual one."""
    return Argument("--format", "form of the output", choices=formats, default=formats[0])


ROOT = Argument("--root", "folder of the project (default: the nearest one above)", placeholder="DIR")
