"""The description of the flat tables as a Data Package (Frictionless Data, version 1)."""

from __future__ import annotations

import re

from isolation_atlas.publishing.datasets.plain import Data
from isolation_atlas.publishing.datasets.tables import TABLES, FlatTable
from isolation_atlas.publishing.site import Site

_KEYS = {"facts": ["id"], "things": ["id"], "sources": ["id"], "cells": ["subject", "property"]}


def package_data(site: Site) -> Data:
    """Return the descriptor; paths are relative to it."""
    title = site.knowledge.ontology.title
    return {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-"),
        "title": title,
        "description": site.knowledge.ontology.question,
        "created": f"{site.today.isoformat()}T00:00:00Z",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: FlatTable) -> Data:
    schema: Data = {"fields": [{"name": name, "type": "string"} for name in table.fields]}
    if table.name in _KEYS:
        schema["primaryKey"] = _KEYS[table.name]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.says,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
