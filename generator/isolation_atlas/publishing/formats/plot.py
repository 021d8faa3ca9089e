"""A picture of the site, for formats: its markup, which names parts by class, and what has to travel with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plot:
    """A stack, spectrum, range plot, scatter plot or other picture that the site draws."""

    id: str
    title: str
    summary: str
    markup: str
    link: str
    as_of: str
    publisher: str
    sources: tuple[str, ...] = ()
    """Citations in full; nothing in a picture refers to one of them by number."""

    fitted: tuple[str, ...] = ()
    """The same drawn with other proportions, for slides on which type would become too small."""

    @property
    def footer(self) -> str:
        """Where it is from and as of when."""
        parts = (self.publisher, f"facts as of {self.as_of}" if self.as_of else "", self.link)
        return " · ".join(part for part in parts if part)
