"""What is kept of a site: made once for each thing, and for each site anew."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.publishing.kept import itself, kept_by
from isolation_atlas.publishing.site import Site
from tests.knowledge_folder import knowledge_with


@pytest.fixture
def valid(tmp_path: Path) -> Knowledge:
    return knowledge_with(tmp_path)


def test_a_result_is_made_once_for_each_thing_and_for_each_site_anew(valid: Knowledge) -> None:
    made: list[tuple[int, str]] = []

    @kept_by(itself)
    def name(site: Site, thing: str) -> str:
        made.append((id(site), thing))
        return thing.upper()

    one, other = Site.of(valid), Site.of(valid)
    assert [name(one, "alpha"), name(one, "alpha"), name(one, "beta"), name(other, "alpha")] == [
        "ALPHA",
        "ALPHA",
        "BETA",
        "ALPHA",
    ]
    assert made == [(id(one), "alpha"), (id(one), "beta"), (id(other), "alpha")]


def test_nothing_is_kept_longer_than_its_site(valid: Knowledge) -> None:
    class Made:
        pass

    @kept_by(itself)
    def make(site: Site, thing: str) -> Made:
        return Made()

    site = Site.of(valid)
    result = weakref.ref(make(site, "alpha"))
    assert result() is not None
    del site
    gc.collect()
    assert result() is None
