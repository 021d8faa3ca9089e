"""Kinds of pages: one module each, a function from the site to its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from isolation_atlas.publishing.page import Output
from isolation_atlas.publishing.pages.matrix import matrix_pages
from isolation_atlas.publishing.pages.property import property_pages
from isolation_atlas.publishing.pages.subject import subject_pages
from isolation_atlas.publishing.site import Site

PageKind = Callable[[Site], Iterator[Output]]

PAGE_KINDS: tuple[PageKind, ...] = (subject_pages, property_pages, matrix_pages)
