"""Whether the text of a file hides anything."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from isolation_atlas.checks.context import Context
from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope, rule
from isolation_atlas.knowledge.findings import Finding, Place, Severity, Spot
from isolation_atlas.knowledge.repairs import RewriteText

_CARRIAGE_RETURN = re.compile(r"\r(?=\n)")
_ENDS_OF_LINES = (" \n", "\t\n", "\r")
_WHITE_END = re.compile(r"[ \t]+(?=\r?$)", re.MULTILINE)
_HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\x7f-\x9f\U000e0000-\U000e007f]"
)


def _place(text: str, start: int, end: int, file: str) -> Place:
    line = text.count("\n", 0, start)
    column = start - (text.rfind("\n", 0, start) + 1)
    return Place(file, line + 1, column + 1, column + 1 + max(1, end - start))


def _at(rule_id: str, message: str, place: Place, expected: str, fix: str, repair: RewriteText) -> Finding:
    return Finding(rule_id, message, Spot(place.file), expected, fix, place=place, repair=repair)


def _without(pattern: re.Pattern[str], file: str, text: str, start: int = 0, end: int | None = None) -> RewriteText:
    found = pattern.finditer(text, start, len(text) if end is None else end)
    return RewriteText(file, tuple((*each.span(), "") for each in found))


@rule(
    "trailing-space",
    Severity.NOTE,
    Scope.FILE,
    "White space at the end of a line",
    "Nobody sees it, and it shows up as a change where there is none.",
    example("crossings/punt.yaml:20:20", "boundary: The hull.  \n", "boundary: The hull.\n"),
)
def trailing_space(context: Context) -> Iterator[Finding]:
    """Yield the first white space at the end of a line in each file, with how many there are."""
    for file, text in context.legible.items():
        if not any(end in text for end in _ENDS_OF_LINES) and not text.endswith((" ", "\t")):
            continue
        lines = [line.removesuffix("\r") for line in text.split("\n")]
        ends = [(number, line) for number, line in enumerate(lines, start=1) if line.endswith((" ", "\t"))]
        if not ends:
            continue
        number, line = ends[0]
        message = "A line ends with white space." if len(ends) == 1 else f"{len(ends)} lines end with white space."
        place = Place(file, number, len(line.rstrip(" \t")) + 1, len(line) + 1)
        repair = _without(_WHITE_END, file, text)
        yield _at("trailing-space", message, place, "no white space there", "Delete it.", repair)


@rule(
    "carriage-return",
    Severity.NOTE,
    Scope.FILE,
    "Line ends of another system",
    "With mixed line ends every line counts as changed, and reviews show nothing else.",
    example("crossings/punt.yaml:20:20", "boundary: The hull.\r\n", "boundary: The hull.\n"),
)
def carriage_return(context: Context) -> Iterator[Finding]:
    """Yield the first carriage return of each file."""
    for file, text in context.legible.items():
        start = text.find("\r")
        if start >= 0:
            fix = "Save the file with line feeds alone (LF)."
            place = _place(text, start, start + 1, file)
            repair = _without(_CARRIAGE_RETURN, file, text)
            message = "The line ends with a carriage return."
            yield _at("carriage-return", message, place, "a line feed alone", fix, repair)


@rule(
    "no-final-newline",
    Severity.NOTE,
    Scope.FILE,
    "A last line that does not end",
    "The next line that somebody adds changes this one as well.",
    example("crossings/punt.yaml:20:20", "boundary: The hull.", "boundary: The hull.\n"),
)
def no_final_newline(context: Context) -> Iterator[Finding]:
    """Yield files whose last line has no line feed."""
    for file, text in context.legible.items():
        if text and not text.endswith("\n"):
            place = _place(text, len(text), len(text) + 1, file)
            repair = RewriteText(file, ((len(text), len(text), "\n"),))
            message = "The last line does not end."
            yield _at("no-final-newline", message, place, "a line feed", "Add a line break.", repair)


@rule(
    "hidden-character",
    Severity.ERROR,
    Scope.FILE,
    "A character that nobody sees",
    "Invisible and direction-changing characters make a text read differently from what it is.",
    example("crossings/punt.yaml:20:15", "boundary: The \u202ehull.\n", "boundary: The hull.\n"),
)
def hidden_character(context: Context) -> Iterator[Finding]:
    """Yield the first invisible character of each line."""
    for file, text in context.legible.items():
        if (text.isascii() and "\x7f" not in text) or not _HIDDEN.search(text):
            continue
        start = 0
        for number, line in enumerate(text.split("\n"), start=1):
            found = _HIDDEN.search(line)
            if found:
                message = f"The character U+{ord(found.group()):04X} is invisible."
                place = Place(file, number, found.start() + 1, found.end() + 1)
                repair = _without(_HIDDEN, file, text, start, start + len(line))
                yield _at("hidden-character", message, place, "visible characters", "Delete it.", repair)
            start += len(line) + 1


@rule(
    "not-composed",
    Severity.WARNING,
    Scope.FILE,
    "A letter and its accent as two characters",
    "The same word in two forms is not found, and not recognised as the same.",
    example("crossings/punt.yaml:20:14", "boundary: Cafe\u0301.\n", "boundary: Caf\u00e9.\n"),
)
def not_composed(context: Context) -> Iterator[Finding]:
    """Yield the first line of each file that is not in Unicode's normal form C."""
    for file, text in context.legible.items():
        if text.isascii() or unicodedata.is_normalized("NFC", text):
            continue
        for number, line in enumerate(text.split("\n"), start=1):
            if not unicodedata.is_normalized("NFC", line):
                pairs = zip(line, unicodedata.normalize("NFC", line), strict=False)
                column = next((each for each, (old, new) in enumerate(pairs, start=1) if old != new), len(line))
                place = Place(file, number, column, column + 2)
                fix = "Save the text in normal form C; retyping the letter does it."
                repair = RewriteText(file, ((0, len(text), unicodedata.normalize("NFC", text)),))
                message = "A letter is written as two characters."
                yield _at("not-composed", message, place, "composed letters", fix, repair)
                break
