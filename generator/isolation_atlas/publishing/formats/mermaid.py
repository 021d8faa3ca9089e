"""Mermaid source of a tree, a flowchart (https://mermaid.js.org/syntax/flowchart.html)."""

from __future__ import annotations

from isolation_atlas.publishing.formats.diagram import nodes_of
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.wording import clean


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as a flowchart from left to right; questions are diamonds, ends are boxes."""
    lines = ["---", f'title: "{_text(clean(tree.title))}"', "---", "flowchart LR"]
    for node in nodes_of(tree):
        left, right = ("{", "}") if node.is_question else ("[", "]")
        lines.append(f'  n{node.number}{left}"{_text(node.text)}"{right}')
        if node.parent is not None:
            lines.append(f'  n{node.parent} -->|"{_text(node.answer)}"| n{node.number}')
    lines.append(f"  %% {' · '.join(part for part in (tree.publisher, tree.as_of, tree.link) if part)}")
    return ("\n".join(lines) + "\n").encode()


def _text(text: str) -> str:
    """Text inside quotes, with the characters that Mermaid would read as its own as entity codes."""
    return "".join(f"#{ord(char)};" if char in '#"<>&`|{}[]\\' else char for char in text)
