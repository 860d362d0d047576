"""Work done once per baking: three feed formats in two languages show the same entries, and so do a region's and a topic's lists.

What is remembered lasts for one call of `bake`. A change in its midst is no danger: its own ledger line bakes again.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

T = TypeVar("T")
_remembered: ContextVar[dict[Hashable, object] | None] = ContextVar("remembered", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def once(key: Hashable, make: Callable[[], T]) -> T:
    """The value made for this key within the running baking; made each time outside of one."""
    known = _remembered.get()
    if known is None:
        return make()
    if key not in known:
        known[key] = make()
    return cast(T, known[key])
