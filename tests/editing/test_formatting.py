"""The canonical form: nothing lost, nothing moved twice, comments kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from isolation_atlas.editing.canonical import write_layout
from isolation_atlas.editing.layout import UnreadableLayoutError, read_layout
from isolation_atlas.knowledge.reading import parse_document


def as_written(keys: object, _: object) -> list[str]:
    return list(keys)  # type: ignore[call-overload,no-any-return]


def by_name(keys: object, _: object) -> list[str]:
    return sorted(keys)  # type: ignore[call-overload,no-any-return]


def data(text: str) -> object:
    document = parse_document(text.encode(), "x.yaml")
    assert document.faults == ()
    return document.data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:   1\n", "a: 1\n"),
        ('a: "plain enough"\n', "a: plain enough\n"),
        ('a: "1"\n', 'a: "1"\n'),
        ("a: 'with: colon'\n", 'a: "with: colon"\n'),
        ('a: ">= 3 s"\n', 'a: ">= 3 s"\n'),
        ("a: <= 3 s\n", "a: <= 3 s\n"),
        ("a: words\n   over two lines\n", "a: words over two lines\n"),
        ("a: words\n\n  after a gap\n", "a: |-\n  words\n  after a gap\n"),
        ("a: >\n  folded\n  text\n", "a: |\n  folded text\n"),
        ("a:\n- x\n- y\n", "a:\n  - x\n  - y\n"),
        ("a: [x,  y]\n", "a: [x, y]\n"),
        ("a: {k:  v}\n", "a: {k: v}\n"),
        ("a:\n    b:\n        - c: 1\n          d: 2\n", "a:\n  b:\n    - c: 1\n      d: 2\n"),
        ("# head\na: 1 # behind\n\n# below\n", "# head\na: 1  # behind\n\n# below\n"),
        ("a: # of a\n  - 1\n", "a:  # of a\n  - 1\n"),
        ("a: []\nb: {}\n", "a: []\nb: {}\n"),
        ("a:\nb: 1\n", "a:\nb: 1\n"),
        ("a:\n  -\n  - 1\n", "a:\n  -\n  - 1\n"),
        ("a: {b: , c: 1}\n", "a: {b: null, c: 1}\n"),
        ("a:\n  - b: 1 # of b\n    c: 2\n", "a:\n  - b: 1  # of b\n    c: 2\n"),
        ("a:\n  - # of the item\n    b: 1\n", "a:\n  # of the item\n  - b: 1\n"),
        ("a: | # of a\n  one\nb: 1 # of b\n", "a: |  # of a\n  one\nb: 1  # of b\n"),
        ("a:\n  -\n    # of the item\n    b: 1\n", "a:\n  # of the item\n  - b: 1\n"),
    ],
)
def test_canonical_form(before: str, after: str) -> None:
    assert write_layout(read_layout(before, "x.yaml"), as_written) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n\nb: 2\n", "a: 1\n\nb: 2\n"),
        ("a: 1\n \n\n   \nb: 2\n", "a: 1\n\nb: 2\n"),
        ("\n\na: 1\n\n\n", "a: 1\n"),
        ("a:\n\n  b: 1\n", "a:\n  b: 1\n"),
        ("a:\n  - 1\n\n  - 2\n\nb: 2\n", "a:\n  - 1\n\n  - 2\n\nb: 2\n"),
        ("# head\n\n# of a\n\na: 1\n", "# head\n\n# of a\n\na: 1\n"),
        ("a: |\n  one\n\n  two\n\nb: 2\n", "a: |\n  one\n\n  two\n\nb: 2\n"),
        ("a: |+\n  one\n\nb: 2\n", 'a: "one\\n\\n"\n\nb: 2\n'),
        ("a: one\n\n  two\n\nb: 2\n", "a: |-\n  one\n  two\n\nb: 2\n"),
        ('a: "one\n\n  two"\n\nb: 2\n', "a: |-\n  one\n  two\n\nb: 2\n"),
        ("a: [1,\n\n  2\n\n  ]\nb: {c:\n\n 1}\n", "a: [1, 2]\nb: {c: 1}\n"),
        ("a: 1\n\n# below\n\n\n", "a: 1\n\n# below\n"),
    ],
)
def test_one_blank_line_stays_between_entries(before: str, after: str) -> None:
    assert write_layout(read_layout(before, "x.yaml"), as_written) == after
    assert write_layout(read_layout(after, "x.yaml"), as_written) == after


def test_a_blank_line_moves_with_the_entry_below_it() -> None:
    text = "b: 2\n\n# about a\na: 1\n\nc: 3\n"
    assert write_layout(read_layout(text, "x.yaml"), by_name) == "# about a\na: 1\nb: 2\n\nc: 3\n"


def test_comments_move_with_their_entries() -> None:
    text = "b: 2  # two\n# about a\na: 1\n"
    assert write_layout(read_layout(text, "x.yaml"), by_name) == "# about a\na: 1\nb: 2  # two\n"


def test_a_comment_sign_inside_text_is_no_comment() -> None:
    text = 'a: "x # y"\nb: c#d\n'
    assert data(write_layout(read_layout(text, "x.yaml"), as_written)) == {"a": "x # y", "b": "c#d"}


def test_broken_yaml_is_refused() -> None:
    with pytest.raises(UnreadableLayoutError):
        read_layout("a: [1\n", "x.yaml")


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029\ufeff"), max_size=30)
SCALARS = (
    TEXTS | st.integers() | st.booleans() | st.none() | st.sampled_from(["- a", "a: b", "#", "'", '"', "a #b", "~"])
)
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=20
)


def dumped(tree: object) -> str:
    """A file that says ``tree``: every text quoted, so that the reading is beyond doubt."""
    import json

    return json.dumps({"root": tree}, ensure_ascii=True)


@given(TREES)
def test_nothing_is_lost_and_a_second_time_changes_nothing(tree: object) -> None:
    before = dumped(tree)
    assume(not parse_document(before.encode(), "x.yaml").faults)
    once = write_layout(read_layout(before, "x.yaml"), by_name)
    assert data(once) == data(before)
    assert write_layout(read_layout(once, "x.yaml"), by_name) == once


BLOCKS = st.recursive(
    st.sampled_from(["1", "word", "'quoted'", "[1, 2]", "{k: 1}", "|\n  some\n\n  text", "[1,\n\n  2]"]),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, min_size=1),
    max_leaves=12,
)


@st.composite
def commented(draw: st.DrawFn) -> str:
    """A file in blocks, with comments and free lines wherever they may stand, each comment with a number of its own."""
    lines: list[str] = []

    def free(indent: int) -> None:
        for each in draw(st.lists(st.sampled_from(["comment", "blank"]), max_size=3)):
            lines.append("" if each == "blank" else f"{' ' * indent}# comment {len(lines)}.")

    def behind() -> str:
        return f"  # behind {len(lines)}." if draw(st.booleans()) else ""

    def write(tree: object, indent: int) -> None:
        pairs = tree.items() if isinstance(tree, dict) else [(None, each) for each in tree]  # type: ignore[attr-defined]
        for key, value in pairs:
            free(indent)
            lead = " " * indent + ("-" if key is None else f"{key}:")
            if isinstance(value, str):
                first, *rest = value.split("\n")
                lines.append(f"{lead} {first}" + ("" if first == "[1," else behind()))
                lines.extend(" " * indent + each if each else "" for each in rest)
            else:
                lines.append(lead + behind())
                write(value, indent + 2)
        free(indent)

    tree = draw(BLOCKS.filter(lambda each: not isinstance(each, str)))
    write(tree, 0)
    return "\n".join(lines) + "\n"


def comments_in(text: str) -> list[str]:
    return re.findall(r"# \w+ \d+\.", text)


@given(commented())
def test_every_comment_stays_and_no_two_free_lines_meet(text: str) -> None:
    once = write_layout(read_layout(text, "x.yaml"), by_name)
    assert data(once) == data(text)
    assert sorted(comments_in(once)) == sorted(comments_in(text))
    assert comments_in(write_layout(read_layout(text, "x.yaml"), as_written)) == comments_in(text)
    assert write_layout(read_layout(once, "x.yaml"), by_name) == once
    assert "\n\n\n" not in once
    assert not once.startswith("\n")
    assert not once.endswith("\n\n")


@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), st.text("xyz ", min_size=1, max_size=8)), unique_by=lambda p: p[0])
)
def test_every_comment_survives(entries: list[tuple[str, str]]) -> None:
    text = "".join(f"# above {key} {word}\n{key}: {word.strip() or 'w'}  # behind {key}\n" for key, word in entries)
    assume(entries)
    after = write_layout(read_layout(text, "x.yaml"), by_name)
    for key, word in entries:
        assert f"# above {key} {word}".rstrip() in after
        assert f"# behind {key}" in after
