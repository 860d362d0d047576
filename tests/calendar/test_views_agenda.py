"""The agenda: one line for a series with the dates after it, and no more lines than a page bears."""

import re
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonwire.base import clock
from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.models import Occurrence
from commonwire.calendar.views_of import MOST_COMING
from commonwire.press.bake import bake, shelf
from tests import make

AGENDA = "/calendar/"
TUESDAY = datetime(2026, 1, 20, 18, tzinfo=UTC)


def _agenda(path: str = AGENDA) -> str:
    content = shelf().read(path)
    assert content is not None
    return content.decode()


def _named(page: str) -> list[str]:
    """The days that are named after `next:`."""
    further = re.search(r'<span class="next-dates">(.*?)</span>', page)
    return re.findall(r'datetime="([\d-]+)"', further[1]) if further else []


def test_a_series_is_one_line_that_names_three_further_dates() -> None:
    make.event("Assembly", starts=TUESDAY, rule="FREQ=WEEKLY", type="meeting")
    make.settled()
    for path in (AGENDA, "/calendar/type/meeting/"):
        page = _agenda(path)
        assert page.count(">Assembly</a>") == 1
        assert "every Tuesday" in page
        assert _named(page) == ["2026-01-27", "2026-02-03", "2026-02-10"]


def test_a_further_date_that_is_off_is_not_named_as_one() -> None:
    event = make.event("Assembly", starts=TUESDAY, rule="FREQ=WEEKLY;COUNT=4")
    cancel_event(event=event, occurrence=Occurrence.objects.get(event=event, day="2026-01-27"))
    make.settled()
    assert _named(_agenda()) == ["2026-02-03", "2026-02-10"]
    cancel_event(event=event, occurrence=Occurrence.objects.get(event=event, day="2026-01-20"))
    make.settled()
    assert "CANCELLED" in _agenda()
    assert _named(_agenda()) == ["2026-02-03", "2026-02-10"]


def test_what_happens_once_names_nothing_further() -> None:
    make.event("Vigil", starts=TUESDAY)
    make.settled()
    assert ">Vigil</a>" in _agenda()
    assert not _named(_agenda())


def test_a_full_agenda_ends_and_leads_to_the_month_in_which_it_breaks_off() -> None:
    for number in range(3):
        make.event(f"Series {number}", starts=TUESDAY, rule="FREQ=DAILY")
    event = make.event("Number", starts=TUESDAY)
    event_copies = [make.event(f"Number {each}", starts=TUESDAY + timedelta(days=each)) for each in range(MOST_COMING)]
    assert event.pk and event_copies
    bake(["kind:event"])
    page = _agenda()
    assert page.count('<p class="hours">') == MOST_COMING
    last = TUESDAY + timedelta(days=MOST_COMING - 4)
    assert f'href="/calendar/{last:%Y/%m}/">What comes later' in page


def test_a_short_agenda_leads_to_the_next_month() -> None:
    make.event(starts=TUESDAY)
    make.settled()
    assert 'href="/calendar/2026/02/">What comes later' in _agenda()


def test_more_dates_ask_no_more() -> None:
    counts = []
    for _ in range(2):
        make.event(starts=clock.minute() + timedelta(days=2), rule="FREQ=WEEKLY;COUNT=9")
        bake(["kind:event"])
        with CaptureQueriesContext(connection) as asked:
            bake(["kind:event"])
        counts.append(len(asked))
    assert counts[0] == counts[1]
