"""Accepted, a calendar's event is an event of this site, and follows its calendar."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from commonwire.calendar.models import Event
from commonwire.calendar.place_event import move_event
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.subscriptions.accept_taken import accept_taken
from commonwire.subscriptions.models import Source
from commonwire.subscriptions.refuse_taken import refuse_taken
from tests import make
from tests.conftest import Clock
from tests.subscriptions.calendars import changed_date, event, row, source, states, take_in


def accepted(*events: str, uid: str = "one", **given: Any) -> tuple[Source, Event]:
    harbor = source(**given)
    take_in(harbor, *events)
    return harbor, accept_taken(taken=row(uid))


def followed(harbor: Source, *events: str, uid: str = "one") -> Event:
    """The event after its calendar said something new and the desk agreed."""
    take_in(harbor, *events)
    assert row(uid).state == "changed"
    return accept_taken(taken=row(uid))


def test_it_becomes_an_event_signed_by_its_calendar() -> None:
    region, topic = make.region(), make.topic()
    _harbor, made = accepted(
        event(
            SUMMARY="Rally at the pier",
            DTEND="20260124T030000Z",
            DESCRIPTION="Bring *signs*.\\n# not a heading",
            LOCATION="Pier 4\\, 12 Quay Street\\, Port Ellery",
            GEO="44.97;-93.26",
            URL="https://union.example.org/rally",
            CATEGORIES="Rally",
            SEQUENCE="4",
            ORGANIZER="mailto:jo@example.org",
        ),
        regions=[region],
        topics=[topic],
    )
    post = made.post
    assert (post.headline, post.byline, post.related_url, post.visibility) == (
        "Rally at the pier",
        "Harbor Council",
        "https://union.example.org/rally",
        "shown",
    )
    assert (post.body, post.plain, [*post.regions.all()], [*post.topics.all()]) == (
        "Bring *signs*.\n# not a heading",
        True,
        [region],
        [topic],
    )
    assert (made.starts, made.ends) == (datetime(2026, 1, 24, 1, tzinfo=UTC), datetime(2026, 1, 24, 3, tzinfo=UTC))
    assert (made.zone, made.place, made.address, made.latitude) == ("America/Chicago", "Pier 4", "12 Quay Street, Port Ellery", 44.97)
    assert (made.uid, made.sequence, made.type, made.organiser, made.contact) == ("one", 4, "rally", "", "")


def test_accepting_twice_makes_one_event() -> None:
    _harbor, made = accepted(event())
    assert accept_taken(taken=row()) == made
    assert Post.objects.count() == 1


def test_other_regions_may_be_given() -> None:
    region = make.region()
    harbor = source(regions=[make.region("Elsewhere")])
    take_in(harbor, event())
    assert [*accept_taken(taken=row(), regions=[region]).post.regions.all()] == [region]


def test_a_series_comes_with_its_changed_dates() -> None:
    _harbor, made = accepted(
        event("weekly", RRULE="FREQ=WEEKLY;COUNT=4", DTEND="20260124T030000Z", LOCATION="The hall, 1 Elm Street"),
        changed_date("weekly", "20260130T190000", "20260130T203000", SUMMARY="An hour and a half later", LOCATION="The yard, 2 Oak Street"),
        changed_date("weekly", "20260206T190000", "20260206T190000", STATUS="CANCELLED"),
        uid="weekly",
    )
    dates = [
        (f"{date.starts:%m-%d %H:%M}", date.state, date.note, (date.elsewhere or {}).get("place"))
        for date in made.occurrences.order_by("original")
    ]
    assert dates == [
        ("01-24 01:00", "scheduled", "", None),
        ("01-31 02:30", "scheduled", "An hour and a half later", "The yard"),
        ("02-07 01:00", "cancelled", "", None),
        ("02-14 01:00", "scheduled", "", None),
    ]


def test_it_moves_with_its_calendar() -> None:
    harbor, made = accepted(event(SUMMARY="Rally", LOCATION="Pier 4"))
    before = made.sequence
    made = followed(harbor, event(starts="20260123T200000", SUMMARY="Rally", LOCATION="Pier 5", SEQUENCE="9"))
    assert (made.starts.hour, made.place, made.sequence > before, made.sequence >= 9) == (2, "Pier 5", True, True)
    assert (f"{made.previous_starts:%H:%M}", made.previous_place) == ("01:00", "Pier 4")
    assert states(harbor) == {"one": "accepted"}


def test_its_words_are_corrected() -> None:
    harbor, made = accepted(event(SUMMARY="Rally", DESCRIPTION="Bring signs."))
    path = made.post.path
    made = followed(harbor, event(SUMMARY="Rally and march", DESCRIPTION="Bring soup."))
    assert (made.post.headline, made.post.body, made.post.path, made.post.corrections.count()) == (
        "Rally and march",
        "Bring soup.",
        path,
        1,
    )


def test_what_the_desk_mended_stays() -> None:
    harbor, made = accepted(event(LOCATION="Pir 4"))
    move_event(post=made.post, details={"place": "Pier 4", "cost": "free"})
    made = followed(harbor, event(starts="20260123T200000", LOCATION="Pir 4"))
    assert (made.place, made.cost, made.starts.hour) == ("Pier 4", "free", 2)


def test_a_cancellation_is_followed_and_taken_back() -> None:
    harbor, _made = accepted(event())
    assert followed(harbor, event(STATUS="CANCELLED", SEQUENCE="1")).state == "cancelled"
    assert followed(harbor, event(STATUS="CONFIRMED", SEQUENCE="2")).state == "scheduled"
    assert followed(harbor, event(STATUS="TENTATIVE", SEQUENCE="3")).state == "tentative"


def test_single_dates_are_followed_and_come_back() -> None:
    weekly = event("weekly", RRULE="FREQ=WEEKLY;COUNT=4")
    harbor, made = accepted(weekly, uid="weekly")
    made = followed(harbor, weekly, changed_date("weekly", "20260130T190000", "20260131T100000"), uid="weekly")
    assert [f"{date.starts:%d %H}" for date in made.occurrences.order_by("original")] == ["24 01", "31 16", "07 01", "14 01"]
    made = followed(harbor, weekly, changed_date("weekly", "20260130T190000", "20260130T190000", STATUS="CANCELLED"), uid="weekly")
    assert [date.state for date in made.occurrences.order_by("original")][1] == "cancelled"
    made = followed(harbor, weekly, uid="weekly")
    assert [(f"{date.starts:%d %H}", date.state) for date in made.occurrences.order_by("original")][1] == ("31 01", "scheduled")


def test_a_date_that_has_been_is_left_alone(frozen: Clock) -> None:
    weekly = event("weekly", RRULE="FREQ=WEEKLY;COUNT=4")
    harbor, made = accepted(weekly, uid="weekly")
    frozen.move(days=20)
    made = followed(harbor, weekly, changed_date("weekly", "20260130T190000", "20260130T210000"), uid="weekly")
    assert [f"{date.starts:%d %H}" for date in made.occurrences.order_by("original")][1] == "31 01"


def test_a_refused_change_leaves_the_event_and_is_not_asked_again() -> None:
    harbor, made = accepted(event())
    take_in(harbor, event(starts="20260123T200000"))
    refuse_taken(taken=row())
    take_in(harbor, event(starts="20260123T200000"))
    assert (row().state, Event.objects.get().starts) == ("accepted", made.starts)
    assert followed(harbor, event(starts="20260123T210000")).starts.hour == 3


def test_what_is_over_is_not_changed_any_more() -> None:
    harbor, made = accepted(event())
    withdraw_post(post=made.post)
    take_in(harbor, event(starts="20260123T200000"))
    assert states(harbor) == {"one": "accepted"}
    with pytest.raises(ValidationError, match="withdrawn"):
        accept_taken(taken=row())
    make.settled()
    take_in(harbor, event(starts="20260123T210000", DESCRIPTION="Once more"))
    assert (states(harbor), row().said["description"], row().followed) == ({"one": "refused"}, "", {})
    with pytest.raises(ValidationError, match="withdrawn"):
        accept_taken(taken=row())


def test_a_hidden_event_stays_hidden_when_it_moves() -> None:
    harbor, made = accepted(event())
    hide(submission=made.post, paragraph=make.paragraph())
    assert followed(harbor, event(starts="20260123T200000")).post.visibility == "hidden"


def test_an_impossible_series_is_told_and_nothing_is_published() -> None:
    harbor = source()
    take_in(harbor, event(RRULE="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
    with pytest.raises(ValidationError, match="no date"):
        accept_taken(taken=row())
    assert (Post.objects.count(), row().state) == (0, "held")
