"""Terms in pages written by hand, in the HTML that a site engine made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.publishing.publish import publish
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.terms.handwritten import link_terms, with_terms
from isolation_atlas.publishing.terms.linking import FirstUses
from isolation_atlas.publishing.terms.vocabulary import Vocabulary
from tests.knowledge_folder import knowledge_with

ARCH = '<a class="term" href="../glossary.html#arch">{}</a>'


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("<p>An arch, one arch.</p>", f"<p>An {ARCH.format('arch')}, one arch.</p>"),
        ("<h2>Arch</h2><ul><li>Arch</li></ul>", f"<h2>Arch</h2><ul><li>{ARCH.format('Arch')}</li></ul>"),
        ('<p><a href="x">the arch</a></p>', None),
        ('<p><a href="x"><b>the</b> arch</a> <code>arch</code></p><pre>arch</pre>', None),
        ("<table><tr><th>arch</th></tr></table><p><button>arch</button></p>", None),
        ("<p><em>arch</em></p>", f"<p><em>{ARCH.format('arch')}</em></p>"),
        ('<p title="arch > arch"><img alt="arch"><br/>no</p>arch', None),
        ("<p><!-- arch <p> --></p>", None),
    ],
)
def test_running_text_alone_is_linked(article: str, expected: str | None) -> None:
    page = "<p>arch</p><article class='x'>{}</article><p>arch</p>"
    words = FirstUses(Vocabulary({"arch": "arch"}), "../")
    found = with_terms(page.format(article), words)
    assert found == page.format(article if expected is None else expected)
    assert with_terms(found, FirstUses(Vocabulary({"arch": "arch"}), "../")) == found


def test_pages_of_the_site_that_were_written_by_hand(tmp_path: Path) -> None:
    docs, site, knowledge = tmp_path / "docs", tmp_path / "site", knowledge_with(tmp_path)
    publish(knowledge, docs)
    (docs / "method").mkdir()
    (docs / "method" / "index.md").write_text(
        "# How\n\nA pier is a crossing; a pier is unverified.\n", encoding="utf-8"
    )
    built = "<article><p>A pier is a crossing; a pier is unverified.</p></article>"
    for address in ("method/index.html", "crossings/punt.html"):
        (site / address).parent.mkdir(parents=True)
        (site / address).write_text(built, encoding="utf-8")
    assert link_terms(Site.of(knowledge), docs, site) == ("method/index.html",)
    assert (site / "method/index.html").read_text(encoding="utf-8") == (
        '<article><p>A <a class="term" href="../glossary.html#thing-pier">pier</a> is a '
        '<a class="term" href="../glossary.html#kind-crossing">crossing</a>; a pier is '
        '<a class="term" href="../glossary.html#state-unverified">unverified</a>.</p></article>'
    )
    assert link_terms(Site.of(knowledge), docs, site) == ()
    assert (site / "crossings/punt.html").read_text(encoding="utf-8") == built
