"""What the check of a built site has to say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class SiteFinding:
    """One fault of the built site; ``page`` is a path inside the site, ``line`` counts from 1."""

    page: str
    line: int
    rule: str
    message: str
    fix: str

    def __str__(self) -> str:
        """Return the finding on one line, as ``page:line: rule: what is wrong; what to do``."""
        return f"{self.page}:{self.line}: {self.rule}: {self.message}; {self.fix}"
