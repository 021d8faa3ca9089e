"""What hand-written pages may show of the knowledge, as HTML that both site engines leave as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from isolation_atlas.knowledge.nearest import did_you_mean
from isolation_atlas.knowledge.records import Fact
from isolation_atlas.publishing.addresses import fact_address
from isolation_atlas.publishing.exports.spectrum import spectrum_downloads
from isolation_atlas.publishing.pictures.stack import stack_picture
from isolation_atlas.publishing.pictures.tree import tree_picture
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.templating import render
from isolation_atlas.publishing.views.cells import cell_view
from isolation_atlas.publishing.views.evidence import evidence_view, fact_value, source_view
from isolation_atlas.publishing.views.matrices import matrix_view
from isolation_atlas.publishing.views.spectrum import spectrum_view
from isolation_atlas.publishing.views.trees import picture_of, tree_view

_TAG = re.compile(r"(<[^>]*>)")
_MARKDOWN = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]~^|:!"})
_BLANK_LINES = re.compile(r"\n\s*\n")


class SnippetError(LookupError):
    """A page asks for something that does not exist; the message names page, argument and near matches."""


@dataclass(frozen=True, slots=True)
class Snippets:
    """The functions of one page; ``root`` leads from it to the site's root."""

    site: Site
    page: str
    root: str

    def fact(self, fact_id: str) -> Markup:
        """Return a fact's value, or its claim where it has none, with links to the fact and its source.

        Raises:
            SnippetError: there is no fact ``SUBJECT/PROPERTY/NUMBER``.
        """
        fact = self.site.knowledge.fact(fact_id) or self._no_fact(fact_id)
        view = evidence_view(self.site, fact.evidence, fact.subject)
        words = fact_value(self.site, fact) or view.claim
        href = fact_address(self.site.knowledge, fact)
        return _inline(render("snippet_fact", words=words, href=href, view=view, root=self.root))

    def cell(self, subject: str, prop: str) -> Markup:
        """Return the cell of a subject and a property; raises SnippetError for an unknown id."""
        self._known("cell", "subject", subject, self.site.knowledge.subjects)
        self._known("cell", "property", prop, self.site.knowledge.properties)
        return _inline(render("snippet_cell", view=cell_view(self.site, subject, prop), root=self.root))

    def matrix(self, matrix_id: str) -> Markup:
        """Return a published matrix as a table; raises SnippetError for an unknown id."""
        self._known("matrix", "matrix", matrix_id, self.site.knowledge.matrices)
        view = matrix_view(self.site, self.site.knowledge.matrices[matrix_id])
        return _block(render("snippet_matrix", view=view, root=self.root))

    def tree(self, tree_id: str) -> Markup:
        """Return a published tree as a picture and as nested lists; raises SnippetError for an unknown id."""
        self._known("tree", "tree", tree_id, self.site.knowledge.trees)
        view = tree_view(self.site, tree_id)
        picture = tree_picture(f"tree-{tree_id}", view.name, picture_of(view, self.root))
        return _block(render("snippet_tree", view=view, picture=picture, root=self.root))

    def source(self, source_id: str) -> Markup:
        """Return a source as it is cited; raises SnippetError for an unknown id."""
        self._known("source", "source", source_id, self.site.knowledge.sources)
        return _inline(render("snippet_source", view=source_view(self.site, source_id), root=self.root))

    def stack(self, subject: str) -> Markup:
        """Return the picture of a subject's layers; raises SnippetError for an unknown id, or one without layers."""
        self._known("stack", "subject", subject, self.site.knowledge.subjects)
        record = self.site.knowledge.subjects[subject]
        if not record.stack:
            raise SnippetError(f"{self.page}: stack({subject!r}): its file gives no layers.")
        picture = stack_picture(f"stack-{subject}", f"The layers of {record.name}", record.stack)
        return _block(render("snippet_figure", picture=picture, caption=record.boundary, root=self.root))

    def spectrum(self, *subjects: str, figures: Iterable[str] = ()) -> Markup:
        """Return subjects in a row with their layers and some of their cells; raises SnippetError for an unknown id."""
        shown = tuple(figures)
        for subject in subjects:
            self._known("spectrum", "subject", subject, self.site.knowledge.subjects)
        for prop in shown:
            self._known("spectrum", "property", prop, self.site.knowledge.properties)
        view, downloads = spectrum_view(self.site, subjects, shown), spectrum_downloads(self.site, subjects)
        return _block(render("snippet_spectrum", view=view, downloads=downloads, root=self.root))

    def count(self, what: str) -> Markup:
        """Return how many facts there are, or things of a kind; raises SnippetError for an unknown kind."""
        knowledge = self.site.knowledge
        kinds = {kind.id for kind in knowledge.ontology.kinds} | {"fact"}
        self._known("count", "kind", what, kinds)
        number = len(knowledge.facts) if what == "fact" else sum(kind == what for kind in knowledge.ids.values())
        return Markup(f"{number:,}".replace(",", "\u202f"))  # noqa: S704

    def _known(self, function: str, what: str, given: str, known: Iterable[str]) -> None:
        if given not in known:
            hint = did_you_mean(given, known)
            raise SnippetError(f"{self.page}: {function}(): there is no {what} {given!r}. {hint}".rstrip())

    def _no_fact(self, fact_id: str) -> Fact:
        hint = did_you_mean(fact_id, (fact.id for fact in self.site.knowledge.facts))
        message = f"{self.page}: fact(): there is no fact {fact_id!r}, written SUBJECT/PROPERTY/NUMBER. {hint}"
        raise SnippetError(message.rstrip())


def _inline(markup: str) -> Markup:
    """HTML inside a paragraph: signs that Markdown would read are written as character references."""
    parts = _TAG.split(" ".join(markup.split()))
    return Markup("".join(part if part.startswith("<") else part.translate(_MARKDOWN) for part in parts))  # noqa: S704


def _block(markup: str) -> Markup:
    """A block of HTML on lines of its own."""
    return Markup(f"\n\n{_BLANK_LINES.sub(chr(10), markup.strip())}\n\n")  # noqa: S704
