"""Every usual way to write a reference gives the same id and address."""

from __future__ import annotations

import pytest

from isolation_atlas.editing.citations import Citation, NotACitationError, read_citation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "doi:10.1145/3477132.3483540",
            Citation("doi-10-1145-3477132-3483540", "https://doi.org/10.1145/3477132.3483540", "paper", ""),
        ),
        (
            "https://doi.org/10.1145/3477132.3483540",
            Citation("doi-10-1145-3477132-3483540", "https://doi.org/10.1145/3477132.3483540", "paper", ""),
        ),
        ("arXiv:2102.12730v2", Citation("arxiv-2102-12730", "https://arxiv.org/abs/2102.12730", "paper", "2021")),
        (
            "https://arxiv.org/pdf/2102.12730.pdf",
            Citation("arxiv-2102-12730", "https://arxiv.org/abs/2102.12730", "paper", "2021"),
        ),
        ("2102.12730", Citation("arxiv-2102-12730", "https://arxiv.org/abs/2102.12730", "paper", "2021")),
        ("RFC 9000", Citation("rfc-9000", "https://www.rfc-editor.org/rfc/rfc9000", "spec", "")),
        (
            "cve-2019-5736",
            Citation("cve-2019-5736-record", "https://www.cve.org/CVERecord?id=CVE-2019-5736", "advisory", "2019"),
        ),
        (
            "GHSA-ff4p-7xrq-q5r8",
            Citation("ghsa-ff4p-7xrq-q5r8-record", "https://github.com/advisories/GHSA-ff4p-7xrq-q5r8", "advisory", ""),
        ),
        (
            "https://www.example.org/blog/2024/how-it-works.html",
            Citation(
                "example-2024-how-it-works", "https://www.example.org/blog/2024/how-it-works.html", "docs", "2024"
            ),
        ),
    ],
)
def test_references(text: str, expected: Citation) -> None:
    assert read_citation(text) == expected


@pytest.mark.parametrize("text", ["", "some words", "ftp://example.org/x", "https://nowhere", "10.1145", "CVE-19-1"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NotACitationError):
        read_citation(text)
