"""One file after another: what is new waits, what changed is told, what is missing is pointed out."""

import pytest
from django.core.exceptions import ValidationError

from commonwire.calendar.cancel_event import cancel_event
from commonwire.ledger.models import Entry
from commonwire.subscriptions.accept_taken import accept_taken
from commonwire.subscriptions.forgetting import forget_what_is_over
from commonwire.subscriptions.models import Source, TakenEvent
from commonwire.subscriptions.reading.taken import Unreadable
from commonwire.subscriptions.refuse_taken import refuse_taken
from commonwire.subscriptions.settle_gone import settle_gone
from commonwire.subscriptions.upload import source_by_hand, take_in_file
from tests.conftest import Clock
from tests.subscriptions.calendars import calendar, changed_date, event, row, source, states, take_in


def counts(told: object) -> tuple[int, ...]:
    return tuple(getattr(told, name) for name in ("whole", "new", "changed", "gone", "over"))


def test_what_is_new_waits_for_the_desk() -> None:
    harbor = source()
    told = take_in(harbor, event("one", SUMMARY="Rally"), event("two", "20260105T190000"), event("three", STATUS="CANCELLED"))
    assert counts(told) == (3, 1, 0, 0, 1)
    assert states(harbor) == {"one": "held"}
    assert (row().event, row().taken.summary, f"{row().since:%H:%M:%S}") == (None, "Rally", "20:00:00")
    assert Source.objects.get().answer == "Events: 3. New: 1, changed: 0, no longer listed: 0, over: 1."
    assert Entry.objects.latest("pk").verb == "source.taken_in"


def test_the_same_file_again_changes_nothing() -> None:
    harbor = source()
    take_in(harbor, event("one"))
    assert counts(take_in(harbor, event("one", DTSTAMP="20260117T000000Z"))) == (1, 0, 0, 0, 0)


def test_a_series_that_began_long_ago_is_not_over() -> None:
    harbor = source()
    take_in(harbor, event("weekly", "20240102T190000", RRULE="FREQ=WEEKLY"), event("ended", "20240102T190000", RRULE="FREQ=WEEKLY;COUNT=3"))
    assert states(harbor) == {"weekly": "held"}


def test_what_is_over_is_taken_only_when_asked_for() -> None:
    harbor = source()
    take_in(harbor, event("old", "20250105T190000"), past=True)
    assert states(harbor) == {"old": "held"}


def test_what_waits_is_kept_up_to_date_and_forgotten_when_it_goes() -> None:
    harbor = source()
    take_in(harbor, event("one"), event("two"), event("three"))
    take_in(harbor, event("one", "20260123T200000"), event("three", STATUS="CANCELLED"))
    assert states(harbor) == {"one": "held"}
    assert row().taken.starts.isoformat() == "2026-01-24T02:00:00+00:00"


def test_a_refused_event_is_not_proposed_again() -> None:
    harbor = source()
    take_in(harbor, event("one"))
    refuse_taken(taken=row())
    take_in(harbor, event("one", SUMMARY="Once more, please"))
    take_in(harbor)
    take_in(harbor, event("one", SUMMARY="And again"))
    assert states(harbor) == {"one": "refused"}


def test_a_change_of_an_accepted_event_waits() -> None:
    harbor = source()
    take_in(harbor, event("one"))
    accept_taken(taken=row())
    assert counts(take_in(harbor, event("one", "20260123T200000", SEQUENCE="1"))) == (1, 0, 1, 0, 0)
    assert states(harbor) == {"one": "changed"}
    take_in(harbor, event("one", SEQUENCE="2"))  # and back
    assert states(harbor) == {"one": "accepted"}


def test_an_older_file_is_not_believed() -> None:
    harbor = source()
    take_in(harbor, event("one", SEQUENCE="3"))
    accept_taken(taken=row())
    take_in(harbor, event("one", "20260124T190000", SEQUENCE="2"))
    assert states(harbor) == {"one": "accepted"}
    take_in(harbor, event("one", "20260124T190000", SEQUENCE="0", LAST_MODIFIED="20260116T200000Z"))  # numbered anew, but later
    assert states(harbor) == {"one": "changed"}


