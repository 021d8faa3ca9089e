"""The canonical form: nothing lost, nothing moved twice, comments kept."""

from __future__ import annotations

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
        ("# head\na: 1 # behind\n\n# below\n", "# head\na: 1  # behind\n# below\n"),
        ("a: # of a\n  - 1\n", "a:  # of a\n  - 1\n"),
        ("a: []\nb: {}\n", "a: []\nb: {}\n"),
        ("a:\nb: 1\n", "a:\nb: 1\n"),
        ("a:\n  -\n  - 1\n", "a:\n  -\n  - 1\n"),
        ("a: {b: , c: 1}\n", "a: {b: null, c: 1}\n"),
        ("a:\n  - b: 1 # of b\n    c: 2\n", "a:\n  - b: 1  # of b\n    c: 2\n"),
        ("a:\n  - # of the item\n    b: 1\n", "a:\n  # of the item\n  - b: 1\n"),
        ("a:\n  -\n    # of the item\n    b: 1\n", "a:\n  # of the item\n  - b: 1\n"),
    ],
)
def test_canonical_form(before: str, after: str) -> None:
    assert write_layout(read_layout(before, "x.yaml"), as_written) == after


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
