"""Finds the addresses that style sheets name."""

import re

from isolation_atlas.site_check.page import Address, Use

# CSS Syntax Level 3: url() takes a quoted or an unquoted address, @import a string as well.
_ADDRESS = re.compile(
    r"""/\*.*?\*/ | url\(\s*(?: "([^"]*)" | '([^']*)' | ([^()"'\s]*) )\s*\) | @import\s+(?: "([^"]*)" | '([^']*)' )""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def addresses_in_style(text: str, first_line: int = 1) -> list[Address]:
    """Return the addresses that a style sheet, or a style attribute, loads; comments are passed over."""
    found = []
    for match in _ADDRESS.finditer(text):
        address = next((group for group in match.groups() if group), None)
        if address:
            line = first_line + text.count("\n", 0, match.start())
            found.append(Address(address, Use.LOADED, line))
    return found
