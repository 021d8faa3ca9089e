"""Templates: one for each kind of page; they loop and branch over view models and compute nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Getattr
from markupsafe import Markup, escape

from isolation_atlas.publishing.link import linked
from isolation_atlas.publishing.terms.marking import prose

_ESCAPED = re.compile(r"([\\`*_{}\[\]()#+.!|-])")
_REFERRED_TO = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "^": "&#94;", ":": "&#58;"})
"""Signs before which a backslash would be seen: Markdown knows no escape for them."""


class _Escaped(dict[str, str]):
    """Words as HTML, each escaped once: pages repeat the same few thousand."""

    def __missing__(self, words: str) -> str:
        self[words] = found = str(escape(words))
        return found


class _Templates(Environment):
    """Templates whose values are escaped by ``escaped`` instead of MarkupSafe's function: the same, and quicker."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known = _Escaped()

    def escaped(self, value: object) -> str:
        """Return a value as HTML; markup is left as it is."""
        if type(value) is str:
            return self._known[value]
        return value if type(value) is Markup else escape(value)


class _Generator(CodeGenerator):
    """Has every value escaped, whatever a template may say of escaping, and takes the short way to fields and macros.

    What Jinja does besides has no use here: fields are never keys of dictionaries, and nothing that is called asks for
    the context. A field that does not exist raises AttributeError.
    """

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an access to a field."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a call of a macro or a method."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("a call names each of its arguments", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.escaped(")


_Templates.code_generator_class = _Generator


@cache
def environment() -> Environment:
    """Return the environment of all templates: undefined names are errors, and everything is escaped."""
    made = _Templates(
        loader=PackageLoader("isolation_atlas.publishing"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"heading": heading_text, "linked": linked, "prose": prose}
    return made


def render(template: str, **names: object) -> str:
    """Return a template filled with view models."""
    return environment().get_template(f"{template}.html.jinja").render(**names)


def heading_text(text: str) -> Markup:
    """Return words that are safe in a Markdown heading: every sign that could mean something stands for itself."""
    escaped = _ESCAPED.sub(r"\\\1", " ".join(text.split()))
    return Markup(escaped.translate(_REFERRED_TO))  # noqa: S704
