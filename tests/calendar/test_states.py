"""Cancelled, postponed, moved, at a new hour: said on the page, in lists, feeds, data, and taken back again."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commonwire.base import clock
from commonwire.calendar import relations
from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.change_date import change_date
from commonwire.calendar.confirm_series import confirm_series
from commonwire.calendar.models import Event
from commonwire.calendar.place_event import move_event
from commonwire.calendar.postpone_event import postpone_event
from commonwire.calendar.reinstate_event import reinstate_event
from commonwire.calendar.relations import Relation
from commonwire.calendar.rules import unconfirmed_since
from commonwire.calendar.showing import showing_of
from commonwire.calendar.telling import telling_of
from commonwire.calendar.words import State
from commonwire.ledger.models import Entry
from commonwire.newswire.marks import marks_of
from commonwire.newswire.withdraw import withdraw_post
from commonwire.press.bake import bake, shelf
from commonwire.press.models import Shown
from tests import make
from tests.conftest import Clock

TUESDAY = datetime(2026, 1, 20, 18, 30, tzinfo=UTC)


def _page(event: Event) -> str:
    bake([event.post.key])
    return (shelf().read(event.post.path or "") or b"").decode()


def _data(page: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(unescape(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0]))
    return found


def _banner(page: str) -> str:
    found = re.search(r'<div class="event-banner.*?</div>', page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "", unescape(found.group())).split()) if found else ""


def _weekly(**given: Any) -> Event:
    return make.event("Assembly", starts=TUESDAY, rule="FREQ=WEEKLY;COUNT=4", **given)


@pytest.mark.parametrize(
    ("act", "state", "word", "status"),
    [
        (cancel_event, State.CANCELLED, "CANCELLED", "EventCancelled"),
        (postpone_event, State.POSTPONED, "POSTPONED", "EventPostponed"),
    ],
)
def test_the_whole_event_changes_its_state(act: Any, state: str, word: str, status: str) -> None:
    event = make.event("Rally", starts=TUESDAY)
    assert _banner(_page(event)) == ""
    changed = act(event=event, note="The hall flooded.")
    assert (changed.state, changed.state_note, changed.sequence, changed.changed_at) == (state, "The hall flooded.", 1, clock.minute())
    assert changed.post.updated == clock.minute()
    entry = Entry.objects.get(verb=f"event.{state}")
    assert {"calendar@2026-01-20", "calendar@2026-01", "kind:event", event.post.key} <= set(entry.touched)
    page = _page(event)
    assert _banner(page).startswith(word) and "The hall flooded." in _banner(page)
    assert _data(page)["eventStatus"] == f"https://schema.org/{status}"
    with pytest.raises(ValidationError):
        act(event=event)
    reinstated = reinstate_event(event=event)
    assert (reinstated.state, reinstated.state_note, reinstated.sequence) == (State.SCHEDULED, "", 2)
    page = _page(event)
    assert (_banner(page), _data(page)["eventStatus"]) == ("", "https://schema.org/EventScheduled")


def test_one_date_of_a_series_is_called_off() -> None:
    event = _weekly()
    second = event.occurrences.order_by("starts")[1]
    cancel_event(event=event, occurrence=second, note="Holiday")
    second.refresh_from_db()
    event.refresh_from_db()
    assert (second.state, second.note, second.changed, event.state, event.sequence) == (
        State.CANCELLED,
        "Holiday",
        True,
        State.SCHEDULED,
        1,
    )
    touched = set(Entry.objects.get(verb="event.cancelled").touched)
    assert "calendar@2026-01-27" in touched and "calendar@2026-01-20" not in touched
    assert _banner(_page(event)) == "Tuesday 27 January: CANCELLED This does not take place. Holiday"
    reinstate_event(event=event, occurrence=second)
    second.refresh_from_db()
    assert (second.state, second.note, second.changed) == (State.SCHEDULED, "", False)


def test_what_is_called_off_took_place_until_then(frozen: Clock) -> None:
    event = _weekly()
    frozen.set(2026, 1, 28, 12, 0)
    cancel_event(event=event)
    states = [date.in_force for date in event.occurrences.select_related("event").order_by("starts")]
    assert states == [State.SCHEDULED, State.SCHEDULED, State.CANCELLED, State.CANCELLED]


def test_a_new_hour_is_told_with_the_old_one() -> None:
    event = make.event("Rally", starts=TUESDAY)
    move_event(post=event.post, details={"starts": TUESDAY + timedelta(days=1, hours=1)})
    page = _page(event)
    assert _banner(page) == "NEW TIME Tuesday 20 January, 18:30 Wednesday 21 January, 19:30"
    assert "<del><time" in page
    data = _data(page)
    assert (data["eventStatus"], data["startDate"]) == ("https://schema.org/EventRescheduled", "2026-01-21T19:30:00+00:00")
    assert data["previousStartDate"] == "2026-01-20T18:30:00+00:00"


def test_an_evening_is_told_on_the_clocks_of_its_place(frozen: Clock) -> None:
    """Half past eight in Los Angeles is the next day in UTC, where the site is."""
    zone, evening = "America/Los_Angeles", datetime(2026, 1, 21, 4, 30, tzinfo=UTC)
    kept: dict[str, Any] = {"precision": "city", "city": "Wick", "exact_hours": 24}
    event = make.event("Vigil", starts=evening, zone=zone, rule="FREQ=WEEKLY;COUNT=3", **kept)
    page = _page(event)
    assert "The exact place is shown here from Monday 19 January, 20:30" in " ".join(re.sub(r"<[^>]*>", "", page).split())
    move_event(post=event.post, details={"starts": evening + timedelta(minutes=30)})
    assert "Tuesday 20 January: NEW TIME Tuesday 20 January, 20:30 Tuesday 20 January, 21:00" in _banner(_page(event))
    frozen.set(2026, 1, 22, 12, 0)
    assert "Did it happen on Tuesday 20 January?" in _page(event)


def test_a_new_place_is_told_with_the_old_one() -> None:
    event = make.event("Rally", starts=TUESDAY, place="Pier 4", city="Port Ellery")
    move_event(post=event.post, details={"place": "Library"})
    page = _page(event)
    assert _banner(page) == "MOVED Pier 4, Port Ellery Library, Port Ellery"
    assert _data(page)["eventStatus"] == "https://schema.org/EventScheduled"


def test_one_date_at_another_hour_and_elsewhere() -> None:
    event = _weekly(place="Pier 4", ends=TUESDAY + timedelta(hours=2))
    third = event.occurrences.order_by("starts")[2]
    changed = change_date(occurrence=third, starts=third.starts + timedelta(days=1), elsewhere={"place": "Library"}, note="Elections")
    assert (changed.starts, changed.ends) == (TUESDAY + timedelta(days=15), TUESDAY + timedelta(days=15, hours=2))
    assert (changed.original, changed.previous_starts, changed.previous_place) == (third.starts, third.starts, "Pier 4")
    assert (changed.changed, changed.day.isoformat(), changed.elsewhere) == (True, "2026-02-04", {"place": "Library"})
    touched = set(Entry.objects.get(verb="event.date_changed").touched)
    assert {"calendar@2026-02-03", "calendar@2026-02-04", "kind:event"} <= touched
    assert "MOVED Tuesday 3 February, 18:30 Wednesday 4 February, 18:30 Pier 4 Library Elections" in _banner(_page(event))
    event.refresh_from_db()
    assert event.sequence == 1
    back = change_date(occurrence=changed, starts=third.starts, elsewhere={})
    assert (back.changed, back.elsewhere, back.previous_starts) == (False, None, None)
    assert telling_of(back) is None


def test_a_date_without_a_series_is_changed_by_correcting() -> None:
    event = make.event(starts=TUESDAY)
    with pytest.raises(ValidationError, match="correct the event itself"):
        change_date(occurrence=event.occurrences.get(), starts=TUESDAY + timedelta(days=1))


def test_what_is_withdrawn_cannot_be_called_off() -> None:
    event = make.event(starts=TUESDAY)
    withdraw_post(post=event.post)
    with pytest.raises((ValidationError, Event.DoesNotExist)):
        cancel_event(event=event)


def test_the_desk_is_known_by_the_hour() -> None:
    cancel_event(event=make.event(starts=TUESDAY), by="member:1")
    entry = Entry.objects.get(verb="event.cancelled")
    assert (entry.by, entry.at) == ("member:1", clock.hour())


def test_a_series_needs_confirming_again(frozen: Clock) -> None:
    event = make.event("Assembly", starts=TUESDAY, rule="FREQ=WEEKLY")
    assert unconfirmed_since(event) is None
    frozen.move(days=92)
    assert unconfirmed_since(event) == datetime(2026, 1, 16, 20, 21, tzinfo=UTC)
    assert "Not confirmed by its organisers since 16 January 2026" in _banner(_page(event))
    confirm_series(event=event)
    assert unconfirmed_since(event) is None
    assert _banner(_page(event)) == ""
    with pytest.raises(ValidationError, match="Only a series"):
        confirm_series(event=make.event(starts=clock.now()))


def test_the_feed_says_it_before_the_headline() -> None:
    event = make.event("Rally at the pier", starts=TUESDAY)
    cancel_event(event=event)
    make.settled()
    feed = (shelf().read("/calendar/feed.atom") or b"").decode()
    assert "CANCELLED" in feed and "Rally at the pier" in feed
    assert feed.index("CANCELLED") < feed.index("Rally at the pier")


def test_what_it_belongs_to_is_said_and_printed_again_when_that_changes() -> None:
    event = make.event("Rally", starts=TUESDAY)
    above = Relation("No Boats, No Business", "/actions/no-boats/", "action-1@wire.example.org", key="action:1@name")
    with patch.object(relations, "RELATING", [lambda posts: {post.pk: [above] for post in posts}]):
        page = _page(event)
    assert '<a href="/actions/no-boats/">No Boats, No Business</a>' in page
    assert _data(page)["superEvent"]["name"] == "No Boats, No Business"
    assert Shown.objects.filter(path=event.post.path, key="action:1@name").exists()


def test_a_page_takes_the_same_queries_for_three_dates_and_for_a_hundred() -> None:
    few, many = _weekly(), make.event("Assembly", starts=TUESDAY, rule="FREQ=DAILY;COUNT=100")
    counts = []
    for event in (few, many):
        bake([event.post.key])
        with CaptureQueriesContext(connection) as queries:
            showing_of(Event.objects.select_related("post").get(pk=event.pk))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 6


def test_marks_take_the_same_queries_for_one_and_for_three(django_assert_num_queries: Any) -> None:
    posts = [cancel_event(event=make.event(f"Rally {n}", starts=TUESDAY)).post for n in range(3)]
    with django_assert_num_queries(1):
        assert {mark.code for mark in marks_of(posts).values()} == {"cancelled"}
    with django_assert_num_queries(1):
        assert marks_of(posts[:1])[posts[0].pk].sentence == "This does not take place."
    report = make.post("Report")
    with django_assert_num_queries(0):
        assert marks_of([report]) == {}


def test_lists_and_search_say_it_before_the_headline() -> None:
    region = make.region()
    cancel_event(event=make.event("Rally at the pier", starts=TUESDAY, regions=[region]))
    make.settled()
    place = (shelf().read(region.path) or b"").decode()
    found = Client().get("/search/results/?q=rally").content.decode()
    for page in (place, found):
        assert '<span class="mark state cancelled">CANCELLED</span>' in page
