"""The built site and a server for it: each once for all tests of the site."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.page_kinds import page_of_kind
from tests.site.serving import BASE, serve

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def built_site() -> Path:
    """Return the folder of the built site: the one just built by `make test`, else one built now."""
    built = os.environ.get("ATLAS_BUILT_SITE")
    if built:
        return ROOT / built
    subprocess.run([Path(sys.executable).parent / "atlas", "build"], cwd=ROOT, check=True)
    return ROOT / "site"


@pytest.fixture(scope="session")
def server(built_site: Path) -> Iterator[str]:
    """Return the address of a server whose root is the site."""
    with serve(built_site) as served:
        yield served


@pytest.fixture(scope="session")
def address(server: str) -> str:
    """Return the address of the site under a base path; no slash at its end."""
    return server + BASE


@pytest.fixture(scope="session")
def url_of(built_site: Path, address: str) -> Callable[[str], str]:
    """Return a function from a kind to the address of the page that stands for it."""
    return lambda kind: f"{address}/{page_of_kind(built_site, kind)}"
