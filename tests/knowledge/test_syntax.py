"""Broken YAML in plain words: what people did, not what a parser expected."""

from __future__ import annotations

import pytest

from isolation_atlas.knowledge.reading import parse_document


@pytest.mark.parametrize(
    ("text", "place", "says", "fix"),
    [
        ("a: b: c\n", (1, 5), "A second ': ' stands on this line.", "between quotation marks"),
        ("name Punt\nb: 1\n", (2, 2), "the line above is none", "its ': '"),
        ("a: 1\n b: 2\n", (2, 3), "or is indented otherwise", "indent"),
        ("a: 1\nb: 'x\n", (3, 1), "The quotation mark of line 2 is never closed.", "Close it"),
        ("a: [1\nb: 2\n", (2, 2), "begins with '[' on line 1 is not closed", "']'"),
        ("a: {b: 1\n", (2, 1), "begins with '{' on line 1 is not closed", "'}'"),
        ("a: @x\n", (1, 4), "No text can begin with", "between quotation marks"),
        ("a:\n  - 1\n b: 2\n", (3, 2), "fits the indentation", "key: value"),
        ("a: 'it's'\n", (1, 8), "stands behind a value that has ended", "Remove it"),
        ("- b\na: 1\n", (2, 1), "no item of the list above", "'- '"),
        ('a: "\\q"\n', (1, 5), "a sign of its own", "'\\\\'"),
        ("a: 1\n---\nb: 2\n", (2, 1), "a second document", "Delete the line"),
        ("a: }\n", (1, 4), "A value is missing here", "between quotation marks"),
        ("a: |x\n  b\n", (1, 5), "Behind '|' or '>'", "next line"),
        ("a: 1\n  b\nc\n", (4, 1), "Line 3 has no ': '", "key: value"),
        ("a: - b\n", (1, 4), "on the line of its key", "line of its own"),
        ("%YAML 1.2\na: 1\n", (2, 1), "begins with '%'", "Delete it"),
        ("a: &\n", (1, 5), "The YAML cannot be read", "Check the indentation"),
    ],
)
def test_words(text: str, place: tuple[int, int], says: str, fix: str) -> None:
    (fault,) = parse_document(text.encode(), "x.yaml").faults
    assert fault.rule == "yaml-syntax"
    assert fault.place is not None
    assert (fault.place.line, fault.place.column) == place
    assert says in fault.message
    assert fix in fault.fix


@pytest.mark.parametrize(("text", "sign"), [("a: &b 1\n", "'&b'"), ("a: *b\n", "'*b'")])
def test_anchors_and_aliases_are_shown_with_their_signs(text: str, sign: str) -> None:
    (fault,) = parse_document(text.encode(), "x.yaml").faults
    assert fault.message.startswith(sign)
