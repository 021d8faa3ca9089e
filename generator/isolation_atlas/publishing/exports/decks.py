"""A deck from what is published: the matrices over whole levels, the smallest tree, and the trade-offs."""

from __future__ import annotations

from collections.abc import Sequence

from isolation_atlas.knowledge.records import Matrix
from isolation_atlas.publishing.exports.plots import any_plot_of, plot_of
from isolation_atlas.publishing.exports.spectrum import ID as SPECTRUM
from isolation_atlas.publishing.exports.tables import table_of
from isolation_atlas.publishing.exports.trees import tree_of
from isolation_atlas.publishing.formats.deck import Deck, Item, numbered
from isolation_atlas.publishing.site import Site

_MATRICES, _TRADEOFFS = 2, 4


def deck_of(site: Site, things: Sequence[str] = (), title: str = "", address: str = "") -> Deck:
    """Return a deck of published things in the given order: matrices, trees, and whatever has a picture.

    Without any it shows the overview. Raises KeyError for an id that can be neither shown nor drawn.
    """
    knowledge = site.knowledge
    chosen = tuple(things) or overview(site)
    items = tuple(item for thing in chosen for item in _item(site, thing, address))
    name = title or (knowledge.name_of(chosen[0]) if len(things) == 1 else knowledge.ontology.title)
    publisher, question = knowledge.ontology.title, knowledge.ontology.question
    return numbered(Deck(name, question, items, address, site.today.isoformat(), publisher))


def overview(site: Site) -> tuple[str, ...]:
    """Return the ids of what the deck of everything shows."""
    knowledge = site.knowledge
    matrices = tuple(key for key, matrix in knowledge.matrices.items() if _is_overview(matrix))[:_MATRICES]
    smallest = sorted(knowledge.trees, key=lambda tree: len(knowledge.trees[tree].questions))[:1]
    plotted = tuple(key for key in knowledge.tradeoffs if plot_of(site, key) is not None)
    return (SPECTRUM, *matrices, *smallest, *plotted[:_TRADEOFFS])


def _is_overview(matrix: Matrix) -> bool:
    """Rows that are whole levels, columns that somebody chose: not all of a group, and no relations."""
    return all(selection.level for selection in matrix.rows) and all(each.id for each in matrix.columns)


def _item(site: Site, thing: str, address: str) -> tuple[Item, ...]:
    knowledge = site.knowledge
    if thing in knowledge.matrices:
        return (table_of(site, knowledge.matrices[thing], address),)
    if thing in knowledge.trees:
        return (tree_of(site, thing, address),)
    plot = any_plot_of(site, thing, address)
    if plot is None:
        raise KeyError(thing)
    return (plot,)
