"""Where texts use words of the glossary: whole words, the longest first, other spellings too, never inside a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.publishing.terms.vocabulary import Vocabulary

ANCHORS = {"arch": "a", "arch bridge": "ab", "span": "s", "tee": "t", "wood (old)": "w"}
VOCABULARY = Vocabulary(ANCHORS, frozenset(("span county",)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An arch stands.", ["arch"]),
        ("Arches stand on arches.", []),
        ("An arch bridge stands.", ["arch bridge"]),
        ("Two arch bridges, one arch.", ["arch bridges", "arch"]),
        ("Wide SPANS.", ["SPANS"]),
        ("search monarch archer", []),
        ("arch-shaped, span/arch, arch.txt, x.arch, @arch", []),
        ("The arch. Of span: (tee), span&#39;s", ["arch", "span", "tee", "span"]),
        ("of wood (old), indeed", ["wood (old)"]),
        ("It lies in Span County.", []),
        ("The Span Building and the Old Span.", []),
        ("Spans are wide. Arch and tee. A wide Span is long.", ["Spans", "Arch", "tee", "Span"]),
        ("", []),
    ],
)
def test_uses(text: str, expected: list[str]) -> None:
    assert [text[use.start : use.end] for use in VOCABULARY.uses(text)] == expected


@given(st.lists(st.sampled_from(["arch", "Arch", "bridge", "span", "county", "s", "-", ".", " ", "tee", "x"])))
def test_uses_are_in_order_apart_and_of_known_words(parts: list[str]) -> None:
    text, end = "".join(parts), 0
    for use in VOCABULARY.uses(text):
        assert use.start >= end
        end = use.end
        word = text[use.start : end].lower()
        assert use.anchor in (ANCHORS.get(word), ANCHORS.get(word.removesuffix("s")))
