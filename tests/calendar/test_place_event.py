from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from commonwire.base import clock
from commonwire.calendar.keys import event_keys
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.place_event import move_event, remove_event
from commonwire.calendar.words import State
from commonwire.ledger.models import Entry
from tests import make
from tests.conftest import Clock

TUESDAY = datetime(2026, 1, 20, 18, 30, tzinfo=UTC)


def _last(verb: str) -> Entry:
    found = Entry.objects.filter(verb=verb).order_by("-id").first()
    assert found is not None
    return found


def _dates(event: Event) -> list[str]:
    return [f"{each.starts:%m-%d %H:%M}" for each in event.occurrences.order_by("starts")]


def test_an_event_has_one_date() -> None:
    event = make.event(starts=TUESDAY, ends=TUESDAY + timedelta(hours=2), zone="America/Chicago", regions=[make.region()], type="rally")
    date = event.occurrences.get()
    assert (date.original, date.starts, date.ends, date.day) == (TUESDAY, TUESDAY, TUESDAY + timedelta(hours=2), TUESDAY.date())
    assert (event.expanded_until, event.confirmed_at, event.is_series) == (None, None, False)
    touched = set(_last("event.placed").touched)
    assert {"calendar@2026-01", "calendar@2026-01-20", "kind:event", "event-type:rally", event.post.key} <= touched
    assert any(key.startswith("event-region:") for key in touched)


def test_a_series_stands_two_years_ahead() -> None:
    event = make.event(starts=TUESDAY, rule="FREQ=WEEKLY;BYDAY=TU")
    assert event.occurrences.count() == 105
    assert event.expanded_until is not None and event.expanded_until > clock.now() + timedelta(days=729)
    assert event.confirmed_at == clock.minute()


def test_a_series_with_an_end_stands_whole() -> None:
    event = make.event(starts=TUESDAY, rule="FREQ=WEEKLY;COUNT=3", left_out=["2026-01-27"], further_dates=["2026-01-29T20:00"])
    assert _dates(event) == ["01-20 18:30", "01-29 20:00", "02-03 18:30"]
    assert (event.left_out, event.expanded_until) == (["2026-01-27T18:30"], None)


def test_the_first_date_is_the_first_that_the_rule_gives() -> None:
    event = make.event(starts=TUESDAY, ends=TUESDAY + timedelta(hours=1), rule="FREQ=MONTHLY;BYDAY=-1FR;COUNT=2")
    assert (event.starts, event.ends) == (TUESDAY.replace(day=30), TUESDAY.replace(day=30, hour=19))
    assert _dates(event) == ["01-30 18:30", "02-27 18:30"]


