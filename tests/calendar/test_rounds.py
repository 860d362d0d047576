"""What happens without anybody's act: series go on, exact places are shown when their hour comes."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from commonwire.calendar.confirm_series import confirm_series
from commonwire.calendar.models import Event
from commonwire.calendar.reactions import doubt_what_nobody_confirmed, let_series_go_on, reveal_whose_hour_has_come
from commonwire.calendar.reveal_place import reveal_place
from commonwire.ledger.models import Entry
from tests import make
from tests.conftest import Clock

TUESDAY = datetime(2026, 1, 20, 18, 30, tzinfo=UTC)


def test_a_series_goes_on(frozen: Clock) -> None:
    event = make.event(starts=TUESDAY, rule="FREQ=WEEKLY")
    before = event.occurrences.count()
    let_series_go_on()
    assert event.occurrences.count() == before
    frozen.move(days=70)
    let_series_go_on()
    assert event.occurrences.count() == before + 9
    touched = Entry.objects.get(verb="event.expanded").touched
    assert "kind:event" in touched and not any(key.startswith("calendar@2026") for key in touched)
    days = [each.day for each in event.occurrences.order_by("starts")]
    assert all(after - day == timedelta(days=7) for day, after in pairwise(days))
    let_series_go_on()
    assert event.occurrences.count() == before + 9


def test_a_series_with_an_end_stops(frozen: Clock) -> None:
    event = make.event(starts=TUESDAY, rule="FREQ=MONTHLY;UNTIL=20280601T000000Z")
    assert event.expanded_until is not None
    frozen.move(days=365)
    let_series_go_on()
    event.refresh_from_db()
    assert event.expanded_until is None
    assert event.occurrences.latest("starts").starts == datetime(2028, 5, 20, 18, 30, tzinfo=UTC)


def test_the_exact_place_is_shown_when_its_hour_has_come(frozen: Clock) -> None:
    event = make.event(starts=TUESDAY, place="Pier 4", city="Port Ellery", precision="city", exact_hours=24)
    date = event.occurrences.get()
    assert (date.is_exact, date.exact_from) == (False, TUESDAY - timedelta(hours=24))
    frozen.at = TUESDAY - timedelta(hours=24, seconds=1)
    reveal_whose_hour_has_come()
    date.refresh_from_db()
    assert not date.is_exact
    frozen.move(seconds=1)
    reveal_whose_hour_has_come()
    reveal_place(occurrence=date)
    date.refresh_from_db()
    event.refresh_from_db()
    assert (date.is_exact, event.sequence) == (True, 1)
    entry = Entry.objects.get(verb="event.revealed")
    assert {"kind:event", "calendar@2026-01-20", event.post.key} <= set(entry.touched)
    assert "Pier" not in f"{entry.facts}"


def test_what_nobody_confirms_is_said_on_its_next_days(frozen: Clock) -> None:
    event = make.event(starts=TUESDAY, rule="FREQ=WEEKLY")
    doubt_what_nobody_confirmed()
    frozen.move(days=91, minutes=1)
    doubt_what_nobody_confirmed()
    doubt_what_nobody_confirmed()
    days = [key for key in Entry.objects.get(verb="event.unconfirmed").touched if key.startswith("calendar@")]
    assert (days[0], days[-1], len(days)) == ("calendar@2026-04", "calendar@2026-06-16", 3 + 9)
    confirm_series(event=Event.objects.get(pk=event.pk))
    assert not Event.objects.get(pk=event.pk).unconfirmed


def test_never_stays_never(frozen: Clock) -> None:
    event = make.event(starts=TUESDAY, place="Pier 4", city="Port Ellery", precision="city")
    frozen.move(days=30)
    reveal_whose_hour_has_come()
    assert not event.occurrences.get().is_exact
