"""Terms in the pages that somebody wrote by hand: linked when a site engine has made HTML of them, whichever it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from isolation_atlas.publishing.addresses import root_of
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.terms.linking import FirstUses
from isolation_atlas.publishing.terms.vocabulary import Vocabulary, own_vocabulary_of
from isolation_atlas.publishing.writing import is_generated, write_whole

_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*?)(</article>)", re.DOTALL)
_TAG = re.compile(r"(<!--.*?-->|</?[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>)", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
_PROSE = frozenset(("p", "li", "dd", "td", "figcaption"))
_CLOSED = frozenset(
    ("a", "button", "code", "pre", "th", "summary", "svg", "script", "style", "label", "select", "title", "aside")
) | {f"h{level}" for level in range(1, 7)}
"""What leads somewhere already, is a name, or is not text."""
_LINKED = 'class="term"'


def link_terms(site: Site, docs_dir: Path, site_dir: Path) -> tuple[str, ...]:
    """Link the first use of each term in the built pages that were written by hand; return their addresses.

    A page that has such links already is left as it is.
    """
    return tuple(_link(own_vocabulary_of(site), docs_dir, site_dir))


def _link(vocabulary: Vocabulary, docs_dir: Path, site_dir: Path) -> Iterator[str]:
    for source in sorted(docs_dir.rglob("*.md")):
        address = source.relative_to(docs_dir).with_suffix(".html").as_posix()
        target = site_dir / address
        if is_generated(source) or not target.is_file():
            continue
        html = target.read_text(encoding="utf-8")
        linked = with_terms(html, FirstUses(vocabulary, root_of(address)))
        if linked != html:
            write_whole(target, linked.encode())
            yield address


def with_terms(html: str, words: FirstUses) -> str:
    """Return a built page with links in the running text of its article; one that has some is returned as it is."""
    if _LINKED in html:
        return html
    return _ARTICLE.sub(lambda article: article[1] + _in_prose(article[2], words) + article[3], html, count=1)


def _in_prose(html: str, words: FirstUses) -> str:
    parts, prose, closed = [], 0, 0
    for index, part in enumerate(_TAG.split(html)):
        if index % 2 == 0:
            parts.append(words.link(part) if prose and not closed else part)
            continue
        parts.append(part)
        name = _NAME.match(part)
        if name is not None and not part.endswith("/>"):
            step = -1 if part.startswith("</") else 1
            prose += step * (name[1].lower() in _PROSE)
            closed += step * (name[1].lower() in _CLOSED)
    return "".join(parts)
