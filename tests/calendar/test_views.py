"""The views of the calendar as readers see them: which pages there are, what stands on them, how one leads to the other."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from commonwire.base import clock
from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.models import Event, Occurrence
from commonwire.newswire.hide import hide
from commonwire.press.bake import bake, shelf
from commonwire.press.models import Stale
from commonwire.press.printing import REGISTRY
from tests import make
from tests.conftest import Clock

DAY = "/calendar/2026/01/20/"
WEEK = "/calendar/2026/w04/"
MONTH = "/calendar/2026/01/"


def _page(path: str) -> str:
    content = shelf().read(path)
    assert content is not None, path
    return content.decode()


def _on(day: int, headline: str = "", hour: int = 18, **given: Any) -> Event:
    return make.event(headline, starts=datetime(2026, 1, day, hour, tzinfo=UTC), **given)


def _links(page: str) -> dict[str, str]:
    """The views that a page offers, by name."""
    return {name: path for path, name in re.findall(r'<a href="([^"]*)"[^>]*>(Agenda|Day|Week|Month|Map)</a>', page)}


def _everything() -> None:
    bake(key for key in REGISTRY.everything() if key.startswith(("kind:event", "calendar", "event-", "access")))


def test_an_event_stands_in_every_view() -> None:
    region, topic = make.region("Harbor"), make.topic("Labor")
    about: dict[str, Any] = {"type": "rally", "access_facts": ["step-free"], "latitude": 38.8, "longitude": -123.5}
    _on(20, "Rally on the quay", regions=[region], topics=[topic], **about)
    make.settled()
    narrowed = ["region/harbor/", "topic/labor/", "type/rally/", "access/step-free/"]
    for path in ("/calendar/", DAY, WEEK, MONTH, "/calendar/map/", *(f"/calendar/{each}" for each in narrowed)):
        assert "Rally on the quay" in _page(path), path
    _everything()
    for path in ("/calendar/type/vigil/", "/calendar/access/captions/"):
        assert "Rally on the quay" not in _page(path)


def test_hidden_it_leaves_every_view() -> None:
    event = _on(20, "Rally on the quay", type="rally", access_facts=["step-free"])
    other = _on(21, "Vigil")
    make.settled()
    hide(submission=event.post, paragraph=make.paragraph())
    make.settled()
    for path in ("/calendar/", WEEK, MONTH, "/calendar/map/", "/calendar/type/rally/", "/calendar/access/step-free/"):
        assert "Rally on the quay" not in _page(path), path
    assert shelf().find(DAY) is None
    assert other.post.headline in _page(WEEK)


def test_views_lead_to_one_another_on_the_same_day() -> None:
    _on(20)
    make.settled()
    for path in (DAY, WEEK):
        views = {"Agenda": "/calendar/", "Day": DAY, "Week": WEEK, "Month": MONTH, "Map": "/calendar/map/"}
        assert _links(_page(path)) == views
    assert _links(_page(MONTH))["Week"] == "/calendar/2026/w03/"  # today is the sixteenth
    assert _links(_page("/calendar/"))["Day"] == "/calendar/2026/01/16/"


def test_a_week_belongs_to_the_year_of_its_thursday(client: Client) -> None:
    make.event("New year", starts=datetime(2027, 1, 1, 12, tzinfo=UTC))
    make.settled()
    page = _page("/calendar/2026/w53/")
    assert "New year" in page
    assert 'href="/calendar/2027/w01/"' in page and 'href="/calendar/2026/w52/"' in page
    assert client.get("/calendar/2027/w53/").status_code == 404
    assert client.get("/calendar/2026/w00/").status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/calendar/2026/02/", 200),
        ("/calendar/2026/02/11/", 200),
        ("/calendar/2026/w20/", 200),
        ("/calendar/2025/02/", 200),
        ("/calendar/2028/06/", 404),
        ("/calendar/2023/06/14/", 404),
        ("/calendar/2026/02/30/", 404),
        ("/calendar/2026/13/", 404),
        ("/calendar/0000/01/", 404),
        ("/calendar/0001/01/01/", 404),
        ("/calendar/9999/12/", 404),
        ("/calendar/9999/w52/", 404),
    ],
)
def test_days_without_a_date_are_answered_near_to_one(client: Client, path: str, status: int) -> None:
    _on(20)
    make.settled()
    answer = client.get(path)
    assert answer.status_code == status
    assert shelf().find(path) is None
    if status == 200:
        assert b"noindex" in answer.content
        assert b"The nearest dates:" in answer.content


def test_the_past_stays_for_twenty_years(client: Client, frozen: Clock) -> None:
    _on(20, "Long ago")
    make.settled()
    frozen.set(2046, 1, 10, 12, 0)
    _everything()
    for path in (DAY, WEEK, MONTH):
        assert "Long ago" in _page(path)
    assert "Long ago" not in _page("/calendar/")
    assert client.get("/calendar/2026/12/").status_code == 200
    assert client.get("/calendar/2036/01/").status_code == 404
    found = client.get("/calendar/filter/", {"month": "2026-01", "type": "other"})
    assert b"Long ago" in found.content


def test_a_month_that_was_emptied_is_dropped_and_its_file_forgets() -> None:
    event = _on(20)
    make.settled()
    hide(submission=event.post, paragraph=make.paragraph())
    make.settled()
    assert shelf().find(MONTH) is None
    assert b"VEVENT" not in (shelf().read(f"{MONTH}calendar.ics") or b"VEVENT")


def test_a_series_floods_no_box() -> None:
    make.event("Every day", starts=clock.minute() + timedelta(hours=2), rule="FREQ=DAILY")
    _on(19, "Vigil")
    make.settled()
    front = _page("/")
    assert front.count("Every day") == 1
    assert "every day" in front
    assert "Vigil" in front
    assert _page(WEEK).count(">Every day</a>") == 7


def test_a_day_bears_five_hundred_events() -> None:
    first = _on(20, "Number 0")
    copies = [_on(20, f"Number {each}") for each in range(1, 12)]
    day = Occurrence.objects.get(event=first)
    moments = [datetime(2026, 1, 20, 8, tzinfo=UTC) + timedelta(minutes=each) for each in range(490)]
    Occurrence.objects.bulk_create(
        Occurrence(event=copies[number % 11], original=moment, starts=moment, day=day.day) for number, moment in enumerate(moments)
    )
    _everything()
    assert _page(DAY).count("<li") > 500
    assert _page(MONTH).count("/number-") == 5
    assert "497 more" in _page(MONTH)
    assert _page(WEEK).count("Number ") == 40
    assert "462 more on this day" in _page(WEEK)
    assert _page("/calendar/").count(">Number ") == 12  # each event at its next date


def test_one_and_three_dates_ask_the_same() -> None:
    counts = []
    for number in range(3):
        _on(20, regions=[make.region(f"Region {number}")], topics=[make.topic(f"Topic {number}")], rule="FREQ=WEEKLY;COUNT=3")
        keys = ["calendar@2026-01-20", "calendar@2026-01", "event-type:other"]
        bake(keys)
        with CaptureQueriesContext(connection) as asked:
            bake(keys)
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]


def test_what_is_off_is_struck_through_everywhere() -> None:
    event = _on(20, "Rally")
    make.settled()
    cancel_event(event=event, note="Rain")
    make.settled()
    for path in ("/", "/calendar/", DAY, WEEK, MONTH):
        page = _page(path)
        assert re.search(r'class="cancelled"', page), path
        assert "CANCELLED" in page, path
    assert "CANCELLED" in _page(event.post.path or "")


def test_what_is_under_way_stands_on_top() -> None:
    starts = datetime(2026, 1, 14, 8, tzinfo=UTC)
    make.event("Occupation", starts=starts, ends=starts + timedelta(days=10))
    make.event("Over since yesterday", starts=starts, ends=starts + timedelta(days=1))
    make.settled()
    page = _page("/calendar/")
    assert "Under way" in page and "Occupation" in page and "until 24 Jan" in page
    assert "Over since yesterday" not in page


def test_pages_that_say_today_go_stale_at_midnight() -> None:
    _on(20)
    _on(14)
    make.settled()
    stale = dict(Stale.objects.values_list("path", "until"))
    midnight = datetime(2026, 1, 17, tzinfo=UTC)
    assert stale["/calendar/"] == stale["/calendar/map/"] == stale[MONTH] == stale["/calendar/2026/w03/"] == midnight
    assert stale[WEEK] == datetime(2026, 1, 19, tzinfo=UTC)
    assert DAY not in stale


def test_the_coarse_place_is_all_that_lists_say() -> None:
    _on(20, "Meeting", place="Ada's flat", address="4 Quay Street", city="Port Ellery", precision="city")
    make.settled()
    for path in ("/calendar/", DAY, WEEK, "/calendar/map/"):
        assert "Port Ellery" in _page(path), path
        assert "Quay Street" not in _page(path) and "flat" not in _page(path), path


def test_the_map_says_in_words_what_it_shows() -> None:
    _on(20, "With a point", latitude=38.8, longitude=-123.5, place="Pier 4")
    _on(21, "Without a point", place="Somewhere")
    make.settled()
    page = _page("/calendar/map/")
    assert page.count("<svg") >= 1
    assert re.search(r"<li[^>]*>.*Tue 20 Jan.*With a point, Pier 4", page)
    assert "Without a point on the map" in page and ">Without a point</a>" in page


def test_the_map_can_be_subscribed_to() -> None:
    """The same dates as on its page: with a point or without, and none that come later."""
    _on(20, "With a point", latitude=38.8, longitude=-123.5)
    _on(21, "Without a point")
    make.event("Later", starts=clock.minute() + timedelta(days=40), latitude=38.8, longitude=-123.5)
    make.settled()
    events = Calendar.from_ical(shelf().read("/calendar/map/calendar.ics") or b"").walk("VEVENT")
    assert [str(each["SUMMARY"]) for each in events] == ["With a point", "Without a point"]
    page = _page("/calendar/map/")
    assert 'href="webcal://wire.example.org/calendar/map/calendar.ics"' in page and 'href="/calendar/map/calendar.ics"' in page


def test_every_language_has_its_views() -> None:
    make.site(languages=["en", "es"])
    _on(20, "Rally")
    make.settled()
    for path in ("/calendar/", DAY, WEEK, MONTH, "/calendar/map/", "/calendar/type/other/"):
        assert "Rally" in _page(f"/es{path}")
    assert 'href="/es/calendar/map/"' in _page(f"/es{DAY}")
