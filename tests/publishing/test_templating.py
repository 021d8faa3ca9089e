"""Templates: every value is escaped as MarkupSafe does it, markup is left alone, an undefined name is an error."""

from __future__ import annotations

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateAssertionError, UndefinedError
from markupsafe import Markup, escape

from isolation_atlas.publishing.link import Link, linked
from isolation_atlas.publishing.templating import environment


class _Html:
    def __html__(self) -> str:
        return "<i>it</i>"


VALUES = st.one_of(
    st.text(alphabet="<>&'\"ab "), st.text().map(Markup), st.integers(), st.booleans(), st.none(), st.builds(_Html)
)
TEMPLATES = (
    "{{ it }}",
    "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m(it) }}",
    "{% set x %}<b>{{ it }}</b>{% endset %}{{ x }}",
    "{{ it ~ it }}{{ 'a<b' }}{{ [it] | join('<') }}",
    "{% autoescape true %}{{ it }}{% endautoescape %}",
)


@pytest.mark.parametrize("text", TEMPLATES)
@given(value=VALUES)
def test_values_are_escaped_as_the_library_does_it(text: str, value: object) -> None:
    usual = Environment(undefined=jinja2.StrictUndefined, autoescape=True)
    assert environment().from_string(text).render(it=value) == usual.from_string(text).render(it=value)


def test_what_is_undefined_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="missing"):
        environment().from_string("{{ missing }}").render()


CALLS = (
    "{% macro m(x, y=0) %}{{ x }}{{ y }}{% endmacro %}{% for x in (1, 2) %}{{ m(x) }}{{ m(1, y=it.text) }}{% endfor %}",
    "{% macro m(n) %}{{ n }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}{{ it.text.upper() }}",
    "{% for each in (it, it) %}{{ each.href }}{% if not loop.last %}, {% endif %}{{ loop.index }}{% endfor %}",
)


@pytest.mark.parametrize("text", CALLS)
def test_fields_and_calls_mean_what_they_mean_in_the_library(text: str) -> None:
    usual, it = Environment(undefined=jinja2.StrictUndefined, autoescape=True), Link("a&b", "<i>")
    assert environment().from_string(text).render(it=it) == usual.from_string(text).render(it=it)


def test_a_field_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(AttributeError, match="missing"):
        environment().from_string("{{ it.missing }}").render(it=Link("", ""))
    with pytest.raises(UndefinedError, match="it"):
        environment().from_string("{{ it.missing }}").render()


def test_a_call_with_unnamed_arguments_is_refused() -> None:
    with pytest.raises(TemplateAssertionError, match="names each"):
        environment().from_string("{{ it(*those) }}")


@given(href=st.text(), text=st.text())
def test_a_link_cannot_break_out_of_its_element(href: str, text: str) -> None:
    shown = linked(Link(href, text), "../")
    assert shown == (f'<a href="../{escape(href)}">{escape(text)}</a>' if href else escape(text))
