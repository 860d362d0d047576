"""Calendar files as a calendar program parses them."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

from icalendar import Calendar

from commonwire.calendar.place_event import move_event
from commonwire.newswire.hide import hide
from commonwire.press.bake import bake, shelf
from tests import make
from tests.conftest import Clock


def _file(path: str) -> Calendar:
    content = shelf().read(path)
    assert content is not None, path
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    parsed = Calendar.from_ical(content)
    assert isinstance(parsed, Calendar)
    return parsed


def test_an_event_says_when_and_where() -> None:
    starts = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
    event = make.event(
        "Rally; with, signs \\ & ümlauts " + "x" * 90,
        starts=starts,
        ends=starts + timedelta(hours=2),
        zone="America/New_York",
        place="Pier 4",
    )
    bake([event.post.key, "kind:event"])
    for path in (f"{event.post.path}event.ics", "/calendar/calendar.ics"):
        found = _file(path).walk("VEVENT")[0]
        assert (str(found["SUMMARY"]), str(found["LOCATION"]), found["SEQUENCE"]) == (event.post.headline, "Pier 4", 0)
        began: Any = found["DTSTART"]
        assert began.dt.astimezone(UTC) == starts
        assert found["DTSTART"].params["TZID"] == "America/New_York"
        assert [str(zone["TZID"]) for zone in _file(path).walk("VTIMEZONE")] == ["America/New_York"]
        assert str(found["UID"]).startswith(event.post.public_id)


def test_moving_counts_up_and_the_name_stays() -> None:
    event = make.event("Rally")
    bake([event.post.key])
    before = _file(f"{event.post.path}event.ics").walk("VEVENT")[0]
    move_event(post=event.post, details={"place": "Square"})
    move_event(post=event.post, details={"place": "Square"})
    bake([event.post.key])
    after = _file(f"{event.post.path}event.ics").walk("VEVENT")[0]
    assert (after["SEQUENCE"], str(after["UID"])) == (1, str(before["UID"]))


def test_the_same_bytes_twice(frozen: Clock) -> None:
    event = make.event()
    bake([event.post.key, "kind:event"])
    before = shelf().read("/calendar/calendar.ics")
    frozen.move(minutes=7)
    bake([event.post.key, "kind:event"])
    assert shelf().read("/calendar/calendar.ics") == before


def test_an_empty_calendar_is_one() -> None:
    bake(["kind:event"])
    assert _file("/calendar/calendar.ics").walk("VEVENT") == []


def test_hidden_it_leaves_calendar_and_file() -> None:
    event = make.event("Rally")
    bake([event.post.key, "kind:event", *event.day_keys])
    hide(submission=event.post, paragraph=make.paragraph())
    make.settled()
    assert _file("/calendar/calendar.ics").walk("VEVENT") == []
    assert shelf().find(f"{event.post.path}event.ics") is None
    assert shelf().find("/calendar/2026/01/17/") is None


def test_the_day_is_that_of_the_place() -> None:
    """Half past eight in the evening in Los Angeles is the next day in UTC, where the site is."""
    event = make.event(starts=datetime(2026, 1, 21, 4, 30, tzinfo=UTC), zone="America/Los_Angeles")
    bake(event.day_keys)
    assert event.day.isoformat() == "2026-01-20"
    assert shelf().find("/calendar/2026/01/20/") is not None
    assert shelf().find("/calendar/2026/01/21/") is None


def test_structured_data_parses() -> None:
    event = make.event('Rally </script> "x"', place="Pier 4", cost="free", online_url="https://meet.example.org/")
    bake([event.post.key])
    page = (shelf().read(event.post.path or "") or b"").decode()
    data = [json.loads(unescape(each)) for each in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]
    assert [each["@type"] for each in data] == ["Event"]
    assert (data[0]["name"], data[0]["isAccessibleForFree"]) == ('Rally </script> "x"', True)
    assert [each["@type"] for each in data[0]["location"]] == ["Place", "VirtualLocation"]
