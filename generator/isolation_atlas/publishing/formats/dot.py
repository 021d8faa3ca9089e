"""Graphviz source of a tree (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from isolation_atlas.publishing.formats.diagram import nodes_of
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.wording import clean


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as a directed graph from left to right; questions are rounded boxes, ends are plain ones."""
    footer = " · ".join(part for part in (tree.publisher, tree.as_of, tree.link) if part)
    lines = [
        "digraph {",
        "  rankdir=LR;",
        f"  label={_quoted(f'{clean(tree.title)} · {footer}')};",
        "  node [shape=box];",
    ]
    for node in nodes_of(tree):
        style = " [style=rounded]" if node.is_question else ""
        lines.append(f"  n{node.number} [label={_quoted(node.text)}]{style};")
        if node.parent is not None:
            lines.append(f"  n{node.parent} -> n{node.number} [label={_quoted(node.answer)}];")
    return ("\n".join([*lines, "}"]) + "\n").encode()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