@pytest.mark.parametrize(
    ("details", "says"),
    [
        ({"rule": "FREQ=SECONDLY"}, "not by the hour"),
        ({"rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "no date in the next ten years"),
        ({"rule": "FREQ=DAILY;COUNT=1", "left_out": ["2026-01-20"]}, "every one of them is left out"),
        ({"further_dates": [f"{2027 + n // 300}-01-{n % 28 + 1:02}T{n % 24:02}:{n % 60:02}" for n in range(500)]}, "use a rule"),
        ({"rule": "FREQ=DAILY", "starts": datetime(1990, 1, 1, tzinfo=UTC)}, "thirty years ago"),
    ],
)
def test_what_gives_no_date_is_refused(details: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        make.event(**{"starts": TUESDAY, **details})
    assert says in refused.value.messages[0]
    assert not Event.objects.exists()


def test_an_hour_after_its_end_is_refused_in_a_sentence() -> None:
    event = make.event(starts=TUESDAY, ends=TUESDAY + timedelta(hours=2))
    with pytest.raises(ValidationError, match="ends before it begins"):
        move_event(post=event.post, details={"starts": TUESDAY + timedelta(days=1)})
    event.refresh_from_db()
    assert event.starts == TUESDAY


def test_the_second_of_two_equal_hours_stands() -> None:
    second = datetime(2026, 11, 1, 7, 30, tzinfo=UTC)
    event = make.event(starts=second, zone="America/Chicago")
    assert (event.starts, event.occurrences.get().starts) == (second, second)


def test_an_old_series_keeps_five_years_of_its_past() -> None:
    event = make.event(starts=datetime(2010, 1, 5, 18, tzinfo=UTC), rule="FREQ=MONTHLY;BYDAY=1TU")
    first = event.occurrences.earliest("starts").starts
    assert first == datetime(2021, 2, 2, 18, tzinfo=UTC)


def test_one_that_ended_long_ago_keeps_its_last_date() -> None:
    event = make.event(starts=datetime(2010, 1, 5, 18, tzinfo=UTC), rule="FREQ=DAILY;COUNT=3")
    assert [each.day.isoformat() for each in event.occurrences.all()] == ["2010-01-07"]


def test_moving_says_what_was_and_names_old_and_new_days() -> None:
    event = make.event(starts=TUESDAY, place="Pier 4", type="rally", access_facts=["captions"])
    later = TUESDAY + timedelta(days=20)
    moved = move_event(post=event.post, details={"starts": later, "place": "Square", "type": "vigil", "access_facts": ["children"]})
    assert (moved.sequence, moved.previous_starts, moved.previous_place) == (1, TUESDAY, "Pier 4")
    assert (moved.changed_at, moved.occurrences.get().previous_starts) == (clock.minute(), TUESDAY)
    touched = set(_last("event.moved").touched)
    assert {"calendar@2026-01-20", "calendar@2026-02-09", "event-type:rally", "event-type:vigil", "access:captions"} <= touched
    assert {"access:children", "calendar@2026-01", "calendar@2026-02"} <= touched
    back = move_event(post=event.post, details={"starts": TUESDAY})
    assert (back.sequence, back.previous_starts) == (2, None)


def test_more_about_the_same_place_is_no_other_place() -> None:
    event = make.event(starts=TUESDAY, place="Pier 4")
    moved = move_event(post=event.post, details={"address": "1 Quay Street", "latitude": 1.0, "longitude": 2.0})
    assert (moved.sequence, moved.previous_place) == (1, "")


def test_what_is_kept_back_from_now_on_does_not_stand_struck_out() -> None:
    event = make.event(starts=TUESDAY, place="Pier 4", city="Wick")
    move_event(post=event.post, details={"place": "Barn"})
    moved = move_event(post=event.post, details={"place": "Cellar", "precision": "city"})
    assert moved.previous_place == ""


def test_a_better_telephone_number_moves_nothing() -> None:
    event = make.event(starts=TUESDAY, contact="555 1")
    same = move_event(post=event.post, details={"contact": "555 2"})
    assert (same.sequence, same.changed_at, same.contact) == (0, None, "555 2")
    assert _last("event.moved").facts == {"fields": ["contact"]}


def test_a_postponed_event_takes_place_again_at_its_new_hour() -> None:
    event = make.event(starts=TUESDAY, state=State.POSTPONED, state_note="no hall")
    moved = move_event(post=event.post, details={"starts": TUESDAY + timedelta(days=7)})
    assert (moved.state, moved.state_note, moved.previous_starts) == (State.SCHEDULED, "", TUESDAY)


def test_a_series_at_another_hour_keeps_its_rows_and_its_changed_dates() -> None:
    event = make.event(starts=TUESDAY, rule="FREQ=WEEKLY;COUNT=4")
    rows = list(event.occurrences.order_by("starts"))
    Occurrence.objects.filter(pk=rows[1].pk).update(changed=True, starts=rows[1].starts + timedelta(days=1))
    Occurrence.objects.filter(pk=rows[2].pk).update(changed=True, state=State.CANCELLED)
    move_event(post=event.post, details={"starts": TUESDAY + timedelta(hours=1)})
    found = list(event.occurrences.order_by("original"))
    assert [each.pk for each in found] == [each.pk for each in rows]
    assert _dates(event) == ["01-20 19:30", "01-28 18:30", "02-03 19:30", "02-10 19:30"]
    assert [each.original.hour for each in found] == [19] * 4
    assert [each.previous_starts for each in found] == [TUESDAY, None, TUESDAY + timedelta(days=14), TUESDAY + timedelta(days=21)]
    assert found[2].state == State.CANCELLED


def test_dates_that_the_rule_gives_no_longer_go() -> None:
    event = make.event(starts=TUESDAY, rule="FREQ=WEEKLY;COUNT=4")
    move_event(post=event.post, details={"rule": "FREQ=WEEKLY;INTERVAL=2;COUNT=2"})
    assert _dates(event) == ["01-20 18:30", "02-03 18:30"]
    move_event(post=event.post, details={"rule": "", "further_dates": [], "left_out": []})
    assert _dates(event) == ["01-20 18:30"]


def test_removing_takes_all_of_it() -> None:
    event = make.event(starts=TUESDAY, rule="FREQ=WEEKLY;COUNT=2", place="Pier 4")
    remove_event(post=event.post)
    assert not Event.objects.exists() and not Occurrence.objects.exists()
    assert {"calendar@2026-01-20", "calendar@2026-01-27", "kind:event", "event-type:other"} <= set(_last("event.removed").touched)


def test_what_waits_touches_its_own_page_alone() -> None:
    event = make.event(starts=TUESDAY, held=True)
    assert event_keys(event) == [event.post.key]


def test_the_clock_says_when_five_years_are(frozen: Clock) -> None:
    frozen.set(2036, 1, 20, 12, 0)
    event = make.event(starts=TUESDAY, rule="FREQ=DAILY")
    assert event.occurrences.earliest("starts").starts > datetime(2031, 1, 1, tzinfo=UTC)
