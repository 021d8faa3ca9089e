"""The functions that hand-written pages may call, for the macros plugin of either site engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from isolation_atlas.publishing.current_site import current_site
from isolation_atlas.publishing.snippets import Snippets

FUNCTIONS = ("fact", "cell", "matrix", "tree", "source", "stack", "spectrum", "count")


def define_env(env: Any) -> None:
    """Register every function with the plugin; an unknown id raises SnippetError, so that the build fails."""
    root = Path(env.project_dir) / env.conf["extra"].get("knowledge", "knowledge")
    for name in FUNCTIONS:
        env.macro(_function(name, root), name)


def _function(name: str, root: Path) -> Any:
    @pass_context
    def call(context: Context, *arguments: Any, **options: Any) -> str:
        address = str(context["page"].url)
        snippets = Snippets(current_site(root), address, "../" * address.count("/"))
        return str(getattr(snippets, name)(*arguments, **options))

    return call
