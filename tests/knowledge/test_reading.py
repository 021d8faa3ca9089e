"""One file: what is accepted, and where exactly each thing stands that is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.knowledge.positions import Positions, placed
from isolation_atlas.knowledge.reading import MOST_BYTES, MOST_DEPTH, Document, parse_document, read_document

FILE = "knowledge/things/a.yaml"


def faults(document: Document, raw: bytes) -> list[str]:
    """Every fault as ``line:column rule``."""
    positions = Positions({FILE: raw.decode("utf-8", "replace").removeprefix("\ufeff")})
    places = [(placed(fault, positions), fault.rule) for fault in document.faults]
    return [f"{place.line}:{place.column} {rule}" for place, rule in places]


@pytest.mark.parametrize(
    ("raw", "data"),
    [
        (b"a: 1\n", {"a": 1}),
        (b"a: 1", {"a": 1}),
        (b"a: 1\r\nb: [x, 'y']\r\n", {"a": 1, "b": ["x", "y"]}),
        (b"\xef\xbb\xbfa: 1\n", {"a": 1}),
        (b"---\na: 1\n...\n", {"a": 1}),
        (b"%YAML 1.2\n---\na: no\n", {"a": "no"}),
        (b"a: 'true'\nb: \"1\"\nc: |\n  2\n", {"a": "true", "b": "1", "c": "2\n"}),
        (b"a: x & y\nb: 'a *b'\nc: \"!d\"\n", {"a": "x & y", "b": "a *b", "c": "!d"}),
        (b"a: x != y\n", {"a": "x != y"}),
        (b"1: a\ntrue: b\n2.50: c\n", {"1": "a", "true": "b", "2.50": "c"}),
        (b"<<: {a: 1}\n", {"<<": {"a": 1}}),
        ("ä: 𝄞\n".encode(), {"ä": "𝄞"}),
        (b"a:\n", {"a": None}),
        (b"[a, 1]\n", ["a", 1]),
        (b"a\n", "a"),
    ],
)
def test_what_is_read(raw: bytes, data: object) -> None:
    document = parse_document(raw, FILE)
    assert document.faults == ()
    assert document.data == data


@pytest.mark.parametrize(
    ("written", "read"),
    [("1.10", "1.10"), ("36.00", "36.00"), ("00.5", "00.5"), ("1.1", 1.1), ("1e-9", 1e-9), ("010", 10), (".50", 0.5)],
)
def test_decimals_keep_their_digits(written: str, read: object) -> None:
    assert parse_document(f"fixed: {written}\n".encode(), FILE).data == {"fixed": read}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(b"", "1:1 empty-file", id="empty"),
        pytest.param(b"# nothing\n\n", "1:1 empty-file", id="only a comment"),
        pytest.param(b"---\n", "1:1 empty-file", id="only a mark"),
        pytest.param(b"~\n", "1:1 empty-file", id="only null"),
        pytest.param(b"a: 1\na: 2\n", "2:1 duplicate-key", id="duplicate"),
        pytest.param(b"a:\n  - b: 1\n    'b': 2\n", "3:5 duplicate-key", id="duplicate, quoted, inside"),
        pytest.param(b"a: {b: 1, c: 2, b: 3}\n", "1:17 duplicate-key", id="duplicate in flow"),
        pytest.param(b'1: a\n"1": b\n', "2:1 duplicate-key", id="duplicate number"),
        pytest.param("ä: 1\nä: 2\n".encode(), "2:1 duplicate-key", id="duplicate, not ASCII"),
        pytest.param(b"a: 1\n[b]: 2\n", "2:1 key-not-text", id="list as key"),
        pytest.param(b"a: 1\n? {b: c}\n: 2\n", "2:3 key-not-text", id="mapping as key"),
        pytest.param(b"a: 1\n~: 2\n", "2:1 key-not-text", id="null as key"),
        pytest.param(b"a: &x 1\n", "1:4 alias", id="anchor"),
        pytest.param(b"a: *x\n", "1:4 alias", id="alias to nothing"),
        pytest.param(b"b: [&x {c: *x}]\n", "1:5 alias", id="anchor in itself"),
        pytest.param(b"a: 1\n<<: *x\n", "2:5 alias", id="merge"),
        pytest.param(b"a: !!python/object/apply:os.system [ls]\n", "1:4 tag", id="Python tag"),
        pytest.param(b"!own\na: 1\n", "1:1 tag", id="tag of the whole"),
        pytest.param(b"a: !!int 5\n", "1:4 tag", id="tag of the core schema"),
        pytest.param(b"a: !!map {}\n", "1:4 tag", id="tag of a mapping"),
        pytest.param(b"a: ! 5\n", "1:4 tag", id="tag without a name"),
        pytest.param(b"a:\n\tb: 1\n", "2:1 tab", id="tab"),
        pytest.param(b"a: 1\n b: 2\n", "2:3 yaml-syntax", id="indentation"),
        pytest.param(b"a: b: c\n", "1:5 yaml-syntax", id="colon"),
        pytest.param(b"a: [1, 2\nb: 3\n", "2:2 yaml-syntax", id="open bracket"),
        pytest.param(b"a: 'x\n", "2:1 yaml-syntax", id="open quote"),
        pytest.param(b"a: 1\n---\nb: 2\n", "2:1 yaml-syntax", id="two documents"),
        pytest.param(b"a: %b\n", "1:4 yaml-syntax", id="indicator"),
        pytest.param(b"a: b\xff\n", "1:5 encoding", id="not UTF-8"),
        pytest.param(b"ok: 1\na: \xc3\xa4\xc3\n", "2:5 encoding", id="cut off"),
        pytest.param(b"a: \xed\xa0\x80\n", "1:4 encoding", id="surrogate"),
        pytest.param("a: 1\n".encode("utf-16"), "1:1 encoding", id="UTF-16"),
        pytest.param(b"a: b\x00c\n", "1:5 encoding", id="null character"),
        pytest.param("ä: 𝄞\nö: \x07\n".encode(), "2:4 encoding", id="control character"),
        pytest.param("a: b\u2028c: d\n".encode(), "1:5 encoding", id="line separator"),
        pytest.param("a: b\u0085c: d\n".encode(), "1:5 encoding", id="next line"),
        pytest.param("a: \ufeffb\n".encode(), "1:4 encoding", id="byte order mark inside"),
        pytest.param(b"a: " + b"[" * 30 + b"]" * 30 + b"\n", "1:24 nesting", id="nested"),
        pytest.param(b"[" * 100_000, "1:1001 nesting", id="nested without end"),
        pytest.param(b"{a: " * 100_000, "1:4001 nesting", id="nested mappings without end"),
        pytest.param(b"- " * 100_000, "1:1999 nesting", id="nested lists without end"),
        pytest.param(b"a" * (MOST_BYTES + 1), "1:1 file-too-large", id="too large"),
    ],
)
def test_one_fault(raw: bytes, expected: str) -> None:
    assert faults(parse_document(raw, FILE), raw) == [expected]


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    raw = "\n".join(lines).encode()
    assert faults(parse_document(raw, FILE), raw) == ["1:5 alias"]


def test_all_faults_of_one_file_and_the_rest_of_its_data() -> None:
    raw = b"a: !x 1\na: 2\nb:\n  c: 3\n  c: 4\n  [d]: 5\ne: 6\n"
    document = parse_document(raw, FILE)
    assert faults(document, raw) == ["1:4 tag", "2:1 duplicate-key", "5:3 duplicate-key", "6:3 key-not-text"]
    assert document.data == {"a": 1, "b": {"c": 3}, "e": 6}


def test_a_file_as_deep_as_allowed_is_read() -> None:
    raw = b"[" * MOST_DEPTH + b"1" + b"]" * MOST_DEPTH
    assert parse_document(raw, FILE).faults == ()


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    for name in ("folder.yaml", "missing.yaml"):
        assert [fault.rule for fault in read_document(tmp_path / name, name).faults] == ["unreadable-file"]


@given(st.binary(max_size=200))
def test_no_bytes_break_it(raw: bytes) -> None:
    document = parse_document(raw, FILE)
    assert document.data is not None or document.faults
    assert all(place.split(":")[0] != "0" for place in faults(document, raw))


@given(st.text(alphabet="ab:-? ,[]{}#&*!|>'\"%@`\n\t\r~0.1\\", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    document = parse_document(text.encode(), FILE)
    assert document.data is not None or document.faults
    assert len(faults(document, text.encode())) == len(document.faults)
