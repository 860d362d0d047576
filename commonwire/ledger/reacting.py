"""Who reacts to which line. Rooms register at import; `@reacts("post.")` hears every verb that begins so, `@reacts("")` all.

A reaction takes the entry, is short, safe to run twice, and assumes no order. `@rounds(...)` marks what must be looked at again and
again because no act announces it (an hour that has come, a file nobody claimed); it too is safe to run at any time.
"""

from collections.abc import Callable
from dataclasses import dataclass

from commonwire.ledger.models import Entry

Reaction = Callable[[Entry], None]
Batch = Callable[[list[Entry]], None]


@dataclass(frozen=True)
class Reacting:
    """Either `one`, called for each entry, or `many`, called with several at once."""

    prefix: str
    one: Reaction | None = None
    many: Batch | None = None
    first: bool = False  # before all others: somebody is looking at what it makes

    def run(self, entry: Entry) -> None:
        if self.one:
            self.one(entry)
        elif self.many:
            self.many([entry])


@dataclass(frozen=True)
class Round:
    seconds: int
    walk: Callable[[], None]


REACTIONS: dict[str, Reacting] = {}
ROUNDS: dict[str, Round] = {}


def _name(function: Callable[..., None]) -> str:
    return f"{function.__module__.removeprefix('commonwire.')}.{function.__name__}"


def reacts(prefix: str) -> Callable[[Reaction], Reaction]:
    def register(function: Reaction) -> Reaction:
        REACTIONS[_name(function)] = Reacting(prefix, one=function)
        return function

    return register


def reacts_together(prefix: str, *, first: bool = False) -> Callable[[Batch], Batch]:
    """As `reacts`, for a reaction that settles many entries at once: bursts merge."""

    def register(function: Batch) -> Batch:
        REACTIONS[_name(function)] = Reacting(prefix, many=function, first=first)
        return function

    return register


def rounds(*, seconds: int) -> Callable[[Callable[[], None]], Callable[[], None]]:
    def register(function: Callable[[], None]) -> Callable[[], None]:
        ROUNDS[_name(function)] = Round(seconds, function)
        return function

    return register


def names_for(verb: str) -> list[str]:
    return sorted(name for name, reaction in REACTIONS.items() if verb.startswith(reaction.prefix))
