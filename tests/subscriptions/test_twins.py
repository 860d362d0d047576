"""Duplicates are recognised, and proposed, never decided."""

import pytest
from django.core.exceptions import ValidationError

from commonwire.calendar.models import Event
from commonwire.subscriptions.accept_taken import accept_taken
from commonwire.subscriptions.call_duplicate import call_duplicate
from commonwire.subscriptions.trusted import accept_from_trusted
from tests import make
from tests.conftest import Clock
from tests.subscriptions.calendars import event, row, source, states, take_in


@pytest.fixture
def rally(frozen: Clock) -> Event:
    """Sent in by somebody: Friday 23 January, 19:00 in Chicago."""
    starts = frozen.at.replace(day=24, hour=1, minute=0, second=0, microsecond=0)
    return make.event("Rally at the pier for the harbor workers", starts=starts, zone="America/Chicago", place="Pier 4, Quay Street")


@pytest.mark.parametrize(
    ("given", "alike"),
    [
        ({"SUMMARY": "RALLY: harbor workers, at the Pier!"}, True),
        ({"SUMMARY": "Rally at the pier for the harbor workers", "starts": "20260123T191500"}, True),
        ({"SUMMARY": "Rally at the pier for the harbor workers", "starts": "20260123T191600"}, False),
        ({"SUMMARY": "Solidarity", "LOCATION": "Quay Street\\, Pier 4"}, True),
        ({"SUMMARY": "Rally in the park"}, False),
        ({"SUMMARY": "Choir", "LOCATION": "Pier"}, False),
        ({"SUMMARY": "Rally at the pier for the harbor workers", "starts": "20260124T190000"}, False),
    ],
)
def test_the_hour_with_title_or_place(rally: Event, given: dict[str, str], alike: bool) -> None:
    take_in(source(), event("one", **given))
    assert row().twin == (rally if alike else None)


def test_the_same_identifier_in_two_calendars() -> None:
    one, two = source("One"), source("Two")
    take_in(one, event("shared", SUMMARY="Here"))
    made = accept_taken(taken=row("shared", one))
    take_in(two, event("shared", "20260301T090000", SUMMARY="There"))
    assert row("shared", two).twin == made
    other = accept_taken(taken=row("shared", two))
    assert (made.uid, other.uid) == ("shared", "")


def test_two_that_wait_are_told_apart_when_one_is_accepted() -> None:
    one, two = source("One"), source("Two", trusted=True)
    take_in(one, event("a", SUMMARY="Rally at the pier"))
    take_in(two, event("b", SUMMARY="Rally at the pier"), event("c", SUMMARY="Choir practice"))
    made = accept_taken(taken=row("a"))
    assert (row("b").twin, row("c").twin) == (made, None)
    accept_from_trusted(10)
    assert states(two) == {"b": "held", "c": "accepted"}


def test_a_calendar_is_no_twin_of_itself() -> None:
    harbor = source()
    take_in(harbor, event("one", SUMMARY="Rally at the pier"))
    accept_taken(taken=row("one"))
    take_in(harbor, event("one", SUMMARY="Rally at the pier"), event("two", SUMMARY="Rally at the pier"))
    assert row("two").twin is None


def test_called_a_duplicate_it_waits_no_more(rally: Event) -> None:
    harbor = source()
    take_in(harbor, event("one", SUMMARY="Harbor rally"))
    call_duplicate(taken=row(), of=rally)
    assert (row().state, row().twin) == ("duplicate", rally)
    take_in(harbor, event("one", SUMMARY="Harbor rally!"))
    assert row().state == "duplicate"
    with pytest.raises(ValidationError, match="does not wait any more"):
        call_duplicate(taken=row(), of=rally)
