"""The rules, by what they look at; a module registers its rules when it is imported."""

from __future__ import annotations

from importlib import import_module

_MODULES: tuple[str, ...] = (
    "reading_files",
    "reading_fields",
    "reading_values",
    "references",
    "redirects",
    "declared_names",
    "relations",
    "connectedness",
    "order",
    "reasons",
    "evidence",
    "facts",
    "wording",
    "sources",
    "names",
    "texts",
    "properties",
    "subjects",
    "guide",
    "advice",
    "outputs",
    "tradeoffs",
    "settings",
)


def load() -> None:
    """Import every module of rules."""
    for module in _MODULES:
        import_module(f"{__name__}.{module}")
