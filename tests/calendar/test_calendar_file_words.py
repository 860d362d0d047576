"""What a calendar file says of one event: its moments, its place, its words, its series."""

import json
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.change_date import change_date
from commonwire.calendar.icalendar.changes import changes_in
from commonwire.calendar.icalendar.lines import line, text
from commonwire.calendar.icalendar.moments import Moments
from commonwire.calendar.icalendar.zones import Span, time_zone
from commonwire.calendar.models import Occurrence
from commonwire.calendar.place_event import move_event
from commonwire.calendar.relations import RELATING, Relation
from commonwire.newswire.models import Post, PostFile
from commonwire.press.bake import bake, shelf
from tests import make
from tests.calendar.files import events_of, file_at, weekly, written


def test_a_day_without_hours_ends_on_the_day_after() -> None:
    zone = ZoneInfo("Pacific/Auckland")
    starts, ends = datetime(2026, 4, 4, tzinfo=zone), datetime(2026, 4, 6, tzinfo=zone)
    found = written(make.event("Camp", starts=starts, ends=ends, zone="Pacific/Auckland", all_day=True))
    assert "DTSTART;VALUE=DATE:20260404\r\nDTEND;VALUE=DATE:20260406\r\n" in found
    assert "VTIMEZONE" not in found


def test_days_without_hours_repeat_as_days() -> None:
    starts = datetime(2026, 1, 19, 23, tzinfo=UTC)
    given: dict[str, Any] = {"starts": starts, "ends": starts + timedelta(days=1), "zone": "Europe/Madrid", "all_day": True}
    found = written(make.event("Market", **given, rule="FREQ=MONTHLY;UNTIL=20260620", left_out=["2026-03-20"]))
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
    hidden = written(make.event("Meeting", **place, precision="city"))
    assert "LOCATION:Port Ellery\r\n" in hidden and "GEO:38.800000;-123.500000" in hidden
    assert "flat" not in hidden and "Quay" not in hidden and "1234" not in hidden.split("UID", 1)[1].split("GEO", 1)[1][:40]
    shown = written(make.event("Rally", **place))
    assert "LOCATION:Ada's flat\\, 4 Quay Street\\, Port Ellery\r\n" in shown and "GEO:38.812340;-123.512340" in shown


def test_the_near_dates_of_a_series_tell_their_exact_place() -> None:
    place: dict[str, Any] = {"place": "Ada's flat", "city": "Port Ellery", "precision": "city", "exact_hours": 24}
    found = events_of(weekly(starts=datetime(2026, 1, 17, 10, tzinfo=UTC), ends=None, **place))
    assert [str(each["LOCATION"]) for each in found] == ["Port Ellery", "Ada's flat, Port Ellery"]


def test_nobodys_mail_stands_as_organiser() -> None:
    found = written(make.event("Rally", organiser="Ada", contact="ada@example.org"))
    assert "ORGANIZER" not in found and "ada@example.org" not in found and "Organised by: Ada" in found


def test_an_imported_event_keeps_its_name() -> None:
    assert "UID:Indybay-18538444\r\n" in written(make.event("Rally", uid="Indybay-18538444"))


def test_what_it_belongs_to_and_shows(monkeypatch: pytest.MonkeyPatch, data_dir: object) -> None:
    def their_action(posts: Sequence[Post]) -> dict[int, list[Relation]]:
        return {post.pk: [Relation("Day", "/actions/day/", "action-x@wire.example.org")] for post in posts}

    monkeypatch.setattr("commonwire.calendar.relations.RELATING", [*RELATING, their_action])
    event = make.event("Rally", type="rally", online_url="https://meet.example.org/a;b", topics=[make.topic("Labor, work")])
    PostFile.objects.create(post=event.post, file=make.picture(), position=0)
    found = written(event)
    assert "RELATED-TO;RELTYPE=PARENT:action-x@wire.example.org\r\n" in found
    assert "CATEGORIES:rally,Labor\\, work\r\n" in found
    assert "CONFERENCE;VALUE=URI:https://meet.example.org/a;b\r\n" in found
    assert re.search(r"IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/(jpeg|png):https://wire.example.org/media/", found)
    assert "CLASS:PUBLIC\r\n" in found and f"URL:https://wire.example.org{event.post.path}\r\n" in found


def test_a_series_is_one_event_with_its_rule() -> None:
    [found] = events_of(weekly(rule="FREQ=WEEKLY;UNTIL=20260401", further_dates=["2026-02-28T10:00"], left_out=["2026-03-10T18:30"]))
    assert found["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20260401T215959Z"
    assert found["RDATE"].to_ical() == b"20260228T100000"
    assert found["EXDATE"].to_ical() == b"20260310T183000"
    assert found["EXDATE"].params["TZID"] == "Europe/Madrid"


def test_dates_changed_by_themselves_stand_beside_their_series() -> None:
    event = weekly()
    dates = list(Occurrence.objects.filter(event=event).order_by("starts"))
    cancel_event(event=event, occurrence=dates[1], note="The hall is closed")
    change_date(occurrence=dates[2], starts=dates[2].starts + timedelta(days=1), ends=None, elsewhere={"place": "Pier 9"})
    whole, off, moved = events_of(event)
    assert str(whole["STATUS"]) == "CONFIRMED"
    assert (str(off["STATUS"]), off["RECURRENCE-ID"].dt) == ("CANCELLED", dates[1].original.astimezone(ZoneInfo("Europe/Madrid")))
    assert "The hall is closed" in str(off["DESCRIPTION"])
    assert moved["RECURRENCE-ID"].dt.astimezone(UTC) == dates[2].original
    assert moved["DTSTART"].dt.astimezone(UTC) == dates[2].original + timedelta(days=1)
    assert str(moved["LOCATION"]) == "Pier 9"
    assert {str(each["UID"]) for each in (whole, off, moved)} == {str(whole["UID"])}
    assert whole["SEQUENCE"] > 0


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


def test_structured_data_parses() -> None:
    event = make.event('Rally </script> "x"', place="Pier 4", cost="free", online_url="https://meet.example.org/")
    bake([event.post.key])
    page = (shelf().read(event.post.path or "") or b"").decode()
    data = [json.loads(unescape(each)) for each in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]
    assert [each["@type"] for each in data] == ["Event"]
    assert (data[0]["name"], data[0]["isAccessibleForFree"]) == ('Rally </script> "x"', True)
    assert [each["@type"] for each in data[0]["location"]] == ["Place", "VirtualLocation"]


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
        found = file_at(path).walk("VEVENT")[0]
        assert (str(found["SUMMARY"]), str(found["LOCATION"]), found["SEQUENCE"]) == (event.post.headline, "Pier 4", 0)
        began: Any = found["DTSTART"]
        assert began.dt.astimezone(UTC) == starts
        assert found["DTSTART"].params["TZID"] == "America/New_York"
        assert [str(zone["TZID"]) for zone in file_at(path).walk("VTIMEZONE")] == ["America/New_York"]
        assert str(found["UID"]).startswith(event.post.public_id)


def test_moving_counts_up_and_the_name_stays() -> None:
    event = make.event("Rally")
    bake([event.post.key])
    before = file_at(f"{event.post.path}event.ics").walk("VEVENT")[0]
    move_event(post=event.post, details={"place": "Square"})
    move_event(post=event.post, details={"place": "Square"})
    bake([event.post.key])
    after = file_at(f"{event.post.path}event.ics").walk("VEVENT")[0]
    assert (after["SEQUENCE"], str(after["UID"])) == (1, str(before["UID"]))
