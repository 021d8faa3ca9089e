"""Finds a Chromium or Chrome for the browser tests; run as a program, it prints the path or exits with 1."""

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS_APPLICATIONS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
)

# Chromium's own errands would reach for the network, and small shared memory crashes it in containers.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
]


def find_browser() -> Path | None:
    """Return the browser named by CHROME, else the machine's own, else Playwright's own, else None."""
    named = os.environ.get("CHROME")
    if named:
        return _existing(shutil.which(named))
    return _on_path() or _in_applications() or _of_playwright()


def _on_path() -> Path | None:
    return next((path for name in NAMES if (path := _existing(shutil.which(name)))), None)


def _in_applications() -> Path | None:
    folders = (Path("/Applications"), Path.home() / "Applications")
    return next((path for folder in folders for app in MACOS_APPLICATIONS if (path := folder / app).is_file()), None)


def _of_playwright() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return _existing(playwright.chromium.executable_path)


def _existing(path: str | None) -> Path | None:
    return Path(path) if path and Path(path).is_file() else None


if __name__ == "__main__":
    browser = find_browser()
    if browser is None:
        sys.exit(1)
    print(browser)
