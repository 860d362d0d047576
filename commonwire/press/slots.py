"""Slots: a page leaves room, and rooms above fill it without the page knowing them.

    @fills("post.banner")
    def cancelled(post) -> Fragment | None: ...

While a page is printed, every key that its fragments show is noted, so that a change above reaches the page below.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.template.loader import render_to_string


@dataclass(frozen=True)
class Fragment:
    template: str
    context: dict[str, object]
    shows: tuple[str, ...] = ()


Filler = Callable[..., Fragment | None]
FILLERS: dict[str, list[Filler]] = {}
_noted: ContextVar[set[str] | None] = ContextVar("noted", default=None)


def fills(slot: str) -> Callable[[Filler], Filler]:
    def register(filler: Filler) -> Filler:
        FILLERS.setdefault(slot, []).append(filler)
        return filler

    return register


def filled(slot: str, frame_context: dict[str, object], *arguments: object) -> list[str]:
    """The rendered fragments of a slot, in the order of the rooms."""
    fragments = [fragment for filler in FILLERS.get(slot, []) if (fragment := filler(*arguments))]
    noted = _noted.get()
    if noted is not None:
        noted.update(key for fragment in fragments for key in fragment.shows)
    return [render_to_string(fragment.template, {**frame_context, **fragment.context}) for fragment in fragments]


@contextmanager
def noting() -> Iterator[set[str]]:
    """Collect the keys that fragments show while a page is rendered."""
    keys: set[str] = set()
    token = _noted.set(keys)
    try:
        yield keys
    finally:
        _noted.reset(token)
