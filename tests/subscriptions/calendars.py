"""Calendars of others as these tests write them, and what the verbs make of them."""

from typing import Any

from commonwire.subscriptions.follow_source import follow_source
from commonwire.subscriptions.models import Source, TakenEvent
from commonwire.subscriptions.sifting import sift
from commonwire.subscriptions.take_in_calendar import TakenIn, take_in_calendar

ZONE = "America/Chicago"


def event(uid: str = "one", starts: str = "20260123T190000", **lines: str) -> str:
    """`event("one", SUMMARY="Rally", RRULE="FREQ=WEEKLY")`, on the clocks of Chicago."""
    given = {"SUMMARY": f"Gathering {uid}", **lines}
    body = "".join(f"{name.replace('_', '-')}:{value}\r\n" for name, value in given.items())
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART;TZID={ZONE}:{starts}\r\n{body}END:VEVENT\r\n"


def changed_date(uid: str, of: str, starts: str, **lines: str) -> str:
    return event(uid, starts, **{f"RECURRENCE-ID;TZID={ZONE}": of, **lines})


def calendar(*events: str) -> bytes:
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


def source(name: str = "Harbor Council", **given: Any) -> Source:
    return follow_source(name=name, language="en", **given)


def take_in(of: Source, *events: str, complete: bool = True, past: bool = False) -> TakenIn:
    return take_in_calendar(source=of, sifted=sift(calendar(*events), zone=ZONE, past=past), complete=complete)


def row(uid: str = "one", of: Source | None = None) -> TakenEvent:
    rows = TakenEvent.objects.filter(uid=uid)
    return rows.get(source=of) if of else rows.get()


def states(of: Source) -> dict[str, str]:
    return {each.uid: each.state for each in of.events.all()}
