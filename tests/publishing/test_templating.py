"""Templates: every value is escaped as MarkupSafe does it, markup is left alone, an undefined name is an error."""

from __future__ import annotations

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError
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


@given(href=st.text(), text=st.text())
def test_a_link_cannot_break_out_of_its_element(href: str, text: str) -> None:
    shown = linked(Link(href, text), "../")
    assert shown == (f'<a href="../{escape(href)}">{escape(text)}</a>' if href else escape(text))
