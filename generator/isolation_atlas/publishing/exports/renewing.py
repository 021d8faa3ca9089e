"""Downloads brought up to date one by one, for whoever edits: between two of them there is time for the next edit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from isolation_atlas.publishing.datasets.markdown_twins import twin_path
from isolation_atlas.publishing.datasets.things import things_with_pages
from isolation_atlas.publishing.exports.downloads import RECORD, orders_of, recorded
from isolation_atlas.publishing.exports.making import written
from isolation_atlas.publishing.exports.offering import download_path
from isolation_atlas.publishing.formats.registry import BY_ID
from isolation_atlas.publishing.page import DataFile
from isolation_atlas.publishing.site import Site
from isolation_atlas.publishing.twins import keep_twin
from isolation_atlas.publishing.writing import update_files


def renewed(site: Site, address: str, docs_dir: Path) -> Iterator[str]:
    """Write each download that is missing or shows something else by now, and yield its path below ``docs_dir``.

    The Markdown of a table or tree is its twin too, which is left to wait for the site. A run that is broken off has
    lost nothing: the next one goes on from what it wrote.
    """
    twins = {download_path(site, thing, BY_ID["md"]): twin_path(site, thing) for thing in things_with_pages(site)}
    record = dict(recorded(docs_dir))
    for order in orders_of(site, address):
        if record.get(order.path, ("",))[0] == order.digest and (docs_dir / order.path).is_file():
            continue
        content = written(order)
        record[order.path] = (order.digest, sha256(content).hexdigest())
        as_json = json.dumps(record, indent=0, sort_keys=True).encode() + b"\n"
        update_files((DataFile(order.path, content), DataFile(RECORD, as_json)), docs_dir)
        if order.path in twins:
            keep_twin(DataFile(twins[order.path], content), docs_dir)
        yield order.path
