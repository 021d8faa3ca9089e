"""The canonical form of a file: order of fields, indentation, quotes, blank lines.

Fields stand in the order of their kind's shape, properties in the order of their groups. Text stands on one line, and
is quoted only where YAML would otherwise read something else. Where the author left lines free between entries or
comments, one stays free.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from isolation_atlas.editing.layout import BLANK, Branch, Entry, Layout, Leaf
from isolation_atlas.knowledge.scalars import plain_scalar

WIDTH = 120
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_IN_FLOW = frozenset(",[]{}")
Order = Callable[[Sequence[str], tuple[str, ...]], list[str]]
"""From the keys of a mapping and the path that leads to it to the keys in canonical order."""


def write_layout(layout: Layout, order: Order) -> str:
    """Return the text of a file in canonical form, with every comment and one blank line wherever there were any."""
    lines: list[str] = []
    if isinstance(layout.root, Leaf):
        lines.append(_scalar(layout.root, in_flow=False))
    else:
        _block(layout.root, 0, (), order, lines)
    _above(layout.below, "", lines)
    return "\n".join(lines).rstrip("\n") + "\n"


def _above(comments: Sequence[str], pad: str, lines: list[str]) -> None:
    """Add comments; no blank line opens a block or follows another."""
    for comment in comments:
        if comment != BLANK:
            lines.append(pad + comment)
        elif lines and lines[-1] != BLANK:
            lines.append(BLANK)


def _block(branch: Branch, indent: int, path: tuple[str, ...], order: Order, lines: list[str]) -> None:
    for entry in _ordered(branch, path, order):
        pad = " " * indent
        _above(entry.above, pad, lines)
        lead = pad + ("- " if entry.key is None else f"{_key(entry.key, in_flow=False)}:")
        inner = path if entry.key is None else (*path, entry.key)
        _place(entry, lead, indent, inner, order, lines)


def _ordered(branch: Branch, path: tuple[str, ...], order: Order) -> list[Entry]:
    if not branch.mapping:
        return branch.entries
    by_key = {entry.key: entry for entry in branch.entries}
    if len(by_key) != len(branch.entries):
        return branch.entries
    return [by_key[key] for key in order([entry.key or "" for entry in branch.entries], path)]


def _place(entry: Entry, lead: str, indent: int, path: tuple[str, ...], order: Order, lines: list[str]) -> None:
    behind = f"  {entry.behind}" if entry.behind else ""
    item = entry.key is None
    space = "" if item else " "
    value = entry.value
    if isinstance(value, Leaf) and "\n" in value.text:
        lines.extend(_block_scalar(lead + space, value.text, indent, behind))
        return
    inline = _inline(value, path, order)
    if inline is not None and (isinstance(value, Leaf) or len(lead) + 1 + len(inline) <= WIDTH):
        lines.append((lead + space + inline).rstrip() + behind)
        return
    below: list[str] = []
    if isinstance(value, Branch):
        _block(value, indent + 2, path, order, below)
    if item:
        _item(below, indent, entry.behind, lines)
    else:
        lines.append(lead.rstrip() + behind)
        lines.extend(below)


def _item(below: list[str], indent: int, behind: str, lines: list[str]) -> None:
    """Add an item that goes over lines; what is said at its head stands above its hyphen."""
    first = next(number for number, line in enumerate(below) if line and not line.lstrip().startswith("#"))
    _above([*filter(None, [behind]), *(line.strip() for line in below[:first])], " " * indent, lines)
    lines.append(" " * indent + "- " + below[first][indent + 2 :])
    lines.extend(below[first + 1 :])


def _inline(value: Leaf | Branch, path: tuple[str, ...], order: Order) -> str | None:
    if isinstance(value, Leaf):
        return _scalar(value, in_flow=False)
    return _flow(value, path, order) if value.flow or not value.entries else None


def _flow(branch: Branch, path: tuple[str, ...], order: Order) -> str | None:
    parts = []
    for entry in _ordered(branch, path, order):
        if any(entry.above) or entry.behind:
            return None
        inner = path if entry.key is None else (*path, entry.key)
        nested = entry.value
        shown = _scalar(nested, in_flow=True) if isinstance(nested, Leaf) else _flow(nested, inner, order)
        if shown is None:
            return None
        parts.append(shown if entry.key is None else f"{_key(entry.key, in_flow=True)}: {shown}")
    return ("{" + ", ".join(parts) + "}") if branch.mapping else ("[" + ", ".join(parts) + "]")


def _key(key: str, *, in_flow: bool) -> str:
    """A key that would read as nothing needs quotes; a number as key is text with and without them."""
    return _scalar(Leaf(key, plain_scalar(key) is None), in_flow=in_flow)


def _scalar(leaf: Leaf, *, in_flow: bool) -> str:
    if not leaf.quoted and not leaf.text:
        return "null" if in_flow else ""  # nothing is no empty text
    if not leaf.quoted or _stays_plain(leaf.text, in_flow=in_flow):
        return leaf.text if _is_one_plain_line(leaf.text, in_flow=in_flow) else _quoted(leaf.text)
    return _quoted(leaf.text)


def _stays_plain(text: str, *, in_flow: bool) -> bool:
    """Whether text that was quoted reads as the same text without quotes."""
    return isinstance(plain_scalar(text), str) and _is_one_plain_line(text, in_flow=in_flow)


def _is_one_plain_line(text: str, *, in_flow: bool) -> bool:
    if not text or text != text.strip() or not text.isprintable():
        return False
    if text[0] in _INDICATORS and not (text[0] == "-" and len(text) > 1 and text[1] not in " ,[]{}"):
        return False
    if ": " in text or " #" in text or text.endswith(":") or text.startswith(("---", "...")):
        return False
    return not (in_flow and any(char in _IN_FLOW for char in text))


def _quoted(text: str) -> str:
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    )
    return '"' + "".join(char if char.isprintable() else _escape(char) for char in escaped) + '"'


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _block_scalar(lead: str, text: str, indent: int, behind: str) -> list[str]:
    body = text.rstrip("\n")
    if body != body.strip() or not all(line.isprintable() for line in body.split("\n")):
        return [lead + _quoted(text) + behind]
    trailing = len(text) - len(body)
    if trailing > 1:
        return [lead + _quoted(text) + behind]
    pad = " " * (indent + 2)
    return [f"{lead}|{'' if trailing else '-'}{behind}", *((pad + line).rstrip() for line in body.split("\n"))]
