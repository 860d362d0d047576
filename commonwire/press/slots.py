"""Slots: a page leaves room, and rooms above fill it without the page knowing them.

    @fills("post.banner")
    def cancelled(post) -> Fragment | None: ...

While a page is printed, or a feed written, every key that its fragments show is noted, so that a change above reaches what is below;
and the soonest moment at which one of them goes stale.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from commonwire.base.remember import once

T = TypeVar("T")


@dataclass(frozen=True)
class Fragment:
    template: str
    context: dict[str, object]
    shows: tuple[str, ...] = ()
    until: datetime | None = None  # when what it says is no longer true by itself: the page is printed again then


@dataclass
class Noted:
    """What fragments say of the page they stand on."""

    keys: set[str] = field(default_factory=set)
    until: datetime | None = None

    def add(self, keys: Iterable[str], until: datetime | None) -> None:
        self.keys.update(keys)
        self.until = min(filter(None, (self.until, until)), default=None)


Filler = Callable[..., Fragment | None]
FILLERS: dict[str, list[Filler]] = {}
_noted: ContextVar[Noted | None] = ContextVar("noted", default=None)


def fills(slot: str) -> Callable[[Filler], Filler]:
    def register(filler: Filler) -> Filler:
        FILLERS.setdefault(slot, []).append(filler)
        return filler

    return register


def filled(slot: str, frame_context: dict[str, object], *arguments: object) -> list[SafeString]:
    """The rendered fragments of a slot, in the order of the rooms."""
    fragments = [fragment for filler in FILLERS.get(slot, []) if (fragment := filler(*arguments))]
    return [shown(fragment, frame_context) for fragment in fragments]


def shown(fragment: Fragment, frame_context: dict[str, object]) -> SafeString:
    """One fragment, rendered; what it says of the page is noted."""
    note(fragment.shows, fragment.until)
    return render_to_string(fragment.template, {**frame_context, **fragment.context})


def note(keys: Iterable[str], until: datetime | None = None) -> None:
    """Say that the page being printed shows these keys; nothing outside of a printing."""
    noted = _noted.get()
    if noted is not None:
        noted.add(keys, until)


@contextmanager
def noting() -> Iterator[Noted]:
    """Collect what fragments say while a page is rendered."""
    noted = Noted()
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def noted_once(key: Hashable, make: Callable[[], T]) -> T:
    """As `once`, for what holds fragments: each page that uses it notes what they show, not only the first."""

    def made() -> tuple[T, Noted]:
        with noting() as noted:
            return make(), noted

    value, noted = once(key, made)
    note(noted.keys, noted.until)
    return value
