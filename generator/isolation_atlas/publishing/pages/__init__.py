"""Kinds of pages: one module each, a function from the site to its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from isolation_atlas.publishing.datasets.lists import list_files
from isolation_atlas.publishing.datasets.things import thing_files
from isolation_atlas.publishing.page import Output
from isolation_atlas.publishing.pages.changes import change_pages
from isolation_atlas.publishing.pages.compare import compare_pages
from isolation_atlas.publishing.pages.data import data_files
from isolation_atlas.publishing.pages.explorer import explorer_pages
from isolation_atlas.publishing.pages.fields import field_pages
from isolation_atlas.publishing.pages.glossary import glossary_pages
from isolation_atlas.publishing.pages.guide import guide_pages
from isolation_atlas.publishing.pages.home import home_pages
from isolation_atlas.publishing.pages.index import index_pages
from isolation_atlas.publishing.pages.matrix import matrix_pages
from isolation_atlas.publishing.pages.need import need_pages
from isolation_atlas.publishing.pages.property import property_pages
from isolation_atlas.publishing.pages.question import question_pages
from isolation_atlas.publishing.pages.redirect import redirect_pages
from isolation_atlas.publishing.pages.rules import rule_pages
from isolation_atlas.publishing.pages.scenario import scenario_pages
from isolation_atlas.publishing.pages.source import source_pages
from isolation_atlas.publishing.pages.state import state_pages
from isolation_atlas.publishing.pages.subject import subject_pages
from isolation_atlas.publishing.pages.topic import topic_pages
from isolation_atlas.publishing.pages.tradeoff import tradeoff_pages
from isolation_atlas.publishing.pages.tree import tree_pages
from isolation_atlas.publishing.site import Site

PageKind = Callable[[Site], Iterator[Output]]

THING_PAGES: tuple[PageKind, ...] = (
    subject_pages,
    property_pages,
    need_pages,
    tradeoff_pages,
    topic_pages,
    matrix_pages,
    tree_pages,
    question_pages,
    scenario_pages,
)
"""Those with a page for each thing; they make only the pages that a site wants."""

PAGE_KINDS: tuple[PageKind, ...] = (
    home_pages,
    index_pages,
    *THING_PAGES,
    guide_pages,
    source_pages,
    state_pages,
    compare_pages,
    explorer_pages,
    glossary_pages,
    change_pages,
    data_files,
    thing_files,
    list_files,
    rule_pages,
    field_pages,
    redirect_pages,
)
