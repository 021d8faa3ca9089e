"""A derived decision tree, ready to be shown as nested lists and as a picture."""

from __future__ import annotations

from dataclasses import dataclass

from isolation_atlas.publishing.pictures.tree import PictureNode
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.views.links import Link, link_to, links_to
from isolation_atlas.reasoning.trees import Node, TreeReport


@dataclass(frozen=True, slots=True)
class BranchView:
    """The answers that lead on, in words."""

    answers: tuple[str, ...]
    node: NodeView


@dataclass(frozen=True, slots=True)
class NodeView:
    """A question with its branches, or an outcome."""

    question: Link | None
    branches: tuple[BranchView, ...]
    fits: tuple[Link, ...]
    may_fit: tuple[Link, ...]
    ruled_out: int
    open_questions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TreeView:
    """A published tree."""

    id: str
    name: str
    summary: str
    root: NodeView
    questions: tuple[Link, ...]
    candidates: tuple[Link, ...]
    unreachable: tuple[tuple[Link, Link], ...]
    """Candidates that no answers lead to, and the question every answer of which rules them out."""
    report: TreeReport


def tree_view(site: Site, tree_id: str) -> TreeView:
    """Return a published tree; raises KeyError for an unknown id."""
    record, derived = site.knowledge.trees[tree_id], site.trees[tree_id]
    return TreeView(
        tree_id,
        record.name,
        record.summary,
        _node(site, derived.root),
        tuple(_question(site, question) for question in derived.questions),
        links_to(site, derived.candidates),
        tuple((link_to(site, each.subject), _question(site, each.question)) for each in derived.unreachable),
        derived.report,
    )


def picture_of(view: TreeView, root: str) -> PictureNode:
    """Return what the picture of a tree shows, its links starting from a page whose way to the site's root is given."""
    return _picture(view.root, root)


def _node(site: Site, node: Node) -> NodeView:
    answers = site.knowledge.questions[node.question].answers if node.question else ()
    says = {answer.id: answer.says for answer in answers}
    return NodeView(
        _question(site, node.question) if node.question else None,
        tuple(
            BranchView(tuple(says[each] for each in branch.answers), _node(site, branch.node))
            for branch in node.branches
        ),
        links_to(site, node.outcome.fits),
        links_to(site, node.outcome.may_fit),
        len(node.outcome.ruled_out),
        tuple(_question(site, question) for question in node.open_questions),
    )


def _question(site: Site, question: str) -> Link:
    record = site.knowledge.questions.get(question)
    return Link(link_to(site, question).href, record.asks if record and record.asks else question)


def _picture(node: NodeView, root: str) -> PictureNode:
    if node.question is None:
        fits = tuple(link.text for link in node.fits)
        may_fit = tuple(link.text for link in node.may_fit)
        return PictureNode("", "", (), fits, may_fit)
    branches = tuple((" · ".join(branch.answers), _picture(branch.node, root)) for branch in node.branches)
    return PictureNode(node.question.text, root + node.question.href, branches)
