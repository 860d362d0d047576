"""Who prints what. A room registers, for each name of key, a function that yields the pages of that key.

    @prints("post", every=all_post_keys)
    def post_pages(key: Key) -> Iterator[Page | Gone | Dropped]: ...

A page's `context` is a function, so that a page asked for by several keys is worked out once.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, order=True)
class Key:
    """`region:3@2026-01` is the January cut of region 3. Name, then id, then cut; the last two may be empty."""

    name: str
    id: str = ""
    cut: str = ""

    @classmethod
    def read(cls, text: str) -> "Key":
        whole, _, cut = text.partition("@")
        name, _, id_ = whole.partition(":")
        return cls(name, id_, cut)

    def __str__(self) -> str:
        return f"{self.name}{':' if self.id else ''}{self.id}{'@' if self.cut else ''}{self.cut}"


Context = Callable[[], dict[str, object]]


@dataclass(frozen=True)
class Page:
    """A page to be put on the shelf. `until` is the moment it goes stale by itself; `shows` are keys beyond those it is printed for."""

    path: str
    template: str
    context: Context
    language: str
    until: datetime | None = None
    shows: Iterable[str] = ()


@dataclass(frozen=True)
class Written:
    """A page whose bytes are not made by a template: a feed, a calendar file, a stylesheet."""

    path: str
    content: Callable[[], bytes]
    language: str
    until: datetime | None = None
    shows: Iterable[str] = ()


@dataclass(frozen=True)
class Gone:
    """The address existed and does not: 410 with a page that says so."""

    path: str
    template: str
    context: Context
    language: str


@dataclass(frozen=True)
class Dropped:
    """Nothing is at this address (any more): 404."""

    path: str


Printed = Page | Written | Gone | Dropped
Printer = Callable[[Key], Iterator[Printed]]
Every = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class _Registered:
    printer: Printer
    every: Every
    order: int


@dataclass
class Registry:
    by_name: dict[str, list[_Registered]] = field(default_factory=dict)

    def printers(self, key: Key) -> list[_Registered]:
        return self.by_name.get(key.name, [])

    def everything(self) -> list[str]:
        """Every key there is, the most important first, each once."""
        keys = ((key, each.order) for some in self.by_name.values() for each in some for key in map(str, each.every()))
        ordered = sorted(keys, key=lambda pair: max(pair[1], ARCHIVES) if "@" in pair[0] else pair[1])
        return list(dict.fromkeys(key for key, _order in ordered))


REGISTRY = Registry()
# What leads must be there before what links to it.
# The front comes before the lists: most readers look there, and it links to articles and to lists that exist already.
ARTICLES, FRONT, LISTS, ARCHIVES, FEEDS = 10, 20, 30, 35, 40


def prints(*names: str, every: Every = lambda: (), order: int = LISTS) -> Callable[[Printer], Printer]:
    """Register a printer for these names of key. `every` yields all keys it prints, so that a new edition and `check` can walk them."""

    def register(printer: Printer) -> Printer:
        for name in names:
            some = REGISTRY.by_name.setdefault(name, [])
            some.append(_Registered(printer, every if name == names[0] else lambda: (), order))
            some.sort(key=lambda each: each.order)
        return printer

    return register
