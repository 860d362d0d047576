"""What lasts several days stands on each of them, as going on, and in files once."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.models import Event
from commonwire.calendar.place_event import move_event, remove_event
from commonwire.calendar.queries import days_with_dates, of_days
from commonwire.ledger.models import Entry
from commonwire.newswire.hide import hide
from commonwire.press.bake import bake, shelf
from tests import make

THURSDAY = datetime(2026, 1, 29, 8, tzinfo=UTC)
DAYS = ["01/29", "01/30", "01/31", "02/01", "02/02"]


def _page(path: str) -> str:
    return (shelf().read(f"/calendar/2026/{path}/") or b"").decode()


def _strike(headline: str = "Strike", **given: Any) -> Event:
    return make.event(headline, **{"starts": THURSDAY, "ends": datetime(2026, 2, 2, 18, tzinfo=UTC), **given})


def _shown(event: Event) -> list[str]:
    return [f"{day:%m-%d}" for day in event.occurrences.get().days]


def test_it_stands_on_each_of_its_days() -> None:
    _strike()
    make.settled()
    for path in (*DAYS, "01", "02", "w05", "w06"):
        assert "Strike" in _page(path), path
    assert _page("01").count(">Strike</span>") == 3 and _page("02").count(">Strike</span>") == 2
    assert _page("w05").count(">Strike</a>") == 4 and _page("w06").count(">Strike</a>") == 1
    assert shelf().find("/calendar/2026/02/03/") is None and shelf().find("/calendar/2026/01/28/") is None


def test_it_begins_once_and_then_goes_on_quietly() -> None:
    _strike()
    make.settled()
    assert "continuing" not in _page("01/29") and "until 2 Feb" in _page("01/29")
    for path in DAYS[1:4]:
        assert 'class=" continuing"' in _page(path) and "goes on" in _page(path) and "until 2 Feb" in _page(path), path
    assert "until 18:00" in _page("02/02")
    assert _page("01").count("goes on") == 2


def test_what_begins_stands_before_what_goes_on() -> None:
    for number in range(6):
        _strike(f"Strike {number}")
    make.event("Vigil", starts=THURSDAY + timedelta(days=1, hours=12))
    make.settled()
    page = _page("01/30")
    assert page.index(">Vigil<") < page.index(">Strike 0<")
    month = _page("01")
    assert ">Vigil<" in month and "2 more" in month


def test_in_a_file_it_stands_once() -> None:
    _strike()
    make.settled()
    for path in (*DAYS, "01", "02", "w05", "w06"):
        content = shelf().read(f"/calendar/2026/{path}/calendar.ics")
        assert content is not None and len(Calendar.from_ical(content).walk("VEVENT")) == 1, path


def test_every_one_of_its_days_is_printed_again() -> None:
    event = _strike()
    keys = {"calendar@2026-01", "calendar@2026-02", *(f"calendar@2026-{each.replace('/', '-')}" for each in DAYS)}
    assert keys <= set(Entry.objects.get(verb="event.placed").touched)
    cancel_event(event=event)
    assert keys <= set(Entry.objects.get(verb="event.cancelled").touched)
    move_event(post=event.post, details={"ends": THURSDAY + timedelta(hours=2)})
    assert keys <= set(Entry.objects.get(verb="event.moved").touched)
    move_event(post=event.post, details={"ends": datetime(2026, 2, 2, 18, tzinfo=UTC)})
    remove_event(post=event.post)
    assert keys <= set(Entry.objects.get(verb="event.removed").touched)


def test_hidden_it_leaves_every_one_of_its_days() -> None:
    event = _strike()
    make.settled()
    hide(submission=event.post, paragraph=make.paragraph())
    make.settled()
    assert not [path for path in (*DAYS, "01", "02", "w05", "w06") if shelf().find(f"/calendar/2026/{path}/")]


def test_a_page_that_is_asked_for_is_printed(client: Client) -> None:
    """Nothing begins in this week, and its page is not there yet."""
    _strike()
    for path in ("02/01", "02", "w06"):
        answer = client.get(f"/calendar/2026/{path}/")
        assert b"Strike" in answer.content and shelf().find(f"/calendar/2026/{path}/"), path


def test_all_days_are_known_when_everything_is_printed_anew() -> None:
    _strike()
    make.event("Vigil", starts=datetime(2026, 3, 1, 18, tzinfo=UTC))
    days = [date(2026, 1, 29) + timedelta(days=n) for n in range(5)]
    assert days_with_dates() == [*days, date(2026, 3, 1)]


@pytest.mark.parametrize(
    ("starts", "hours", "days"),
    [
        ("2026-01-20T22:00", 4, ["01-20"]),  # a night
        ("2026-01-20T18:00", 6, ["01-20"]),  # until midnight
        ("2026-01-20T22:00", 14, ["01-20", "01-21"]),
        ("2026-01-20T01:00", 26, ["01-20", "01-21"]),
        ("2026-01-20T00:00", 48, ["01-20", "01-21"]),
    ],
)
def test_a_night_is_no_event_of_two_days(starts: str, hours: int, days: list[str]) -> None:
    begins = datetime.fromisoformat(starts).replace(tzinfo=UTC)
    assert _shown(make.event(starts=begins, ends=begins + timedelta(hours=hours))) == days


def test_days_are_those_of_its_place() -> None:
    """Midnight in Auckland is eleven in the morning of the day before in UTC."""
    begins = datetime(2026, 1, 19, 11, tzinfo=UTC)
    event = make.event("Camp", starts=begins, ends=begins + timedelta(days=2), zone="Pacific/Auckland", all_day=True)
    assert _shown(event) == ["01-20", "01-21"]
    assert [len(of_days(date(2026, 1, day), date(2026, 1, day))) for day in (19, 20, 21, 22)] == [0, 1, 1, 0]
    make.settled()
    assert "last day" in _page("01/21")


def test_a_far_end_that_came_in_from_elsewhere_fills_no_year() -> None:
    event = make.event(starts=THURSDAY, ends=THURSDAY + timedelta(days=900))
    assert len(_shown(event)) == 61


def test_more_of_them_ask_no_more() -> None:
    counts = []
    for _ in range(3):
        _strike()
        bake(["calendar@2026-02-01", "calendar@2026-02"])
        with CaptureQueriesContext(connection) as asked:
            bake(["calendar@2026-02-01", "calendar@2026-02"])
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]
