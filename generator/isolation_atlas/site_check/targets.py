"""Says where an address of the site leads."""

from dataclasses import dataclass
from functools import cache
from posixpath import dirname, join, normpath
from urllib.parse import SplitResult, unquote, urlsplit

NOT_FOUND_PAGE = "404.html"
MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site that an address leads to; ``path`` is None if there is no such file."""

    path: str | None
    wanted: str
    fragment: str


@cache
def split_address(address: str) -> SplitResult:
    """Return the parts of an address; one that cannot be split has nothing but the scheme ``MALFORMED``."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult(MALFORMED, "", "", "", "")


def is_outside(address: str) -> bool:
    """Return whether an address leads to another host."""
    parts = split_address(address)
    return bool(parts.netloc) or parts.scheme in {"http", "https", "ws", "wss", "ftp"}


def is_local(address: str) -> bool:
    """Return whether an address is a path of the site: no host and no scheme such as ``mailto:`` or ``data:``."""
    parts = split_address(address)
    return not parts.netloc and not parts.scheme


def is_absolute(address: str) -> bool:
    """Return whether an address depends on the path that the site is published under."""
    return is_local(address) and address.startswith("/")


def find_target(page: str, address: str, files: frozenset[str]) -> Target:
    """Return where a local address on a page leads."""
    parts = split_address(address)
    path = unquote(parts.path)
    fragment = unquote(parts.fragment)
    if not path:
        return Target(page, page, fragment)
    if path.startswith("/"):
        return Target(_from_root(path, files), path, fragment)
    wanted = normpath(join(dirname(page), path))
    return Target(_file(wanted, files), wanted, fragment)


def _from_root(path: str, files: frozenset[str]) -> str | None:
    """Find a file below an unknown base path: the leading folders are dropped one by one."""
    segments = path.strip("/").split("/")
    tails = ("/".join(segments[start:]) for start in range(len(segments)))
    return next((found for tail in tails if (found := _file(tail, files))), _file(".", files))


def _file(path: str, files: frozenset[str]) -> str | None:
    index = "index.html" if path in {".", ""} else f"{path}/index.html"
    return next((name for name in (path, index) if name in files), None)
