"""Calendar files as a calendar program parses them: which events stand in which, and when one changes."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.icalendar.whole import Whole
from commonwire.calendar.links import Cut
from commonwire.calendar.postpone_event import postpone_event
from commonwire.calendar.views_of import CalendarOf, calendar_pages_of
from commonwire.gate import memory
from commonwire.newswire.hide import hide
from commonwire.newswire.withdraw import withdraw_post
from commonwire.press.bake import bake, put_down, shelf
from commonwire.site.queries import the_site
from tests import make
from tests.calendar.files import file_at, weekly
from tests.conftest import Clock


def test_the_same_bytes_twice(frozen: Clock) -> None:
    event = make.event()
    bake([event.post.key, "kind:event"])
    before = shelf().read("/calendar/calendar.ics")
    frozen.move(minutes=7)
    bake([event.post.key, "kind:event"])
    assert shelf().read("/calendar/calendar.ics") == before


def test_an_empty_calendar_is_one() -> None:
    bake(["kind:event"])
    assert file_at("/calendar/calendar.ics").walk("VEVENT") == []


def test_hidden_it_leaves_calendar_and_file() -> None:
    event = make.event("Rally")
    bake([event.post.key, "kind:event", *event.day_keys])
    hide(submission=event.post, paragraph=make.paragraph())
    make.settled()
    assert file_at("/calendar/calendar.ics").walk("VEVENT") == []
    assert shelf().find(f"{event.post.path}event.ics") is None
    assert shelf().find("/calendar/2026/01/17/") is None


def test_the_day_is_that_of_the_place() -> None:
    """Half past eight in the evening in Los Angeles is the next day in UTC, where the site is."""
    event = make.event(starts=datetime(2026, 1, 21, 4, 30, tzinfo=UTC), zone="America/Los_Angeles")
    bake(event.day_keys)
    assert event.day.isoformat() == "2026-01-20"
    assert shelf().find("/calendar/2026/01/20/") is not None
    assert shelf().find("/calendar/2026/01/21/") is None


@pytest.mark.parametrize(
    ("act", "status", "title"), [(cancel_event, "CANCELLED", "Cancelled: "), (postpone_event, "TENTATIVE", "Postponed: ")]
)
def test_what_is_off_stays_and_says_so(act: Any, status: str, title: str) -> None:
    event = make.event("Rally", starts=datetime(2026, 1, 20, 18, tzinfo=UTC))
    act(event=event, note="Storm; on the coast")
    make.settled()
    for path in (f"{event.post.path}event.ics", "/calendar/calendar.ics", "/calendar/2026/01/calendar.ics"):
        [found] = file_at(path).walk("VEVENT")
        assert (str(found["STATUS"]), str(found["SUMMARY"]), found["SEQUENCE"]) == (status, f"{title}Rally", 1)
        assert "Storm; on the coast" in str(found["DESCRIPTION"])


def test_a_withdrawn_event_leaves_every_file() -> None:
    event = make.event("Rally", starts=datetime(2026, 1, 20, 18, tzinfo=UTC), type="rally", access_facts=["captions"])
    make.settled()
    withdraw_post(post=event.post)
    make.settled()
    for path in ("", "2026/01/", "2026/01/20/", "2026/w04/", "type/rally/", "access/captions/"):
        assert file_at(f"/calendar/{path}calendar.ics").walk("VEVENT") == [], path
    assert shelf().find(f"{event.post.path}event.ics") is None


def test_every_view_has_its_file() -> None:
    starts = datetime(2026, 1, 20, 18, tzinfo=UTC)
    region, topic = make.region("Harbor"), make.topic("Labor")
    make.event("Rally", starts=starts, type="rally", access_facts=["captions"], regions=[region], topics=[topic])
    make.settled()
    for path in ("", "2026/01/", "2026/01/20/", "2026/w04/", "map/", "type/rally/", "access/captions/", "region/harbor/", "topic/labor/"):
        [found] = file_at(f"/calendar/{path}calendar.ics").walk("VEVENT")
        assert str(found["SUMMARY"]) == "Rally", path
        content = (shelf().read(f"/calendar/{path}calendar.ics") or b"").replace(b"\r\n ", b"")
        assert f"SOURCE;VALUE=URI:https://wire.example.org/calendar/{path}calendar.ics".encode() in content
        page = (shelf().read(f"/calendar/{path}") or b"").decode()
        assert f'href="webcal://wire.example.org/calendar/{path}calendar.ics"' in page, path


def test_a_calendar_of_another_room() -> None:
    mine, other = make.event("Mine", starts=datetime(2026, 1, 3, 12, tzinfo=UTC)), make.event("Other")
    parent = Whole("action-x@wire.example.org", "Day of action", date(2026, 1, 23), date(2026, 1, 24), "/actions/day/", sequence=3)
    calendar = CalendarOf("/actions/day/calendar/", "Rallies", {"event__post__in": [mine.post.pk]}, "action:1@rallies", parents=[parent])
    for printed in calendar_pages_of(calendar, the_site(), "en"):
        put_down(printed, "action:1", shelf())
    found: Any
    day: Any
    day, found = file_at("/actions/day/calendar/calendar.ics").walk("VEVENT")
    assert (str(day["UID"]), day["DTEND"].dt, day["SEQUENCE"]) == ("action-x@wire.example.org", date(2026, 1, 25), 3)
    assert str(found["SUMMARY"]) == "Mine"
    page = (shelf().read("/actions/day/calendar/") or b"").decode()
    assert "Mine" in page and other.post.headline not in page
    assert "webcal://wire.example.org/actions/day/calendar/calendar.ics" in page


def test_three_events_ask_no_more_than_one() -> None:
    counts = []
    for number in range(3):
        weekly(topics=[make.topic(f"T{number}")], place="Here", exact_hours=2, precision="city")
        bake(["event-type:other"])
        with CaptureQueriesContext(connection) as asked:
            bake(["event-type:other"])
        counts.append([each["sql"][:300] for each in asked.captured_queries])
    assert [len(each) for each in counts] == [len(counts[0])] * 3


def test_the_gate_knows_an_unchanged_file() -> None:
    event = make.event()
    tags = []
    for _ in range(2):
        bake([event.post.key])
        found = shelf().find(f"{event.post.path}event.ics")
        assert found is not None
        assert found.content_type == "text/calendar; charset=utf-8"
        tags.append(memory.make(f"{event.post.path}event.ics", found, "identity").etag)
    assert memory.matches(tags[0], tags[1])


def test_weeks_days_and_months() -> None:
    assert Cut.of("week", date(2027, 1, 1)).path == "/calendar/2026/w53/"
    assert Cut.of("week", date(2024, 12, 31)).path == "/calendar/2025/w01/"
    assert Cut.of("month", date(2024, 2, 29)).last == date(2024, 2, 29)
    assert Cut.of("month", date(2026, 12, 9)).later.path == "/calendar/2027/01/"
    assert Cut.of("day", date(2026, 1, 1)).earlier.path == "/calendar/2025/12/31/"
