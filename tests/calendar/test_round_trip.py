"""What we write is read by others without a word of complaint, and means the same dates to them."""

import logging
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import vobject  # type: ignore[import-untyped]
from ical.calendar_stream import IcsCalendarStream

from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.change_date import change_date
from commonwire.calendar.models import Occurrence
from tests import make
from tests.calendar.round_trip import compare, laid, why_not, written
from tests.calendar.rules_made import made_rules

HOST = "wire.example.org"


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "it can be asked")
def test_three_hundred_rules_mean_the_same_dates_to_another_program(tmp_path: Path) -> None:
    compared = compare(laid(made_rules(315)), tmp_path, HOST)
    assert compared.said == [], "\n".join(compared.said)
    assert compared.dates > 20_000
    assert 0 < compared.unclear < compared.dates / 500


def test_vobject_reads_it_without_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    content = _of_every_sort()
    with warnings.catch_warnings(), caplog.at_level(logging.DEBUG):
        warnings.simplefilter("error")
        read = vobject.readOne(content.decode())
        read.serialize()
        assert len(read.vevent_list) == content.count(b"BEGIN:VEVENT")
        assert all(event.getrruleset(addRDate=True) is not None for event in read.vevent_list if "rrule" in event.contents)
    assert [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING] == []


def test_ical_reads_it_without_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    content = _of_every_sort()
    with warnings.catch_warnings(), caplog.at_level(logging.DEBUG):
        warnings.simplefilter("error")
        [read] = IcsCalendarStream.from_ics(content.decode()).calendars
        assert len(read.events) == content.count(b"BEGIN:VEVENT")
        shown = list(read.timeline.overlapping(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)))
    assert len(shown) > 20
    assert [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING] == []


def _of_every_sort() -> bytes:
    """Series of many kinds, a date called off, a date moved, days without hours, odd letters, an event of each precision."""
    events = laid(made_rules(60))
    once = make.event("Once; only, \\ “ümlaut” " + "🦉" * 40, place="Pier 4", online_url="https://meet.example.org/a,b;c")
    series = make.event("Class", rule="FREQ=WEEKLY;BYDAY=TU", zone="Europe/Madrid", ends=None)
    dates = list(Occurrence.objects.filter(event=series).order_by("starts"))
    cancel_event(event=series, occurrence=dates[2], note="The hall is closed")
    change_date(occurrence=dates[3], starts=dates[3].starts + timedelta(days=1), note="A day later")
    return written([*events, once, series])