def test_what_is_no_longer_listed_is_pointed_out_and_not_cancelled(frozen: Clock) -> None:
    harbor = source()
    take_in(harbor, event("one"), event("soon", "20260117T190000"), event("off"))
    for uid in ("one", "soon", "off"):
        accept_taken(taken=row(uid))
    cancelled = row("off").event
    assert cancelled
    cancel_event(event=cancelled)
    frozen.move(days=2)
    assert take_in(harbor, event("other")).gone == 1
    assert states(harbor) == {"soon": "accepted", "one": "gone", "off": "accepted", "other": "held"}
    made = row().event
    assert made and made.state == "scheduled"
    take_in(harbor, event("one"), event("other"))
    assert row().state == "accepted"


def test_an_uploaded_file_misses_nothing() -> None:
    harbor = source()
    take_in(harbor, event("one"))
    accept_taken(taken=row())
    take_in_file(source=harbor, content=calendar(event("two")))
    assert states(harbor) == {"one": "accepted", "two": "held"}


def test_an_event_that_cannot_be_read_this_time_is_not_missing() -> None:
    harbor = source()
    take_in(harbor, event("one"), event("two"))
    accept_taken(taken=row())
    told = take_in(harbor, event("one", "20269999T190000"), event("two"))
    assert states(harbor) == {"one": "accepted", "two": "held"}
    assert told.notes == ["Gathering one: When it begins was not understood: “20269999T190000”."]
    assert Source.objects.get().notes == told.notes


@pytest.mark.parametrize("cancel", [False, True])
def test_gone_is_settled_once(cancel: bool) -> None:
    harbor = source()
    take_in(harbor, event("one"))
    accept_taken(taken=row())
    take_in(harbor)
    settle_gone(taken=row(), cancel=cancel)
    made = row().event
    assert made and (row().state, made.state) == ("kept", "cancelled" if cancel else "scheduled")
    take_in(harbor)
    assert row().state == "kept"


def test_a_changed_date_is_a_change_of_its_series() -> None:
    harbor = source()
    series = event("weekly", RRULE="FREQ=WEEKLY;COUNT=5")
    take_in(harbor, series)
    accept_taken(taken=row("weekly"))
    assert take_in(harbor, series, changed_date("weekly", "20260130T190000", "20260130T200000")).changed == 1
    assert [each.uid for each in TakenEvent.objects.all()] == ["weekly"]


def test_what_never_became_an_event_is_forgotten_in_time(frozen: Clock) -> None:
    harbor = source()
    take_in(harbor, event("waits"), event("refused"), event("accepted"), event("series", RRULE="FREQ=WEEKLY"))
    refuse_taken(taken=row("refused"))
    accept_taken(taken=row("accepted"))
    frozen.move(days=36)
    forget_what_is_over()
    assert len(states(harbor)) == 4
    frozen.move(days=2)
    forget_what_is_over()
    assert states(harbor) == {"accepted": "accepted", "series": "held"}


def test_old_events_that_were_asked_for_are_kept_a_while() -> None:
    harbor = source()
    take_in(harbor, event("old", "20250105T190000"), past=True)
    forget_what_is_over()
    assert states(harbor) == {"old": "held"}


def test_by_hand_under_a_name() -> None:
    first = source_by_hand(name="Harbor")
    assert source_by_hand(name="Harbor") == first
    source("Followed", url="https://harbor.example.org/c.ics")
    with pytest.raises(ValidationError, match="of this name"):
        source_by_hand(name="Followed")


def test_what_is_no_calendar_is_refused_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match="This is not a calendar file"):
        take_in_file(source=source(), content=b"Dear friends,")


def test_taking_in_asks_no_more_for_many_events(django_assert_max_num_queries: object) -> None:
    harbor = source()
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        take_in(harbor, *(event(f"e{number}", f"202602{number % 28 + 1:02}T190000") for number in range(150)))
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        take_in(harbor, *(event(f"e{number}", f"202602{number % 28 + 1:02}T200000") for number in range(150)))
