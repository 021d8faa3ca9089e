"""Advice of sources on the pages of subjects and needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from isolation_atlas.publishing.guide.data import guide_data
from isolation_atlas.publishing.site import Site
from tests.publishing.published import pages_of
from tests.reasoning.test_advice import told


@pytest.mark.parametrize(
    ("relation", "limit", "on_subject", "on_need"),
    [
        ("suits", "10 min", "", ""),
        ("suits", "1 min", "a source uses or recommends it: Wet letters.", "ruled out , but a source uses"),
        ("shuns", "10 min", "a source advises against it: Wet letters.", "fits , but a source advises against it"),
        ("shuns", "1 min", "a source advises against it: Wet letters.", ""),
    ],
)
def test_pages_show_advice_that_the_outcome_does_not_say(
    relation: str, limit: str, on_subject: str, on_need: str, tmp_path: Path
) -> None:
    pages = pages_of(told(tmp_path, relation, limit))
    punt, mail = pages["crossings/punt.html"].text, pages["loads/mail.html"].text
    assert on_subject in punt
    assert ("a source" in punt) is bool(on_subject)
    assert on_need in mail
    assert ("advises otherwise" in mail) is bool(on_need)


def test_the_guide_knows_what_is_advised_against(tmp_path: Path) -> None:
    needs = guide_data(Site.of(told(tmp_path, "shuns")))["needs"]
    assert isinstance(needs, list)
    assert [need.get("against") for need in needs] == [{"punt": ["Wet letters."]}]
