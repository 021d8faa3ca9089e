"""What is worked out once for a site, because many pages show it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from isolation_atlas.publishing.site import Site

Key = TypeVar("Key")
Made = TypeVar("Made")


def itself(thing: str) -> str:
    """Return an id, which is what tells a thing from another where only its id is given."""
    return thing


def kept_by(key_of: Callable[[Key], object]) -> Callable[[Callable[[Site, Key], Made]], Callable[[Site, Key], Made]]:
    """Return a decorator for functions of a site and one thing: each result is kept as long as the site is.

    ``key_of`` gives what tells one thing from another.
    """

    def decorate(make: Callable[[Site, Key], Made]) -> Callable[[Site, Key], Made]:
        results: WeakKeyDictionary[Site, dict[object, Made]] = WeakKeyDictionary()

        @wraps(make)
        def kept(site: Site, thing: Key) -> Made:
            known = results.setdefault(site, {})
            key = key_of(thing)
            if key not in known:
                known[key] = make(site, thing)
            return known[key]

        return kept

    return decorate
