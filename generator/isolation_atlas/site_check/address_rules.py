"""Rules over the addresses that pages, style sheets and scripts name."""

from collections.abc import Iterator
from difflib import get_close_matches

from isolation_atlas.site_check.built_site import BuiltSite
from isolation_atlas.site_check.finding import SiteFinding
from isolation_atlas.site_check.page import Address, Use
from isolation_atlas.site_check.targets import (
    MALFORMED,
    NOT_FOUND_PAGE,
    find_target,
    is_absolute,
    is_local,
    is_outside,
    split_address,
)


def broken_addresses(site: BuiltSite) -> Iterator[SiteFinding]:
    """Every local address leads to a file of the site, and every fragment to an id on that page."""
    for file, address in site.addresses():
        if is_local(address.text):
            yield from _check_target(site, file, address)


def _check_target(site: BuiltSite, file: str, address: Address) -> Iterator[SiteFinding]:
    target = find_target(file, address.text, site.files)
    if target.path is None:
        rule = "broken-link" if address.use is Use.FOLLOWED else "missing-file"
        message = f"{address.text!r} leads to {target.wanted!r}, which is not in the site"
        yield SiteFinding(file, address.line, rule, message, _suggest(target.wanted, site.files, "correct the address"))
    elif _is_missing_anchor(site, target.path, target.fragment):
        message = f"{address.text!r} leads to an id that {target.path!r} does not have"
        fix = _suggest(target.fragment, site.anchors[target.path], "correct the part after #")
        yield SiteFinding(file, address.line, "broken-anchor", message, fix)


def _is_missing_anchor(site: BuiltSite, path: str, fragment: str) -> bool:
    # By the HTML standard an empty fragment and "top" are the top of any page; what follows ":~:" is for the browser.
    identifier = fragment.partition(":~:")[0]
    if identifier in {"", "top"} or path not in site.anchors:
        return False
    return identifier not in site.anchors[path]


def _suggest(wanted: str, known: frozenset[str], otherwise: str) -> str:
    near = get_close_matches(wanted, sorted(known), n=1, cutoff=0.8)
    return f"did you mean {near[0]!r}?" if near else otherwise


def absolute_addresses(site: BuiltSite) -> Iterator[SiteFinding]:
    """No address depends on the path under which the site is published; only the page for missing pages must."""
    for file, address in site.addresses():
        if is_absolute(address.text) and file != NOT_FOUND_PAGE:
            message = f"{address.text!r} breaks where the site is published under a path, or opened from a folder"
            yield SiteFinding(file, address.line, "absolute-link", message, "write it relative to the page")


def outside_requests(site: BuiltSite) -> Iterator[SiteFinding]:
    """Opening a page asks nobody else for anything; links that a reader may follow are free."""
    for file, address in site.addresses():
        if address.use is Use.LOADED and is_outside(address.text):
            message = f"{address.text!r} is loaded from another host"
            fix = "keep a copy under docs/assets/, with its licence, or do without it"
            yield SiteFinding(file, address.line, "outside-request", message, fix)


def malformed_addresses(site: BuiltSite) -> Iterator[SiteFinding]:
    """Every address can be taken apart into scheme, host and path."""
    for file, address in site.addresses():
        if split_address(address.text).scheme == MALFORMED:
            message = f"{address.text!r} is no address"
            yield SiteFinding(file, address.line, "malformed-address", message, "correct it where it is written")


def script_addresses(site: BuiltSite) -> Iterator[SiteFinding]:
    """No link runs a script: the content security policy forbids it."""
    for file, address in site.addresses():
        if split_address(address.text).scheme == "javascript":
            message = f"{address.text!r} is a script in an address"
            yield SiteFinding(file, address.line, "script-address", message, "use a button and a module")
