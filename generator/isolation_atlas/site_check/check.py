"""Runs every rule over a built site."""

from collections.abc import Callable, Iterator
from pathlib import Path

from isolation_atlas.site_check import address_rules, page_rules
from isolation_atlas.site_check.built_site import BuiltSite, read_site
from isolation_atlas.site_check.finding import SiteFinding

RULES: tuple[Callable[[BuiltSite], Iterator[SiteFinding]], ...] = (
    address_rules.broken_addresses,
    address_rules.absolute_addresses,
    address_rules.outside_requests,
    address_rules.script_addresses,
    address_rules.malformed_addresses,
    page_rules.duplicate_ids,
    page_rules.missing_parts,
    page_rules.pictures_without_text,
    page_rules.inline_scripts,
)


def check_site(site_dir: Path) -> list[SiteFinding]:
    """Return every fault of the built site in a folder, sorted by page, line and rule.

    Raises:
        FileNotFoundError: the folder does not exist, or has no page.
    """
    site = read_site(site_dir)
    return sorted({finding for rule in RULES for finding in rule(site)})
