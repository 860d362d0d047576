"""Rules are read and refused before anything is expanded; the work of none is more than the days it spans."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from commonwire.calendar.recurrence import expand as expanding
from commonwire.calendar.recurrence.expand import Series, expand, first_date, is_whole
from commonwire.calendar.recurrence.rule import LONGEST, Rule, RuleRefused, Weekday, read_rule

CHICAGO = ZoneInfo("America/Chicago")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY", Rule("DAILY")),
        ("RRULE:FREQ=WEEKLY;BYDAY=TU;", Rule("WEEKLY", weekdays=(Weekday(1),))),
        (" freq=monthly;byday=2tu,-1fr ", Rule("MONTHLY", weekdays=(Weekday(4, -1), Weekday(1, 2)))),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=10;WKST=SU", Rule("WEEKLY", 2, 10, week_start=6)),
        ("FREQ=DAILY;UNTIL=20260303", Rule("DAILY", until=date(2026, 3, 3))),
        ("FREQ=DAILY;UNTIL=20260303T120000Z", Rule("DAILY", until=datetime(2026, 3, 3, 12, tzinfo=UTC))),
        ("FREQ=DAILY;UNTIL=20260303T120000", Rule("DAILY", until=datetime(2026, 3, 3, 18, tzinfo=UTC))),
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1,1", Rule("YEARLY", months=(5,), month_days=(1,))),
    ],
)
def test_a_rule_is_read(text: str, rule: Rule) -> None:
    assert read_rule(text, CHICAGO) == rule
    assert read_rule(str(rule)) == rule


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is not a part of a rule"),
        ("every tuesday", "is not a part of a rule"),
        ("INTERVAL=2", "how often"),
        ("FREQ=FORTNIGHTLY", "how often"),
        ("FREQ=SECONDLY", "not by the hour or faster"),
        ("FREQ=HOURLY;INTERVAL=2", "not by the hour or faster"),
        ("FREQ=DAILY;BYHOUR=0,1,2", "The hour is that of the first date"),
        ("FREQ=DAILY;BYSECOND=1", "The hour is that of the first date"),
        ("FREQ=DAILY;BYEASTER=0", "unknown or stands twice"),
        ("FREQ=DAILY;FREQ=DAILY", "unknown or stands twice"),
        ("FREQ=DAILY;INTERVAL=0", "from 1 to 99"),
        ("FREQ=DAILY;INTERVAL=100", "from 1 to 99"),
        ("FREQ=DAILY;INTERVAL=1000000000", "whole numbers"),
        ("FREQ=DAILY;INTERVAL=two", "whole numbers"),
        ("FREQ=DAILY;INTERVAL=２", "whole numbers"),
        ("FREQ=DAILY;COUNT=2001", "from 1 to 2000"),
        ("FREQ=DAILY;COUNT=-1", "from 1 to 2000"),
        ("FREQ=DAILY;UNTIL=tomorrow", "UNTIL is a day"),
        ("FREQ=DAILY;UNTIL=20260230", "UNTIL is a day"),
        ("FREQ=DAILY;UNTIL=22000101", "too far away"),
        ("FREQ=DAILY;UNTIL=20260101;COUNT=2", "not both"),
        ("FREQ=YEARLY;BYMONTH=13", "does not exist"),
        ("FREQ=YEARLY;BYMONTH=-1", "does not exist"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "does not exist"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "does not exist"),
        ("FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 62))), "more than 60"),
        ("FREQ=MONTHLY;BYDAY=XX", "is not a weekday"),
        ("FREQ=MONTHLY;BYDAY=0MO", "is not a weekday"),
        ("FREQ=MONTHLY;BYDAY=6MO", "more than five"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=20MO", "more than five"),
        ("FREQ=WEEKLY;BYDAY=2TU", "months or years"),
        ("FREQ=DAILY;BYDAY=-1FR", "months or years"),
        ("FREQ=MONTHLY;BYWEEKNO=3;BYDAY=MO", "by years"),
        ("FREQ=MONTHLY;BYYEARDAY=3", "by years"),
        ("FREQ=YEARLY;BYWEEKNO=20", "must name the weekday"),
        ("FREQ=WEEKLY;BYMONTHDAY=13", "do not go with"),
        ("FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1", "within a month or a year"),
        ("FREQ=MONTHLY;BYSETPOS=1", "another part"),
        ("FREQ=WEEKLY;WKST=XX", "first day of the week"),
        ("FREQ=YEARLY;BYYEARDAY=" + "1," * 200 + "1", f"{LONGEST} characters"),
    ],
)
def test_a_bad_rule_is_refused_in_a_sentence(text: str, says: str) -> None:
    with pytest.raises(RuleRefused) as refused:
        read_rule(text)
    assert says in refused.value.messages[0]


def test_until_is_written_as_a_file_must_say_it() -> None:
    rule = read_rule("FREQ=DAILY;UNTIL=20260303")
    assert str(rule.settled(CHICAGO, False)) == "FREQ=DAILY;UNTIL=20260304T055959Z"
    assert str(rule.settled(CHICAGO, True)) == "FREQ=DAILY;UNTIL=20260303"
    moment = read_rule("FREQ=DAILY;UNTIL=20260304T030000Z")
    assert str(moment.settled(CHICAGO, False)) == "FREQ=DAILY;UNTIL=20260304T030000Z"
    assert str(moment.settled(CHICAGO, True)) == "FREQ=DAILY;UNTIL=20260303"


NEVER = [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6,9,11",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYYEARDAY=100",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;INTERVAL=99",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2000",
    "FREQ=YEARLY;BYWEEKNO=1,2,3,4,5,6,7,8,9,10,-1,-2,-3;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366;BYMONTH=7",
]


@pytest.mark.parametrize("text", NEVER)
def test_what_never_matches_is_found_out_in_time(text: str) -> None:
    series = Series(datetime(2026, 1, 1, 18, tzinfo=UTC), None, ZoneInfo("UTC"), rule=str(read_rule(text)))
    assert _days_looked_at(lambda: first_date(series)) <= 3660 + 366
    assert first_date(series) is None


FREQUENCIES = st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
SIGNED = st.booleans()


@st.composite
def rule_texts(draw: st.DrawFn) -> str:
    """Any mixture of parts, sensible or not."""
    parts = [f"FREQ={draw(FREQUENCIES)}"]
    numbers = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
    for name, most in numbers.items():
        if draw(st.booleans()) and draw(st.booleans()):
            listed = draw(st.lists(st.integers(-most, most).filter(bool), min_size=1, max_size=12))
            parts.append(f"{name}={','.join(map(str, listed))}")
    if draw(st.booleans()):
        days = draw(
            st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU", "1MO", "-1FR", "5SU", "20TH"]), min_size=1, max_size=7)
        )
        parts.append(f"BYDAY={','.join(days)}")
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 99))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 2000))}")
    return ";".join(parts)


@given(text=rule_texts())
def test_the_work_is_bounded_by_the_days(text: str) -> None:
    """Each day is looked at once at most: about three millionths of a second a day, so that no rule takes a tenth of a second."""
    try:
        rule = read_rule(text)
    except ValidationError as refused:
        assert refused.messages[0][0].isupper() or refused.messages[0][0] == "“"
        return
    starts = datetime(2026, 1, 16, 18, tzinfo=UTC)
    series, end = Series(starts, None, ZoneInfo("UTC"), rule=str(rule)), starts + timedelta(days=731)
    assert _days_looked_at(lambda: first_date(series)) <= 3660 + 2 * 366
    assert _days_looked_at(lambda: expand(series, since=starts, until=end)) <= 731 + 2 * 366
    assert _days_looked_at(lambda: is_whole(series, end)) <= 731 + 3660 + 2 * 366


def _days_looked_at(act: Callable[[], object]) -> int:
    with patch.object(expanding, "_fits", wraps=expanding._fits) as looks:
        act()
    return looks.call_count
