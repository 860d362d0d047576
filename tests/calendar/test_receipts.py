"""How long the receipt of an event lasts: it is renewed by using it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from commonwire.base import clock
from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.change_date import change_date
from commonwire.calendar.confirm_series import confirm_series
from commonwire.calendar.kinds import LASTS, SERIES_LASTS
from commonwire.calendar.models import Event
from commonwire.calendar.postpone_event import postpone_event
from commonwire.calendar.reinstate_event import reinstate_event
from commonwire.newswire.models import Post
from commonwire.newswire.reactions import forget_old_receipts
from tests import make
from tests.conftest import Clock

TUESDAY = datetime(2026, 1, 20, 18, 30, tzinfo=UTC)


def _until(event: Event) -> datetime | None:
    return Post.objects.get(pk=event.post_id).receipt_until


def _series(rule: str = "FREQ=WEEKLY") -> Event:
    return make.event("Assembly", starts=TUESDAY, rule=rule, receipt=make.RECEIPT)


def test_a_series_that_is_confirmed_keeps_its_receipt(frozen: Clock) -> None:
    event = _series()
    assert _until(event) == clock.minute() + SERIES_LASTS
    frozen.move(days=300)
    confirm_series(event=event)
    assert _until(event) == clock.minute() + SERIES_LASTS
    frozen.move(days=300)
    forget_old_receipts()
    assert _until(event) is not None


@pytest.mark.parametrize("act", [cancel_event, postpone_event])
def test_whoever_calls_it_off_keeps_the_receipt(act: Any, frozen: Clock) -> None:
    event = _series()
    frozen.move(days=100)
    act(event=event)
    assert _until(event) == clock.minute() + SERIES_LASTS
    frozen.move(days=100)
    reinstate_event(event=event)
    assert _until(event) == clock.minute() + SERIES_LASTS


def test_a_date_that_is_put_later_takes_the_receipt_with_it() -> None:
    event = _series("FREQ=WEEKLY;COUNT=3")
    last = event.occurrences.order_by("starts").last()
    assert last is not None and _until(event) == last.starts + LASTS
    change_date(occurrence=last, starts=last.starts + timedelta(days=50))
    assert _until(event) == last.starts + timedelta(days=50) + LASTS


def test_what_the_desk_does_renews_nobodys_receipt(frozen: Clock) -> None:
    event = _series()
    before = _until(event)
    frozen.move(days=100)
    confirm_series(event=event, by="member:1")
    cancel_event(event=event, by="member:1")
    assert _until(event) == before


def test_a_receipt_that_was_forgotten_stays_so(frozen: Clock) -> None:
    event = make.event("Assembly", starts=TUESDAY, rule="FREQ=WEEKLY")
    frozen.move(days=100)
    confirm_series(event=event)
    assert _until(event) is None
