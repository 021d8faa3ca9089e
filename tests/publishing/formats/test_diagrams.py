"""Trees as Mermaid and Graphviz source: every node and answer, and no text that ends its quotes."""

import re

import pytest

from isolation_atlas.publishing.formats import dot, mermaid
from isolation_atlas.publishing.formats.diagram import nodes_of
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.pictures.tree import PictureNode
from tests.publishing.formats.trees import end, tree

HOSTILE = 'a "b" \\ | { } [ ] <script> `x` #35; & c'


def hostile() -> Tree:
    given = tree(2, 1)
    root = PictureNode(HOSTILE, "", ((HOSTILE, end(HOSTILE)), ("plain", end("two"))))
    return Tree("t", HOSTILE, "", root, given.link, given.as_of, given.publisher)


@pytest.mark.parametrize("given", [tree(2, 2), tree(3, 3), hostile()], ids=["small", "large", "hostile"])
def test_every_node_and_arrow_is_there_once(given: Tree) -> None:
    nodes = nodes_of(given)
    flow, graph = mermaid.write_tree(given, Look()).decode(), dot.write_tree(given, Look()).decode()
    for node in nodes:
        assert len(re.findall(rf"^  n{node.number}[{{\[]\"", flow, re.MULTILINE)) == 1
        assert len(re.findall(rf"^  n{node.number} \[label=", graph, re.MULTILINE)) == 1
    assert flow.count(" -->|") == graph.count(" -> ") == len(nodes) - 1


def test_hostile_text_stays_inside_its_quotes() -> None:
    flow = mermaid.write_tree(hostile(), Look()).decode()
    inside = re.findall(r'"([^"]*)"', flow)
    assert not any(char in text for text in inside for char in "<>&`|{}[]\\")
    graph = dot.write_tree(hostile(), Look()).decode()
    for line in graph.splitlines():
        assert re.sub(r"\\.", "", line).count('"') % 2 == 0
