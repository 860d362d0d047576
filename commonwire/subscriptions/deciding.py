"""What the desk does with several events at once: each in a transaction of its own, so that one that will not go holds up no other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from commonwire.subscriptions.accept_taken import accept_taken
from commonwire.subscriptions.call_duplicate import call_duplicate
from commonwire.subscriptions.models import TakenEvent
from commonwire.subscriptions.refuse_taken import refuse_taken
from commonwire.subscriptions.settle_gone import settle_gone
from commonwire.subscriptions.words import TakenState

Act = Callable[[TakenEvent, str], object]


@dataclass
class Decided:
    """How many it was done with, and a sentence for each with which it could not be; these still wait."""

    done: int = 0
    troubles: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def decide(act: str, rows: Iterable[TakenEvent], *, by: str, places: dict[str, Any] | None = None) -> Decided:
    """`act` is a name of ACTS; `places` are regions and topics in place of those of the calendar."""
    decided = Decided()
    doing = ACTS[act]
    for row in rows:
        try:
            accept_taken(taken=row, by=by, **(places or {})) if act == "accept" else doing(row, by)
        except ValidationError as error:
            decided.troubles.append(f"{row.said['summary']}: {' '.join(error.messages)}")
            decided.left.append(row.public_id)
        else:
            decided.done += 1
    return decided


def _duplicate(row: TakenEvent, by: str) -> object:
    if row.twin is None:
        raise ValidationError(_("Open it and give the address of the event that it duplicates."))
    return call_duplicate(taken=row, of=row.twin, by=by)


ACTS: dict[str, Act] = {
    "accept": lambda row, by: accept_taken(taken=row, by=by),
    "refuse": lambda row, by: refuse_taken(taken=row, by=by),
    "duplicate": _duplicate,
    "cancel": lambda row, by: settle_gone(taken=row, cancel=True, by=by),
    "keep": lambda row, by: settle_gone(taken=row, cancel=False, by=by),
}
FITTING: dict[str, tuple[str, ...]] = {
    TakenState.HELD: ("accept", "refuse", "duplicate"),
    TakenState.CHANGED: ("accept", "refuse"),
    TakenState.GONE: ("cancel", "keep"),
    TakenState.REFUSED: ("accept", "duplicate"),
    TakenState.DUPLICATE: ("accept", "refuse"),
}
