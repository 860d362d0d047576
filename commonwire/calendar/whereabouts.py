"""Where a date is, as far as readers may know by now. The only way any page, feed, file, map or export learns of a place.

An event says how exactly its place is shown, and from how many hours before it begins all of it is. Until then, or for ever, this
returns the coarser place alone: the words below that level are left out, and the point is rounded.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from commonwire.base import clock
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.words import Precision

PLACE = ("place", "address", "neighbourhood", "city", "latitude", "longitude")
# From the finest to the coarsest: which words are shown, and to how many decimals of a degree the point is rounded.
_SHOWN: dict[str, tuple[tuple[str, ...], int | None]] = {
    Precision.EXACT: (("place", "address", "neighbourhood", "city"), None),
    Precision.VENUE: (("place", "neighbourhood", "city"), 2),
    Precision.NEIGHBOURHOOD: (("neighbourhood", "city"), 2),
    Precision.CITY: (("city",), 1),
}


@dataclass(frozen=True)
class Where:
    """`exact_from` is the moment from which the exact place will stand here; None when it stands already, or never will."""

    place: str = ""
    address: str = ""
    neighbourhood: str = ""
    city: str = ""
    latitude: float | None = None
    longitude: float | None = None
    is_exact: bool = True
    exact_from: datetime | None = None

    @property
    def line(self) -> str:
        """`Pier 4, 12 Quay Street, Old Harbor, Port Ellery`: each word once."""
        said: list[str] = []
        for text in (self.place, self.address, self.neighbourhood, self.city):
            if text and not any(text.lower() in known.lower() for known in said):
                said.append(text)
        return ", ".join(said)

    @property
    def has_point(self) -> bool:
        return self.latitude is not None

    def __bool__(self) -> bool:
        return bool(self.line) or self.has_point


def whereabouts(occurrence: Occurrence) -> Where:
    """What readers may see now of where this date is."""
    return _where(_held(occurrence.event, occurrence.elsewhere), occurrence.event.precision, occurrence.is_exact, occurrence.exact_from)


def before_reveal(event: Event) -> Where:
    """For the author's preview: what stands until the exact place is shown."""
    return _where(_held(event, None), event.precision, event.precision == Precision.EXACT, exact_from(event, event.starts))


def after_reveal(event: Event) -> Where:
    """For the author's preview: the whole place. Never for readers."""
    return _where(_held(event, None), Precision.EXACT, True, None)


def exact_from(event: Event, starts: datetime) -> datetime | None:
    """When the exact place of a date may be shown; None when it always or never is."""
    if event.precision == Precision.EXACT or event.exact_hours is None:
        return None
    return starts - timedelta(hours=event.exact_hours)


def is_exact_by_now(event: Event, starts: datetime) -> bool:
    moment = exact_from(event, starts)
    return event.precision == Precision.EXACT or (moment is not None and moment <= clock.now())


def _held(event: Event, elsewhere: dict[str, Any] | None) -> dict[str, Any]:
    """All that is known of a place; a date that is elsewhere takes nothing of it from its event."""
    if elsewhere:
        return {name: elsewhere.get(name) for name in PLACE}
    return {name: getattr(event, name) for name in PLACE}


def _where(held: dict[str, Any], precision: str, exact: bool, revealed: datetime | None) -> Where:
    words, decimals = _SHOWN[Precision.EXACT if exact else precision]
    point = [held[name] if decimals is None or held[name] is None else round(held[name], decimals) for name in ("latitude", "longitude")]
    shown = {name: held[name] or "" for name in words}
    return Where(**shown, latitude=point[0], longitude=point[1], is_exact=exact, exact_from=None if exact else revealed)
