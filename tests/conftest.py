"""Settings that hold for all tests, and the browser: one for all of them."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.site.browser import ARGUMENTS, find_browser

# A slow or busy machine is no reason to fail; in continuous integration the same examples are tried each time.
settings.register_profile(
    "atlas", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("atlas")


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
