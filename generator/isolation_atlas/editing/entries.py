"""Finding one entry of a file by its path and changing it; what stands around it, comments too, stays."""

from __future__ import annotations

from collections.abc import Sequence

from isolation_atlas.editing.layout import Branch, Entry, Layout, Leaf
from isolation_atlas.knowledge.findings import Step


def replace_value(layout: Layout, path: Sequence[Step], old: str, new: str) -> bool:
    """Write ``new`` where the scalar at a path reads ``old``, white space aside; return whether it did.

    A path may lead further in than the file does: a bare word stands for the entry of which it is the main field.
    """
    found = _way(layout, path)
    leaf = found[-1][1].value if found else None
    if not isinstance(leaf, Leaf) or not _reads(leaf, old):
        return False
    leaf.text = new
    return True


def rename(layout: Layout, path: Sequence[Step], new: str) -> bool:
    """Call the key at a path ``new``; return whether it did, which needs that no other key has the name."""
    found = _way(layout, path)
    if not found or found[-1][1].key != path[-1]:
        return False
    parent, entry = found[-1]
    if any(other.key == new for other in parent.entries):
        return False
    entry.key = new
    return True


def remove(layout: Layout, path: Sequence[Step], old: str = "") -> bool:
    """Take out the entry at a path and what becomes empty by that, and hand its comments on; return whether it did.

    Where ``old`` is given, only a scalar that reads so is taken out. A file is never emptied.
    """
    found = _way(layout, path)
    if not found:
        return False
    value = found[-1][1].value
    if old and not (isinstance(value, Leaf) and _reads(value, old)):
        return False
    comments: list[str] = []
    for parent, entry in reversed(found):
        comments = [*_comments_of(entry), *comments]
        if parent is layout.root and len(parent.entries) == 1 and isinstance(entry.value, Branch):
            break
        position = parent.entries.index(entry)
        del parent.entries[position]
        if parent.entries:
            _hand_on(comments, parent, position, layout)
            return True
    layout.below[:0] = comments
    return True


def _reads(leaf: Leaf, text: str) -> bool:
    return " ".join(leaf.text.split()) == " ".join(text.split())


def _way(layout: Layout, path: Sequence[Step]) -> list[tuple[Branch, Entry]]:
    """The entries that lead to a path, each with the branch it stands in; empty where the path leads nowhere."""
    here: Leaf | Branch = layout.root
    found: list[tuple[Branch, Entry]] = []
    for step in path:
        if isinstance(here, Leaf):
            return found
        entry = _entry(here, step)
        if entry is None:
            if step == 0 and here.mapping:
                continue  # one item without the list around it
            return []
        found.append((here, entry))
        here = entry.value
    return found


def _entry(branch: Branch, step: Step) -> Entry | None:
    if isinstance(step, int):
        return branch.entries[step] if not branch.mapping and step < len(branch.entries) else None
    return next((entry for entry in branch.entries if entry.key == step), None) if branch.mapping else None


def _comments_of(entry: Entry) -> list[str]:
    behind = [entry.behind] if entry.behind else []
    inner = entry.value.entries if isinstance(entry.value, Branch) else []
    return [*entry.above, *behind, *(comment for each in inner for comment in _comments_of(each))]


def _hand_on(comments: list[str], parent: Branch, position: int, layout: Layout) -> None:
    """Give comments to the entry that follows, or set them below the last one, in front of the end of the file."""
    if position < len(parent.entries):
        following = parent.entries[position]
        following.above[:0] = comments
    else:
        layout.below[:0] = comments
