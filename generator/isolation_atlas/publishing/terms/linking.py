"""Links from the first use of each term on a page to its meaning."""

from __future__ import annotations

from dataclasses import dataclass, field

from isolation_atlas.publishing.terms.vocabulary import PROPERTY, SUBJECT, Vocabulary

GLOSSARY = "glossary.html"


@dataclass(slots=True)
class FirstUses:
    """Links terms in the texts of one page, which are given in their order."""

    vocabulary: Vocabulary
    root: str
    """Leads from the page to the site's root."""
    own: str = ""
    """The thing that the page is about: its own name needs no explanation."""
    _met: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self._met = {f"{PROPERTY}{self.own}", f"{SUBJECT}{self.own}"}

    def link(self, text: str) -> str:
        """Return a text, which is HTML without elements, with a link at each term that the page has not used yet."""
        uses = self.vocabulary.uses(text)
        if not uses:
            return text
        parts: list[str] = []
        at = 0
        for use in uses:
            if use.anchor not in self._met:
                self._met.add(use.anchor)
                word = f'<a class="term" href="{self.root}{GLOSSARY}#{use.anchor}">{text[use.start : use.end]}</a>'
                parts += text[at : use.start], word
                at = use.end
        return "".join((*parts, text[at:]))
