"""The site's downloads: which there are, and their bytes, made only where what they show has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from isolation_atlas.publishing.exports.making import Order, make_all
from isolation_atlas.publishing.exports.offering import FOLDER, OFFERED, download_path
from isolation_atlas.publishing.exports.plots import any_plot_of, drawable
from isolation_atlas.publishing.exports.spectrum import ID as SPECTRUM
from isolation_atlas.publishing.exports.tables import table_of
from isolation_atlas.publishing.exports.trees import tree_of
from isolation_atlas.publishing.formats.outline import Tree
from isolation_atlas.publishing.formats.plot import Plot
from isolation_atlas.publishing.formats.registry import BY_ID, PICTURE, TABLE, TREE
from isolation_atlas.publishing.formats.table import Table
from isolation_atlas.publishing.page import DataFile
from isolation_atlas.publishing.site import Site

RECORD = f"{FOLDER}/.made.json"
_LIBRARIES = ("python-pptx", "xlsxwriter", "reportlab", "resvg-py")


def orders_of(site: Site, address: str = "") -> Iterator[Order]:
    """Yield every download of the site."""
    knowledge = site.knowledge
    for matrix in knowledge.matrices.values():
        yield from _orders(site, matrix.id, TABLE, table_of(site, matrix, address))
    for tree in knowledge.trees:
        yield from _orders(site, tree, TREE, tree_of(site, tree, address))
    for thing in (SPECTRUM, *drawable(site)):
        plot = any_plot_of(site, thing, address)
        if plot is not None:
            yield from _orders(site, thing, PICTURE, plot)


def downloads(site: Site, address: str, docs_dir: Path) -> Iterator[DataFile]:
    """Yield every download, those from an earlier run whose content is the same read from the folder of pages."""
    orders = list(orders_of(site, address))
    kept = _kept(docs_dir, orders)
    missing = [order for order in orders if order.path not in kept]
    made = {**kept, **dict(zip((order.path for order in missing), make_all(missing), strict=True))}
    for order in orders:
        yield DataFile(order.path, made[order.path])
    record = {order.path: [order.digest, sha256(made[order.path]).hexdigest()] for order in orders}
    yield DataFile(RECORD, json.dumps(record, indent=0, sort_keys=True).encode() + b"\n")


def kept_downloads(docs_dir: Path) -> Iterator[DataFile]:
    """Yield the downloads that an earlier run left in the folder of pages, whatever they show."""
    for path in (*recorded(docs_dir), RECORD):
        if (docs_dir / path).is_file():
            yield DataFile(path, (docs_dir / path).read_bytes())


def _orders(site: Site, thing: str, sort: str, content: Table | Tree | Plot) -> Iterator[Order]:
    shown = repr(content).encode()
    for form in OFFERED[sort]:
        digest = sha256(b"\n".join((shown, form.encode(), code_digest().encode()))).hexdigest()
        yield Order(download_path(site, thing, BY_ID[form]), form, sort, content, digest)


@cache
def code_digest() -> str:
    """Return a digest of everything but the content that decides a file's bytes: this package and its libraries."""
    package = Path(__file__).parents[1]
    sources = [*(package / "formats").glob("*.py"), *(package / "pictures").glob("*.py")]
    parts = [path.read_bytes() for path in sorted(sources)]
    return sha256(b"\n".join((*parts, *(version(name).encode() for name in _LIBRARIES)))).hexdigest()


def _kept(docs_dir: Path, orders: Iterable[Order]) -> dict[str, bytes]:
    """The files of an earlier run that are still right, and whole."""
    record = recorded(docs_dir)
    kept: dict[str, bytes] = {}
    for order in orders:
        digest, whole = record.get(order.path, ("", ""))
        path = docs_dir / order.path
        if digest == order.digest and path.is_file():
            content = path.read_bytes()
            if sha256(content).hexdigest() == whole:
                kept[order.path] = content
    return kept


def recorded(docs_dir: Path) -> Mapping[str, tuple[str, str]]:
    """Return the digests of what each download shows and of its bytes, by path, as an earlier run left them."""
    try:
        read = json.loads((docs_dir / RECORD).read_text(encoding="utf-8"))
        return {str(key): (str(digest), str(whole)) for key, (digest, whole) in read.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
