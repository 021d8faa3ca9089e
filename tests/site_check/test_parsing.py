"""Reading pages, style sheets and scripts: nothing that they may hold breaks the reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolation_atlas.site_check.page import Use
from isolation_atlas.site_check.parsing import parse_page
from isolation_atlas.site_check.scripts import addresses_in_script
from isolation_atlas.site_check.styles import addresses_in_style
from isolation_atlas.site_check.targets import find_target

MARKUP = [
    "<",
    ">",
    "</",
    "/>",
    "<!",
    "<![",
    "<!--",
    "-->",
    "<?",
    "]]>",
    "CDATA[",
    "&",
    "&#",
    "&#x110000;",
    "=",
    '"',
    "'",
]
WORDS = ["svg", "title", "script", "style", "img", "a", "href", "srcset", "name", "role", " ", "\n", ";", "\0", "é"]
PIECES = st.sampled_from(MARKUP + WORDS)


@given(st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_is_read(text: str) -> None:
    assert parse_page("index.html", text).path == "index.html"


@given(
    st.lists(PIECES | st.sampled_from(["url(", ")", "@import", "/*", "*/", "fetch(", "`"]), max_size=30).map("".join)
)
def test_any_style_and_script_is_read(text: str) -> None:
    found = addresses_in_style(text) + addresses_in_script(text)
    assert all(1 <= address.line <= 1 + text.count("\n") for address in found)


@given(st.text(alphabet="/.#?%:[]abc", max_size=12))
def test_any_address_leads_somewhere_or_nowhere(address: str) -> None:
    target = find_target("deep/page.html", address, frozenset({"index.html", "deep/page.html", "a/b"}))
    assert target.path in {None, "index.html", "deep/page.html", "a/b"}


@pytest.mark.parametrize(
    ("html", "text", "use"),
    [
        ('<a href=" other.html ">', "other.html", Use.FOLLOWED),
        ("<A HREF=other.html>", "other.html", Use.FOLLOWED),
        ('<a href="other.html?a=1&amp;b=2">', "other.html?a=1&b=2", Use.FOLLOWED),
        ('<link rel="Next" href="other.html">', "other.html", Use.FOLLOWED),
        ('<link rel="alternate stylesheet" href="other.css">', "other.css", Use.LOADED),
        ('<meta http-equiv="Refresh" content="0; URL=\'other.html\'">', "other.html", Use.FOLLOWED),
        ('<svg><image xlink:href="other.png"/></svg>', "other.png", Use.LOADED),
        ("<style>p { background: url( 'other.png' ) }</style>", "other.png", Use.LOADED),
    ],
)
def test_finds_the_address(html: str, text: str, use: Use) -> None:
    (address,) = parse_page("index.html", html).addresses
    assert (address.text, address.use) == (text, use)


def test_text_inside_scripts_and_comments_is_no_markup() -> None:
    page = parse_page("index.html", "<!-- <a href='x'> --><script>'<a href=y>'</script><title>A &lt;b&gt;</title>")
    assert page.addresses == []
    assert page.title == "A <b>"
