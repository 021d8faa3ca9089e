"""The built site, a server for it, and a browser: each once for all tests of the site."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.site.browser import find_browser
from tests.site.page_kinds import page_of_kind
from tests.site.serving import BASE, serve

ROOT = Path(__file__).parents[2]
# Chromium's own errands would reach for the network, and small shared memory crashes it in containers.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
]


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running browser."""
    path = find_browser()
    if path is None:
        pytest.fail("no Chromium or Chrome was found; name one in CHROME, or run `make test`, which sees to it")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()
