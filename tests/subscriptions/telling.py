"""What was read of a file, in lines that a person can compare: every field that says something, and every note."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from zoneinfo import ZoneInfo

from commonwire.subscriptions.reading.taken import Reading, Taken

_SHOWN_APART = ("uid", "starts", "ends", "zone", "changed_dates", "notes", "recurrence")


def told(reading: Reading) -> str:
    lines = [f"calendar {reading.name}".strip(), *(f"! {note}" for note in reading.notes)]
    for event in reading.events:
        lines += ["", *_event(event)]
    lines += [f"left out: {each}" for each in reading.left_out]
    return "\n".join(lines) + "\n"


def _event(event: Taken, indent: str = "") -> Iterator[str]:
    yield f"{indent}{event.uid}{f' of {event.recurrence}' if event.recurrence else ''}"
    ends = f" to {_local(event.ends, event)}" if event.ends else ""
    yield f"{indent}  {_local(event.starts, event)}{ends} {event.zone}"
    for each in fields(event):
        value = getattr(event, each.name)
        if each.name not in _SHOWN_APART and value != each.default and value not in ((), "", None):
            yield f"{indent}  {each.name}: {value!r}"
    yield from (f"{indent}  ! {note}" for note in event.notes)
    for date in event.changed_dates:
        yield from _event(date, indent + "  ")


def _local(moment: datetime, event: Taken) -> str:
    return f"{moment.astimezone(ZoneInfo(event.zone)):%Y-%m-%d %H:%M}"
