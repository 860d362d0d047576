"""Calendar files as a calendar program parses them."""

import json
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.change_date import change_date
from commonwire.calendar.icalendar.changes import changes_in
from commonwire.calendar.icalendar.lines import line, text
from commonwire.calendar.icalendar.moments import Moments
from commonwire.calendar.icalendar.whole import Whole
from commonwire.calendar.icalendar.zones import Span, time_zone
from commonwire.calendar.links import Cut
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.place_event import move_event
from commonwire.calendar.postpone_event import postpone_event
from commonwire.calendar.relations import RELATING, Relation
from commonwire.calendar.views_of import CalendarOf, calendar_pages_of
from commonwire.gate import memory
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Post, PostFile
from commonwire.newswire.withdraw import withdraw_post
from commonwire.press.bake import bake, put_down, shelf
from commonwire.site.queries import the_site
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


def _weekly(**given: Any) -> Event:
    """Six Tuesdays at half past six in the evening in Madrid; the clocks change before the last one."""
    starts = datetime(2026, 2, 24, 17, 30, tzinfo=UTC)
    usual: dict[str, Any] = {"starts": starts, "ends": starts + timedelta(hours=2), "zone": "Europe/Madrid", "rule": "FREQ=WEEKLY;COUNT=6"}
    return make.event("Class", **(usual | given))


def _events(event: Event) -> list[Any]:
    bake([event.post.key])
    return list(_file(f"{event.post.path}event.ics").walk("VEVENT"))


def _written(event: Event) -> str:
    bake([event.post.key])
    return (shelf().read(f"{event.post.path}event.ics") or b"").decode().replace("\r\n ", "")


