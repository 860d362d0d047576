"""Series in words."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import assume, given

from commonwire.calendar.dates import settle_series
from commonwire.calendar.models import Event
from commonwire.calendar.recurrence.rule import read_rule
from commonwire.calendar.recurrence.sentence import rule_words, series_words
from tests import make
from tests.calendar.test_rule import rule_texts


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every day from Monday to Friday"),
        ("FREQ=WEEKLY", "every Tuesday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every second Tuesday"),
        ("FREQ=WEEKLY;BYDAY=TU,TH,SA", "every Tuesday, Thursday and Saturday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "every second week on Tuesday and Thursday"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "every 3 weeks on Tuesday"),
        ("FREQ=MONTHLY", "every month on day 20"),
        ("FREQ=MONTHLY;BYDAY=2TU", "every month on the second Tuesday"),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU", "every month on the first Tuesday and the third Tuesday"),
        ("FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=2", "every 2 months on the last Friday"),
        ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", "every month on the last Friday"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last working day"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("FREQ=YEARLY", "every year on 20 January"),
        ("FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", "every year on the first Monday of September"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "every year on 29 February"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "by the rule FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
        ("FREQ=WEEKLY;BYMONTH=5;COUNT=3", "by the rule FREQ=WEEKLY;BYMONTH=5"),
    ],
)
def test_a_rule_in_words(rule: str, words: str) -> None:
    assert rule_words(read_rule(rule), date(2026, 1, 20)) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, ""),
        ({"rule": "FREQ=WEEKLY"}, "every Tuesday at 18:30"),
        ({"rule": "FREQ=WEEKLY;UNTIL=20260303"}, "every Tuesday at 18:30 until 3 March 2026"),
        ({"rule": "FREQ=WEEKLY;COUNT=4"}, "every Tuesday at 18:30, 4 times"),
        ({"rule": "FREQ=WEEKLY", "left_out": ["2026-02-03"]}, "every Tuesday at 18:30, but not on 3 February 2026"),
        ({"rule": "FREQ=WEEKLY", "further_dates": ["2026-02-04"]}, "every Tuesday at 18:30, and on 4 February 2026"),
        ({"further_dates": ["2026-02-04"]}, "on 20 January 2026 and 4 February 2026 at 18:30"),
        ({"further_dates": [f"2026-02-{day:02}" for day in range(1, 10)]}, "on 10 days at 18:30"),
        ({"rule": "FREQ=YEARLY", "all_day": True}, "every year on 20 January"),
    ],
)
def test_a_series_in_words(given: dict[str, Any], words: str) -> None:
    make.site(zone="America/Chicago")
    hour = 0 if given.get("all_day") else 18
    starts = datetime(2026, 1, 20, hour, 30 if hour else 0, tzinfo=ZoneInfo("America/Chicago")).astimezone(UTC)
    event = Event(starts=starts, zone="America/Chicago", **given)
    settle_series(event)
    assert series_words(event) == words


@given(text=rule_texts())
def test_every_rule_has_words_in_every_language(text: str) -> None:
    event = Event(starts=datetime(2026, 1, 20, 18, 30, tzinfo=UTC), zone="UTC", rule=text)
    try:
        settle_series(event)
    except ValidationError:
        assume(False)
    for language in ("en", "es"):
        with override(language):
            assert series_words(event).strip()
