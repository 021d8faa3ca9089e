"""Signs and words for what a cell can be: total over states and origins, and no two alike."""

from __future__ import annotations

from isolation_atlas.publishing.formats.table import Token
from isolation_atlas.reasoning.cell_words import SYMBOLS
from isolation_atlas.reasoning.cells import Origin, State

_WITHOUT_VALUE = frozenset({State.UNKNOWN, State.NOT_APPLICABLE, State.DESCRIBED})
STATES: dict[State, Token] = {
    state: Token(sign, state.value, state not in _WITHOUT_VALUE) for state, sign in SYMBOLS.items()
}
NO = Token("○", "no")
"""A flag's plain no: a value like any other, with a sign of its own."""
UNSTATED = Token("·", "nothing stated", valued=False, is_quiet=True)
"""No source states a relation: the common case among relations, and so a quiet one."""
ORIGINS: dict[Origin, Token | None] = {
    Origin.OWN: None,
    Origin.NONE: None,
    Origin.INHERITED: Token("↑", "inherited", is_origin=True),
    Origin.COMPOSED: Token("⊂", "composed", is_origin=True),
    Origin.MEMBERS: Token("∪", "members", is_origin=True),
}
TOKENS: tuple[Token, ...] = (*STATES.values(), NO, UNSTATED, *(token for token in ORIGINS.values() if token))
"""Every token that a table can hold."""
BY_SYMBOL: dict[str, Token] = {token.symbol: token for token in TOKENS}
