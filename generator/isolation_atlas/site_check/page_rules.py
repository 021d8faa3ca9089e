"""Rules over what a single page must have."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from isolation_atlas.site_check.built_site import BuiltSite
from isolation_atlas.site_check.finding import SiteFinding
from isolation_atlas.site_check.page import Page


def duplicate_ids(site: BuiltSite) -> Iterator[SiteFinding]:
    """An id is given once on a page: a second one can be reached by no link."""
    for page in site.pages.values():
        first_lines: dict[str, int] = {}
        for element in page.ids:
            if element.text in first_lines:
                message = f"the id {element.text!r} is already on line {first_lines[element.text]}"
                yield SiteFinding(page.path, element.line, "duplicate-id", message, "give each element its own id")
            first_lines.setdefault(element.text, element.line)


def missing_parts(site: BuiltSite) -> Iterator[SiteFinding]:
    """A page has a language, a title and exactly one main heading; one that only redirects needs no heading."""
    for page in site.pages.values():
        if not page.language:
            yield _missing(page, "missing-language", "<html> has no lang", 'write <html lang="en">')
        if not page.title:
            yield _missing(
                page, "missing-title", "the page has no <title>", "give the page a title in its front matter"
            )
        if len(page.headings) != 1 and not page.redirects:
            lines = ", ".join(str(heading.line) for heading in page.headings)
            message = f"the page has {len(page.headings)} <h1>" + (f" (lines {lines})" if lines else "")
            yield _missing(page, "main-heading", message, "write exactly one heading of the first level")


def _missing(page: Page, rule: str, message: str, fix: str) -> SiteFinding:
    return SiteFinding(page.path, 1, rule, message, fix)


def pictures_without_text(site: BuiltSite) -> Iterator[SiteFinding]:
    """A picture says in words what it shows (WCAG 2.2, 1.1.1), or that it shows nothing."""
    fixes = {
        "img": 'add alt="…", or alt="" if it is decoration',
        "svg": "add <title>, or aria-hidden instead of role=img if it is decoration",
        "iframe": 'add title="…"',
    }
    for page in site.pages.values():
        for element in page.without_text:
            message = f"<{element.text}> has no text alternative"
            yield SiteFinding(page.path, element.line, "missing-text", message, fixes[element.text])


def inline_scripts(site: BuiltSite) -> Iterator[SiteFinding]:
    """A content security policy lists the hash of each inline script, and no attribute of the page is a script."""
    for page in site.pages.values():
        if page.policy is None:
            continue
        for script in page.inline_scripts:
            source = f"'sha256-{b64encode(sha256(script.text.encode()).digest()).decode()}'"
            if source not in page.policy:
                message = f"the content security policy blocks the inline script {script.text[:40]!r}"
                fix = f"move it to a file, or add {source} to overrides/partials/content-security-policy.html"
                yield SiteFinding(page.path, script.line, "blocked-script", message, fix)
        for attribute in page.event_attributes:
            message = f"the content security policy blocks the attribute {attribute.text!r}"
            yield SiteFinding(page.path, attribute.line, "blocked-script", message, "add the listener in a module")
