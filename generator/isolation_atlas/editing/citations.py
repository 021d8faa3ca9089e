"""From a DOI, arXiv id, RFC, CVE, GHSA or address to a source's id, address and kind, without asking a network."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:arxiv:\s*|https?://(?:www\.)?arxiv\.org/(?:abs|pdf|html)/)([0-9]{2})([0-9]{2})\.([0-9]{4,5})(?:v[0-9]+)?(?:\.pdf)?",
    re.IGNORECASE,
)
_BARE_ARXIV = re.compile(r"([0-9]{2})([0-9]{2})\.([0-9]{4,5})(?:v[0-9]+)?")
_RFC = re.compile(r"(?:rfc[\s-]*|https?://www\.rfc-editor\.org/rfc/rfc)([0-9]{1,5})(?:\.\w+)?", re.IGNORECASE)
_CVE = re.compile(r"(?:https?://\S+[/=])?CVE-([0-9]{4})-([0-9]{4,})", re.IGNORECASE)
_GHSA = re.compile(r"(?:https?://\S+/)?GHSA((?:-[23456789cfghjmpqrvwx]{4}){3})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reference says of itself: ``year`` is empty where it does not tell."""

    id: str
    url: str
    kind: str
    year: str


class NotACitationError(ValueError):
    """The text names no document that can be found again."""


def read_citation(text: str) -> Citation:
    """Return the id, address, kind and year that a reference gives; raises NotACitationError for anything else."""
    text = text.strip()
    for pattern, build in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            return build(found)
    parts = urlsplit(text) if re.fullmatch(r"https?://\S+", text) else None
    if parts is None or "." not in parts.netloc:
        raise NotACitationError(f"{text!r} is neither a DOI, an arXiv id, an RFC, a CVE, a GHSA nor an address.")
    return _address(text, parts.netloc, parts.path)


def slug(text: str) -> str:
    """Return text as an id: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def _address(url: str, host: str, path: str) -> Citation:
    site = slug(host.removeprefix("www.").rsplit(".", 1)[0])
    last = [part for part in path.split("/") if part][-2:]
    page = "-".join(slug(re.sub(r"\.\w+$", "", part)) for part in last)
    year = re.search(r"/((?:19|20)[0-9]{2})/", path)
    return Citation("-".join(part for part in (site, page) if part), url, "docs", year.group(1) if year else "")


def _doi(found: re.Match[str]) -> Citation:
    doi = found.group(1).rstrip(".,;")
    return Citation(f"doi-{slug(doi)}", f"https://doi.org/{doi}", "paper", "")


def _arxiv(found: re.Match[str]) -> Citation:
    year, month, number = found.groups()
    url = f"https://arxiv.org/abs/{year}{month}.{number}"
    return Citation(f"arxiv-{year}{month}-{number}", url, "paper", f"20{year}")


def _rfc(found: re.Match[str]) -> Citation:
    number = int(found.group(1))
    return Citation(f"rfc-{number}", f"https://www.rfc-editor.org/rfc/rfc{number}", "spec", "")


def _cve(found: re.Match[str]) -> Citation:
    year, number = found.groups()
    name = f"CVE-{year}-{number}"
    return Citation(f"{name.lower()}-record", f"https://www.cve.org/CVERecord?id={name}", "advisory", year)


def _ghsa(found: re.Match[str]) -> Citation:
    name = f"GHSA{found.group(1).lower()}"
    return Citation(f"{name.lower()}-record", f"https://github.com/advisories/{name}", "advisory", "")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Citation]], ...] = (
    (_ARXIV, _arxiv),
    (_BARE_ARXIV, _arxiv),
    (_CVE, _cve),
    (_GHSA, _ghsa),
    (_RFC, _rfc),
    (_DOI, _doi),
)
