"""Each rule on tiny sites: one that breaks it, and one that keeps it."""

from pathlib import Path

import pytest

from isolation_atlas.site_check import SiteFinding, check_site

POLICY = """<meta http-equiv="Content-Security-Policy" content="script-src 'self' {}">"""
# printf 'go()' | openssl dgst -sha256 -binary | base64
HASH = "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"


def page(body: str = "", *, head: str = "", heading: str = "<h1>Here</h1>") -> str:
    """Return a page that keeps every rule unless the parts given break one; the body is on line 3."""
    return (
        f'<!doctype html><html lang="en"><head><title>Here</title>{head}</head><body>{heading}\n\n{body}</body></html>'
    )


def check(folder: Path, files: dict[str, str]) -> list[SiteFinding]:
    """Return the findings of a site with these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return check_site(folder)


OTHERS = {
    "deep/other.html": page('<p id="there">'),
    "deep/index.html": page(),
    "with space.html": page(),
    "picture.svg": "<svg/>",
    "style.css": "",
}


@pytest.mark.parametrize(
    "body",
    [
        '<a href="deep/other.html">',
        '<a href="deep/other.html#there">',
        '<a href="deep/other.html?sort=name#there">',
        '<a href="deep/">',
        '<a href="with%20space.html">',
        '<a href="#top">',
        '<a href="#">',
        '<a href="#:~:text=words">',
        '<a id="here" href="#here">',
        '<a name="old" href="#old">',
        '<a href="https://example.org/">',
        '<a href="mailto:someone@example.org">',
        '<img src="picture.svg" alt="">',
        '<img src="data:image/png;base64,AA" alt="">',
        '<img srcset="picture.svg 1x, picture.svg 2x" alt="">',
        '<svg role="img"><title>A tree</title></svg>',
        '<svg role="img" aria-label="A tree"></svg>',
        '<svg aria-hidden="true"/>',
        "<style>p { background: url('picture.svg') } /* url(gone.png) */</style>",
        '<script type="application/json">{"a": "<b>"}</script>',
    ],
)
def test_sound_page(tmp_path: Path, body: str) -> None:
    assert check(tmp_path, {"index.html": page(body), **OTHERS}) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<a href="deep/othre.html">', "broken-link"),
        ('<a href="deep/Other.html">', "broken-link"),
        ('<a href="nowhere/">', "broken-link"),
        ('<form action="gone.html">', "broken-link"),
        ('<a href="deep/other.html#their">', "broken-anchor"),
        ('<a href="#here">', "broken-anchor"),
        ('<a href="/deep/other.html">', "absolute-link"),
        ('<img src="gone.png" alt="">', "missing-file"),
        ('<img srcset="picture.svg 1x, gone.svg 2x" alt="">', "missing-file"),
        ('<script src="gone.js"></script>', "missing-file"),
        ('<svg><use href="gone.svg#part"/></svg>', "missing-file"),
        ('<p style="background: url(gone.png)">', "missing-file"),
        ('<style>@import "gone.css";</style>', "missing-file"),
        ('<img src="https://example.org/a.png" alt="">', "outside-request"),
        ('<img src="//example.org/a.png" alt="">', "outside-request"),
        ('<iframe title="Map" src="https://example.org/"></iframe>', "outside-request"),
        ("<style>@font-face { src: url(https://example.org/a.woff2) }</style>", "outside-request"),
        ('<a href="javascript:go()">', "script-address"),
        ('<a href="https://[half/">', "malformed-address"),
        ('<p id="a"><p id="a">', "duplicate-id"),
        ('<img src="picture.svg">', "missing-text"),
        ('<svg role="img"><path/></svg>', "missing-text"),
        ('<iframe src="deep/other.html"></iframe>', "missing-text"),
        ("<h1>Again</h1>", "main-heading"),
    ],
)
def test_faulty_page(tmp_path: Path, body: str, rule: str) -> None:
    (finding,) = check(tmp_path, {"index.html": page(body), **OTHERS})
    assert (finding.page, finding.line, finding.rule) == ("index.html", 1 if rule == "main-heading" else 3, rule)
    assert finding.message
    assert finding.fix


@pytest.mark.parametrize(
    ("html", "rules"),
    [
        ("<html><title>A</title><h1>A</h1>", ["missing-language"]),
        ('<html lang="en"><h1>A</h1>', ["missing-title"]),
        ('<html lang="en"><title>A</title>', ["main-heading"]),
        ("", ["main-heading", "missing-language", "missing-title"]),
        ('<html lang="en"><title>A</title><meta http-equiv="refresh" content="0; url=index.html">', []),
        ('<html lang="en"><title>A</title><meta http-equiv="refresh" content="0; url=gone.html">', ["broken-link"]),
        (page(head='<link rel="canonical" href="https://example.org/a.html">'), []),
        (page(head='<link rel="preconnect" href="https://example.org">'), ["outside-request"]),
        (page(head='<link rel="stylesheet" href="gone.css">'), ["missing-file"]),
        (page(head='<link rel="next" href="gone.html">'), ["broken-link"]),
    ],
)
def test_whole_pages(tmp_path: Path, html: str, rules: list[str]) -> None:
    found = check(tmp_path, {"index.html": page(), "other.html": html})
    assert [finding.rule for finding in found if finding.page == "other.html"] == rules


@pytest.mark.parametrize(
    ("head", "body", "rules"),
    [
        ("", "<script>go()</script>", []),
        (POLICY.format(HASH), "<script>go()</script>", []),
        (POLICY.format(""), "<script>go()</script>", ["blocked-script"]),
        (POLICY.format(HASH), "<script>go(1)</script>", ["blocked-script"]),
        (POLICY.format(""), '<p onclick="go()">', ["blocked-script"]),
        (POLICY.format(""), '<script type="application/json">{}</script>', []),
    ],
)
def test_content_security_policy(tmp_path: Path, head: str, body: str, rules: list[str]) -> None:
    assert [finding.rule for finding in check(tmp_path, {"index.html": page(body, head=head)})] == rules


@pytest.mark.parametrize(
    ("name", "text", "rule", "line"),
    [
        ("a.css", "\np { background: url(gone.png) }", "missing-file", 2),
        ("a.css", "@import url('https://example.org/b.css');", "outside-request", 1),
        ("a.js", "\n\nfetch('https://example.org/data.json')", "outside-request", 3),
        ("a.js", 'import {a} from "https://example.org/a.js"', "outside-request", 1),
        ("a.js", "new Worker(`//example.org/a.js`)", "outside-request", 1),
        ("a.js", 'import "./gone.js"', "missing-file", 1),
        ("deep/a.js", 'import {b} from "../gone.js"', "missing-file", 1),
    ],
)
def test_style_sheets_and_scripts(tmp_path: Path, name: str, text: str, rule: str, line: int) -> None:
    (finding,) = check(tmp_path, {"index.html": page(), name: text})
    assert (finding.page, finding.line, finding.rule) == (name, line, rule)


def test_bundled_scripts_are_left_to_the_browser(tmp_path: Path) -> None:
    text = "fetch('https://example.org/data.json')"
    assert check(tmp_path, {"index.html": page(), "theme.min.js": text}) == []


@pytest.mark.parametrize("base", ["/", "/atlas/", "/deep/atlas/"])
def test_page_for_missing_pages_is_absolute(tmp_path: Path, base: str) -> None:
    lost = page(f'<a href="{base}">', head=f'<link rel="stylesheet" href="{base}style.css">')
    assert check(tmp_path, {"index.html": page(), "404.html": lost, **OTHERS}) == []


def test_page_for_missing_pages_may_break_too(tmp_path: Path) -> None:
    lost = page(head='<link rel="stylesheet" href="/atlas/gone.css">')
    (finding,) = check(tmp_path, {"404.html": lost})
    assert finding.rule == "missing-file"


def test_suggests_the_nearest(tmp_path: Path) -> None:
    body = '<a href="deep/othre.html"><a href="deep/other.html#theer">'
    fixes = [finding.fix for finding in check(tmp_path, {"index.html": page(body), **OTHERS})]
    assert fixes == ["did you mean 'there'?", "did you mean 'deep/other.html'?"]


def test_order_is_by_page_then_line(tmp_path: Path) -> None:
    body = '<a href="gone.html">\n<p id="a">\n<p id="a">'
    found = check(tmp_path, {"b.html": page(body), "a.html": page(body)})
    assert [(finding.page, finding.line) for finding in found] == [
        ("a.html", 3),
        ("a.html", 5),
        ("b.html", 3),
        ("b.html", 5),
    ]


def test_printed_on_one_line(tmp_path: Path) -> None:
    (finding,) = check(tmp_path, {"index.html": page('<a href="gone.html">')})
    assert str(finding).startswith("index.html:3: broken-link: 'gone.html' leads to")


@pytest.mark.parametrize("make", [True, False])
def test_no_site(tmp_path: Path, make: bool) -> None:
    folder = tmp_path / "site"
    if make:
        folder.mkdir()
    with pytest.raises(FileNotFoundError, match="no built page"):
        check_site(folder)
