"""Reads a page with the standard library's parser, which keeps line numbers and is fast enough for thousands."""

from collections.abc import Iterator
from html.parser import HTMLParser

from isolation_atlas.site_check.page import Address, Element, Page, Use
from isolation_atlas.site_check.styles import addresses_in_style

Attributes = dict[str, str]

FOLLOWED = {("a", "href"), ("area", "href"), ("form", "action"), ("button", "formaction"), ("a", "xlink:href")}
LOADED = {
    ("audio", "src"),
    ("embed", "src"),
    ("iframe", "src"),
    ("image", "href"),
    ("image", "xlink:href"),
    ("img", "src"),
    ("input", "src"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("track", "src"),
    ("use", "href"),
    ("use", "xlink:href"),
    ("video", "poster"),
    ("video", "src"),
}
LINKS_FOLLOWED = {"next", "prev", "license", "author", "help", "search"}
LINKS_NOT_OPENED = {"canonical"}
DATA_SCRIPTS = {"application/json", "application/ld+json", "text/plain", "importmap"}


def parse_page(path: str, html: str) -> Page:
    """Return the page that the HTML describes; never fails, as browsers never do."""
    parser = _PageParser(Page(path))
    parser.feed(html)
    parser.close()
    return parser.page


class _PageParser(HTMLParser):
    """Fills one page while the text is read."""

    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self._collected: list[str] | None = None
        self._pictures: list[tuple[int, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        self._note_common(attributes, line)
        self.page.addresses += _addresses(tag, attributes, line)
        if note := getattr(self, f"_start_{tag}", None):
            note(attributes, line)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in {"svg", "title"}:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if note := getattr(self, f"_end_{tag}", None):
            note()

    def handle_data(self, data: str) -> None:
        if self._collected is not None:
            self._collected.append(data)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        # In HTML "<![" opens a comment that ends at the next ">"; read as SGML, as inherited, it can raise an error.
        return self.parse_bogus_comment(i, report)

    def _note_common(self, attributes: Attributes, line: int) -> None:
        if identifier := attributes.get("id"):
            self.page.ids.append(Element(identifier, line))
        if style := attributes.get("style"):
            self.page.addresses += addresses_in_style(style, line)
        self.page.event_attributes += [Element(name, line) for name in attributes if name.startswith("on")]

    def _start_html(self, attributes: Attributes, _line: int) -> None:
        self.page.language = attributes.get("lang", "")

    def _start_meta(self, attributes: Attributes, line: int) -> None:
        name = attributes.get("http-equiv", "").lower()
        content = attributes.get("content", "")
        if name == "content-security-policy":
            self.page.policy = content
        elif name == "refresh":
            self.page.redirects = True
            address = content.partition("=")[2].strip("'\" ")
            self.page.addresses.append(Address(address, Use.FOLLOWED, line))

    def _start_a(self, attributes: Attributes, line: int) -> None:
        if name := attributes.get("name"):
            self.page.ids.append(Element(name, line))

    def _start_h1(self, _attributes: Attributes, line: int) -> None:
        self.page.headings.append(Element("h1", line))

    def _start_img(self, attributes: Attributes, line: int) -> None:
        if "alt" not in attributes:
            self.page.without_text.append(Element("img", line))

    def _start_iframe(self, attributes: Attributes, line: int) -> None:
        if not attributes.get("title"):
            self.page.without_text.append(Element("iframe", line))

    def _start_svg(self, attributes: Attributes, line: int) -> None:
        named = bool(attributes.get("aria-label") or attributes.get("aria-labelledby"))
        self._pictures.append((line, named or attributes.get("role") != "img"))

    def _end_svg(self) -> None:
        if self._pictures:
            line, named = self._pictures.pop()
            if not named:
                self.page.without_text.append(Element("svg", line))

    def _start_title(self, _attributes: Attributes, _line: int) -> None:
        if self._pictures:
            self._pictures[-1] = (self._pictures[-1][0], True)
        else:
            self._collected = []

    def _end_title(self) -> None:
        if self._collected is not None:
            self.page.title = "".join(self._collected).strip()
            self._collected = None

    def _start_script(self, attributes: Attributes, line: int) -> None:
        if "src" not in attributes and attributes.get("type", "") not in DATA_SCRIPTS:
            self._collected = []
            self.page.inline_scripts.append(Element("", line))

    def _end_script(self) -> None:
        if self._collected is not None:
            line = self.page.inline_scripts.pop().line
            self.page.inline_scripts.append(Element("".join(self._collected), line))
            self._collected = None

    def _start_style(self, _attributes: Attributes, _line: int) -> None:
        self._collected = []

    def _end_style(self) -> None:
        if self._collected is not None:
            self.page.addresses += addresses_in_style("".join(self._collected), self.getpos()[0])
            self._collected = None


def _addresses(tag: str, attributes: Attributes, line: int) -> Iterator[Address]:
    if tag == "link" and "href" in attributes:
        yield from _linked(attributes, line)
        return
    for name, value in attributes.items():
        if (tag, name) in FOLLOWED:
            yield Address(value.strip(), Use.FOLLOWED, line)
        elif (tag, name) in LOADED:
            yield Address(value.strip(), Use.LOADED, line)
        elif name == "srcset":
            yield from (Address(part.split()[0], Use.LOADED, line) for part in value.split(",") if part.strip())


def _linked(attributes: Attributes, line: int) -> Iterator[Address]:
    relations = set(attributes.get("rel", "").lower().split())
    if relations & LINKS_NOT_OPENED:
        return
    followed = bool(relations & LINKS_FOLLOWED) or relations == {"alternate"}
    yield Address(attributes["href"].strip(), Use.FOLLOWED if followed else Use.LOADED, line)