def test_a_series_is_one_event_with_its_rule() -> None:
    [found] = _events(_weekly(rule="FREQ=WEEKLY;UNTIL=20260401", further_dates=["2026-02-28T10:00"], left_out=["2026-03-10T18:30"]))
    assert found["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20260401T215959Z"
    assert found["RDATE"].to_ical() == b"20260228T100000"
    assert found["EXDATE"].to_ical() == b"20260310T183000"
    assert found["EXDATE"].params["TZID"] == "Europe/Madrid"


def test_dates_changed_by_themselves_stand_beside_their_series() -> None:
    event = _weekly()
    dates = list(Occurrence.objects.filter(event=event).order_by("starts"))
    cancel_event(event=event, occurrence=dates[1], note="The hall is closed")
    change_date(occurrence=dates[2], starts=dates[2].starts + timedelta(days=1), ends=None, elsewhere={"place": "Pier 9"})
    whole, off, moved = _events(event)
    assert str(whole["STATUS"]) == "CONFIRMED"
    assert (str(off["STATUS"]), off["RECURRENCE-ID"].dt) == ("CANCELLED", dates[1].original.astimezone(ZoneInfo("Europe/Madrid")))
    assert "The hall is closed" in str(off["DESCRIPTION"])
    assert moved["RECURRENCE-ID"].dt.astimezone(UTC) == dates[2].original
    assert moved["DTSTART"].dt.astimezone(UTC) == dates[2].original + timedelta(days=1)
    assert str(moved["LOCATION"]) == "Pier 9"
    assert {str(each["UID"]) for each in (whole, off, moved)} == {str(whole["UID"])}
    assert whole["SEQUENCE"] > 0


@pytest.mark.parametrize(
    ("act", "status", "title"), [(cancel_event, "CANCELLED", "Cancelled: "), (postpone_event, "TENTATIVE", "Postponed: ")]
)
def test_what_is_off_stays_and_says_so(act: Any, status: str, title: str) -> None:
    event = make.event("Rally", starts=datetime(2026, 1, 20, 18, tzinfo=UTC))
    act(event=event, note="Storm; on the coast")
    make.settled()
    for path in (f"{event.post.path}event.ics", "/calendar/calendar.ics", "/calendar/2026/01/calendar.ics"):
        [found] = _file(path).walk("VEVENT")
        assert (str(found["STATUS"]), str(found["SUMMARY"]), found["SEQUENCE"]) == (status, f"{title}Rally", 1)
        assert "Storm; on the coast" in str(found["DESCRIPTION"])


def test_a_withdrawn_event_leaves_every_file() -> None:
    event = make.event("Rally", starts=datetime(2026, 1, 20, 18, tzinfo=UTC), type="rally", access_facts=["captions"])
    make.settled()
    withdraw_post(post=event.post)
    make.settled()
    for path in ("", "2026/01/", "2026/01/20/", "2026/w04/", "type/rally/", "access/captions/"):
        assert _file(f"/calendar/{path}calendar.ics").walk("VEVENT") == [], path
    assert shelf().find(f"{event.post.path}event.ics") is None


def test_every_view_has_its_file() -> None:
    starts = datetime(2026, 1, 20, 18, tzinfo=UTC)
    region, topic = make.region("Harbor"), make.topic("Labor")
    make.event("Rally", starts=starts, type="rally", access_facts=["captions"], regions=[region], topics=[topic])
    make.settled()
    for path in ("", "2026/01/", "2026/01/20/", "2026/w04/", "type/rally/", "access/captions/", "region/harbor/", "topic/labor/"):
        [found] = _file(f"/calendar/{path}calendar.ics").walk("VEVENT")
        assert str(found["SUMMARY"]) == "Rally", path
        content = (shelf().read(f"/calendar/{path}calendar.ics") or b"").replace(b"\r\n ", b"")
        assert f"SOURCE;VALUE=URI:https://wire.example.org/calendar/{path}calendar.ics".encode() in content
        page = (shelf().read(f"/calendar/{path}") or b"").decode()
        assert f'href="webcal://wire.example.org/calendar/{path}calendar.ics"' in page, path


def test_a_day_without_hours_ends_on_the_day_after() -> None:
    zone = ZoneInfo("Pacific/Auckland")
    starts, ends = datetime(2026, 4, 4, tzinfo=zone), datetime(2026, 4, 6, tzinfo=zone)
    found = _written(make.event("Camp", starts=starts, ends=ends, zone="Pacific/Auckland", all_day=True))
    assert "DTSTART;VALUE=DATE:20260404\r\nDTEND;VALUE=DATE:20260406\r\n" in found
    assert "VTIMEZONE" not in found


def test_days_without_hours_repeat_as_days() -> None:
    starts = datetime(2026, 1, 19, 23, tzinfo=UTC)
    given: dict[str, Any] = {"starts": starts, "ends": starts + timedelta(days=1), "zone": "Europe/Madrid", "all_day": True}
    found = _written(make.event("Market", **given, rule="FREQ=MONTHLY;UNTIL=20260620", left_out=["2026-03-20"]))
    assert "RRULE:FREQ=MONTHLY;UNTIL=20260620\r\n" in found
    assert "EXDATE;VALUE=DATE:20260320\r\n" in found


def test_only_the_coarse_place_is_written() -> None:
    place: dict[str, Any] = {
        "place": "Ada's flat",
        "address": "4 Quay Street",
        "city": "Port Ellery",
        "latitude": 38.81234,
        "longitude": -123.51234,
    }
    hidden = _written(make.event("Meeting", **place, precision="city"))
    assert "LOCATION:Port Ellery\r\n" in hidden and "GEO:38.800000;-123.500000" in hidden
    assert "flat" not in hidden and "Quay" not in hidden and "1234" not in hidden.split("UID", 1)[1].split("GEO", 1)[1][:40]
    shown = _written(make.event("Rally", **place))
    assert "LOCATION:Ada's flat\\, 4 Quay Street\\, Port Ellery\r\n" in shown and "GEO:38.812340;-123.512340" in shown


def test_the_near_dates_of_a_series_tell_their_exact_place() -> None:
    place: dict[str, Any] = {"place": "Ada's flat", "city": "Port Ellery", "precision": "city", "exact_hours": 24}
    found = _events(_weekly(starts=datetime(2026, 1, 17, 10, tzinfo=UTC), ends=None, **place))
    assert [str(each["LOCATION"]) for each in found] == ["Port Ellery", "Ada's flat, Port Ellery"]


def test_nobodys_mail_stands_as_organiser() -> None:
    found = _written(make.event("Rally", organiser="Ada", contact="ada@example.org"))
    assert "ORGANIZER" not in found and "ada@example.org" not in found and "Organised by: Ada" in found


def test_an_imported_event_keeps_its_name() -> None:
    assert "UID:Indybay-18538444\r\n" in _written(make.event("Rally", uid="Indybay-18538444"))


def test_what_it_belongs_to_and_shows(monkeypatch: pytest.MonkeyPatch, data_dir: object) -> None:
    def their_action(posts: Sequence[Post]) -> dict[int, list[Relation]]:
        return {post.pk: [Relation("Day", "/actions/day/", "action-x@wire.example.org")] for post in posts}

    monkeypatch.setattr("commonwire.calendar.relations.RELATING", [*RELATING, their_action])
    event = make.event("Rally", type="rally", online_url="https://meet.example.org/a;b", topics=[make.topic("Labor, work")])
    PostFile.objects.create(post=event.post, file=make.picture(), position=0)
    found = _written(event)
    assert "RELATED-TO;RELTYPE=PARENT:action-x@wire.example.org\r\n" in found
    assert "CATEGORIES:rally,Labor\\, work\r\n" in found
    assert "CONFERENCE;VALUE=URI:https://meet.example.org/a;b\r\n" in found
    assert re.search(r"IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/(jpeg|png):https://wire.example.org/media/", found)
    assert "CLASS:PUBLIC\r\n" in found and f"URL:https://wire.example.org{event.post.path}\r\n" in found


def test_a_calendar_of_another_room() -> None:
    mine, other = make.event("Mine", starts=datetime(2026, 1, 3, 12, tzinfo=UTC)), make.event("Other")
    parent = Whole("action-x@wire.example.org", "Day of action", date(2026, 1, 23), date(2026, 1, 24), "/actions/day/", sequence=3)
    calendar = CalendarOf("/actions/day/calendar/", "Rallies", {"event__post__in": [mine.post.pk]}, "action:1@rallies", parents=[parent])
    for printed in calendar_pages_of(calendar, the_site(), "en"):
        put_down(printed, "action:1", shelf())
    found: Any
    day: Any
    day, found = _file("/actions/day/calendar/calendar.ics").walk("VEVENT")
    assert (str(day["UID"]), day["DTEND"].dt, day["SEQUENCE"]) == ("action-x@wire.example.org", date(2026, 1, 25), 3)
    assert str(found["SUMMARY"]) == "Mine"
    page = (shelf().read("/actions/day/calendar/") or b"").decode()
    assert "Mine" in page and other.post.headline not in page
    assert "webcal://wire.example.org/actions/day/calendar/calendar.ics" in page


def test_three_events_ask_no_more_than_one() -> None:
    counts = []
    for number in range(3):
        _weekly(topics=[make.topic(f"T{number}")], place="Here", exact_hours=2, precision="city")
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


def test_lines_are_folded_between_letters() -> None:
    folded = line("SUMMARY", text("🦉" * 60 + "; a, b \\ c\nd\x07"))
    rows = folded.encode().split(b"\r\n")
    assert all(len(row) <= 75 for row in rows)
    assert all(row.decode() for row in rows[:-1])
    assert folded.replace("\r\n ", "") == "SUMMARY:" + "🦉" * 60 + "\\; a\\, b \\\\ c\\nd\r\n"


def test_clocks_are_small_and_exact() -> None:
    once = time_zone("America/Los_Angeles", Span(date(2026, 1, 20), date(2026, 1, 21)))
    assert once.count("BEGIN:STANDARD") == 1 and "DAYLIGHT" not in once and "RRULE" not in once
    years = time_zone("America/Los_Angeles", Span(date(2026, 1, 20), date(2031, 1, 21), open=True))
    assert years.count("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n") == 1
    assert len(years) < 400
    assert [each.local for each in changes_in("America/Los_Angeles", 2026)] == [datetime(2026, 3, 8, 2), datetime(2026, 11, 1, 2)]


def test_the_second_of_two_equal_hours_is_told_in_utc() -> None:
    moments = Moments("Europe/Madrid", all_day=False)
    assert moments.moment("DTSTART", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)) == "DTSTART;TZID=Europe/Madrid:20261025T023000\r\n"
    assert moments.moment("DTSTART", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)) == "DTSTART:20261025T013000Z\r\n"


def test_weeks_days_and_months() -> None:
    assert Cut.of("week", date(2027, 1, 1)).path == "/calendar/2026/w53/"
    assert Cut.of("week", date(2024, 12, 31)).path == "/calendar/2025/w01/"
    assert Cut.of("month", date(2024, 2, 29)).last == date(2024, 2, 29)
    assert Cut.of("month", date(2026, 12, 9)).later.path == "/calendar/2027/01/"
    assert Cut.of("day", date(2026, 1, 1)).earlier.path == "/calendar/2025/12/31/"
