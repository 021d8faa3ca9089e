"""What is wrong with YAML that cannot be read, in words for somebody who has never read its specification.

The parser says what it expected; what follows is what people did, as far as that can be told.
"""

from __future__ import annotations

import yaml

_KEYS = "Write 'key: value' on a line of its own, indented like its neighbours."
_QUOTE = "Put the whole text between quotation marks."

_SECOND = ("A second ': ' stands on this line.", _QUOTE)
_AFTER_NO_KEY = (
    "This line is a key, but the line above is none, or is indented otherwise.",
    "Give every key its ': ', and indent the keys of one thing alike.",
)
_BEHIND = ("Something stands behind a value that has ended.", "Remove it, or put the whole value between quotes.")
_NO_KEY = ("This line is no 'key: value' that fits the indentation of the lines above it.", _KEYS)
_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    (
        "quoted scalar found unexpected end",
        "The quotation mark of line {line} is never closed.",
        "Close it, or put text that has such a mark in it between marks of the other kind.",
    ),
    (
        "flow sequence",
        "The list that begins with '[' on line {line} is not closed, or lacks a comma.",
        "Close it with ']', and separate its items by commas.",
    ),
    (
        "flow mapping",
        "What begins with '{{' on line {line} is not closed, or lacks a comma.",
        "Close it with '}', and separate its fields by commas.",
    ),
    ("cannot start any token", "No text can begin with the character that stands here.", _QUOTE),
    (
        "expected '-' indicator",
        "This line is no item of the list above it.",
        "Begin it with '- ', or indent it like what it belongs to.",
    ),
    (
        "unknown escape character",
        "Between double quotation marks '\\' begins a sign of its own, and this is none.",
        "Write '\\\\', or use single quotation marks.",
    ),
    (
        "a single document",
        "The line '---' begins a second document.",
        "Delete the line: a file is about one thing.",
    ),
    ("<document start>", "A line that begins with '%' is an instruction to YAML, and none is used here.", "Delete it."),
    ("could not find expected ':'", "Line {line} has no ': ' behind its key.", _KEYS),
    (
        "block sequence entries are not allowed",
        "A list cannot begin on the line of its key.",
        "Put each item on a line of its own below the key, after '- '.",
    ),
    (
        "expected comment or line break",
        "Behind '|' or '>' the line has to end.",
        "Move the text to the next line, and indent it.",
    ),
    ("expected node content", "A value is missing here, or begins with a sign that means something to YAML.", _QUOTE),
)


def in_words(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """Return what is wrong and what to do; what is not known is said in the parser's words."""
    what = " ".join(part for part in (error.context, error.problem) if part)
    began = error.context_mark or error.problem_mark
    before = _before(error, text)
    if "mapping values are not allowed" in what:
        return _SECOND if ": " in before else _AFTER_NO_KEY
    if what.endswith("did not find expected key"):
        return _BEHIND if before.strip() else _NO_KEY
    for part, message, fix in _PROBLEMS:
        if part in what:
            return message.format(line=began.line + 1 if began is not None else 1), fix
    fix = "Check the indentation, the colons and the quotes around here; quote text that has ': ' or ' #' in it."
    return f"The YAML cannot be read: {what}.", fix


def _before(error: yaml.MarkedYAMLError, text: str) -> str:
    """What stands in the line before the place where the parser gave up."""
    mark, lines = error.problem_mark, text.split("\n")
    return lines[mark.line][: mark.column] if mark is not None and mark.line < len(lines) else ""
