"""From rules to dates: as an independent implementation says, on clocks that change."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from django.core.exceptions import ValidationError
from hypothesis import assume, given
from hypothesis import strategies as st

from commonwire.calendar.recurrence.expand import Moment, Series, days_of, expand, first_date, is_whole, moment_of
from commonwire.calendar.recurrence.rule import read_rule
from tests.calendar.test_rule import rule_texts

ZONES = [
    "America/Chicago",
    "Europe/Madrid",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Pacific/Apia",
    "UTC",
]


def _local(*parts: int, zone: str = "America/Chicago") -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone)).astimezone(UTC)  # type: ignore[misc,arg-type]


def _hours(series: Series, since: datetime, until: datetime) -> list[str]:
    return [f"{each.starts.astimezone(series.zone):%m-%d %H:%M%z}" for each in expand(series, since=since, until=until)]


def test_the_hour_on_the_clocks_stays_when_they_change() -> None:
    series = Series(_local(2026, 3, 1, 19), _local(2026, 3, 1, 21), ZoneInfo("America/Chicago"), rule="FREQ=WEEKLY;COUNT=3")
    found = expand(series, since=series.starts, until=_local(2027, 1, 1))
    assert [f"{each.starts:%m-%d %H:%M}" for each in found] == ["03-02 01:00", "03-09 00:00", "03-16 00:00"]
    assert {each.ends - each.starts for each in found if each.ends} == {timedelta(hours=2)}


def test_an_hour_that_the_clocks_skip_is_read_with_the_offset_before() -> None:
    """At 2:00 on 8 March clocks in Chicago go to 3:00: 2:30 is 3:30 that day."""
    series = Series(_local(2026, 3, 7, 2, 30), None, ZoneInfo("America/Chicago"), rule="FREQ=DAILY;COUNT=3")
    assert _hours(series, series.starts, _local(2027, 1, 1)) == ["03-07 02:30-0600", "03-08 03:30-0500", "03-09 02:30-0500"]


def test_an_hour_that_comes_twice_is_the_first() -> None:
    series = Series(_local(2026, 10, 31, 1, 30), None, ZoneInfo("America/Chicago"), rule="FREQ=DAILY;COUNT=3")
    assert _hours(series, series.starts, _local(2027, 1, 1)) == ["10-31 01:30-0500", "11-01 01:30-0500", "11-02 01:30-0600"]


def test_a_single_date_in_the_second_of_two_equal_hours_stays_there() -> None:
    second = datetime(2026, 11, 1, 7, 30, tzinfo=UTC)
    for further in ([], ["2026-11-08T10:00"]):
        series = Series(second, second + timedelta(hours=1), ZoneInfo("America/Chicago"), further_dates=further)
        assert expand(series, since=second, until=_local(2027, 1, 1))[0] == Moment(second, second + timedelta(hours=1))
        assert first_date(series) == second


def test_half_an_hour_in_lord_howe() -> None:
    zone = ZoneInfo("Australia/Lord_Howe")
    series = Series(_local(2026, 10, 3, 2, 15, zone="Australia/Lord_Howe"), None, zone, rule="FREQ=DAILY;COUNT=3")
    assert _hours(series, series.starts, _local(2027, 1, 1)) == ["10-03 02:15+1030", "10-04 02:45+1100", "10-05 02:15+1100"]


def test_a_day_that_did_not_exist() -> None:
    """Samoa went from 29 to 31 December 2011; the 30th is read with the offset before it, and falls on the 31st."""
    zone = ZoneInfo("Pacific/Apia")
    series = Series(_local(2011, 12, 29, 10, zone="Pacific/Apia"), None, zone, rule="FREQ=DAILY;COUNT=3")
    assert _hours(series, series.starts, _local(2012, 2, 1)) == ["12-29 10:00-1000", "12-31 10:00+1400"]


def test_whole_days_end_at_midnights() -> None:
    zone = ZoneInfo("Europe/Madrid")
    series = Series(
        _local(2026, 3, 28, zone="Europe/Madrid"), _local(2026, 3, 30, zone="Europe/Madrid"), zone, all_day=True, rule="FREQ=YEARLY;COUNT=2"
    )
    found = expand(series, since=series.starts, until=_local(2028, 1, 1))
    assert [(each.starts.astimezone(zone).isoformat(), each.ends and each.ends.astimezone(zone).isoformat()) for each in found] == [
        ("2026-03-28T00:00:00+01:00", "2026-03-30T00:00:00+02:00"),
        ("2027-03-28T00:00:00+01:00", "2027-03-30T00:00:00+02:00"),
    ]


def test_further_dates_and_dates_left_out() -> None:
    series = Series(
        _local(2026, 1, 6, 18, 30),
        None,
        ZoneInfo("America/Chicago"),
        rule="FREQ=WEEKLY;COUNT=3",
        further_dates=["2026-01-08T20:00", "2026-01-13T18:30"],
        left_out=["2026-01-13T18:30", "2026-01-14T18:30"],
    )
    assert _hours(series, series.starts, _local(2027, 1, 1)) == ["01-06 18:30-0600", "01-08 20:00-0600", "01-20 18:30-0600"]


def test_without_a_rule_the_first_date_counts() -> None:
    series = Series(_local(2026, 1, 6, 18), None, ZoneInfo("America/Chicago"), further_dates=["2026-02-01T18:00"])
    assert _hours(series, series.starts, _local(2027, 1, 1)) == ["01-06 18:00-0600", "02-01 18:00-0600"]


def test_the_first_date_counts_only_if_the_rule_gives_it() -> None:
    series = Series(_local(2026, 1, 16, 18), None, ZoneInfo("America/Chicago"), rule="FREQ=WEEKLY;BYDAY=TU;COUNT=2")
    assert first_date(series) == _local(2026, 1, 20, 18)
    assert _hours(series, series.starts, _local(2027, 1, 1)) == ["01-20 18:00-0600", "01-27 18:00-0600"]


def test_until_counts_the_moment_itself() -> None:
    series = Series(_local(2026, 1, 6, 18), None, ZoneInfo("America/Chicago"), rule="FREQ=DAILY;UNTIL=20260109T000000Z")
    assert [f"{each.starts:%d %H}" for each in expand(series, since=series.starts, until=_local(2027, 1, 1))] == ["07 00", "08 00", "09 00"]


@pytest.mark.parametrize(
    ("rule", "further", "whole"),
    [
        ("", [], True),
        ("", ["2030-01-01T18:00"], False),
        ("FREQ=DAILY", [], False),
        ("FREQ=DAILY;COUNT=10", [], True),
        ("FREQ=DAILY;COUNT=800", [], False),
        ("FREQ=DAILY;UNTIL=20270101T000000Z", [], True),
        ("FREQ=DAILY;UNTIL=20280201T000000Z", [], False),
        ("FREQ=YEARLY;COUNT=3", [], False),
    ],
)
def test_whether_all_dates_stand(rule: str, further: list[str], whole: bool) -> None:
    series = Series(_local(2026, 1, 6, 18), None, ZoneInfo("America/Chicago"), rule=rule, further_dates=further)
    assert is_whole(series, _local(2028, 1, 6)) is whole


# The examples of RFC 5545, 3.8.5.3, that our rules can say.
RFC = [
    ("FREQ=MONTHLY;COUNT=3;BYDAY=1FR", date(1997, 9, 5), ["1997-09-05", "1997-10-03", "1997-11-07"]),
    ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU", date(1997, 9, 7), ["1997-09-07", "1997-09-28", "1997-11-02", "1997-11-30"]),
    ("FREQ=MONTHLY;BYDAY=-2MO", date(1997, 9, 22), ["1997-09-22", "1997-10-20", "1997-11-17"]),
    ("FREQ=MONTHLY;BYMONTHDAY=-3", date(1997, 9, 28), ["1997-09-28", "1997-10-29", "1997-11-28"]),
    ("FREQ=YEARLY;BYDAY=20MO", date(1997, 5, 19), ["1997-05-19", "1998-05-18", "1999-05-17"]),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", date(1997, 5, 12), ["1997-05-12", "1998-05-11", "1999-05-17"]),
    ("FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200", date(1997, 1, 1), ["1997-01-01", "1997-04-10", "1997-07-19", "2000-01-01"]),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", date(1997, 9, 2), ["1998-02-13", "1998-03-13", "1998-11-13"]),
    ("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", date(1996, 11, 5), ["1996-11-05", "2000-11-07", "2004-11-02"]),
    ("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", date(1997, 9, 4), ["1997-09-04", "1997-10-07", "1997-11-06"]),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", date(1997, 9, 29), ["1997-09-29", "1997-10-30", "1997-11-27"]),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", date(1997, 8, 5), ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", date(1997, 8, 5), ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]),
]


@pytest.mark.parametrize(("text", "first", "days"), RFC)
def test_as_the_standard_says(text: str, first: date, days: list[str]) -> None:
    found = days_of(read_rule(text), first, first + timedelta(days=366 * 9))
    assert [next(found).isoformat() for _ in days] == days


@given(text=rule_texts(), first=st.dates(date(2019, 1, 1), date(2026, 12, 31)))
def test_the_same_days_as_an_independent_implementation(text: str, first: date) -> None:
    try:
        rule = read_rule(text)
    except ValidationError:
        assume(False)
        return
    assume(len({bool(each.nth) for each in rule.weekdays}) < 2)  # dateutil takes "MO,2TU" for both at once, the standard for either
    start, end = datetime.combine(first, datetime.min.time()), datetime.combine(first, datetime.min.time()) + timedelta(days=5 * 366)
    other = _until_it_is_over(str(rule), start, end)
    mine = [day for number, day in enumerate(days_of(rule, first, end.date())) if rule.count is None or number < rule.count]
    assert mine == other


def _until_it_is_over(text: str, start: datetime, end: datetime) -> list[date]:
    """dateutil looks for matches until the year 9999; an UNTIL stops it only at the next match, so one is given that matches at the end."""
    dates = rrulestr(text, dtstart=start)
    dates._until = end
    found = []
    for each in dates:
        if each > end:
            break
        found.append(each.date())
    return found


@given(
    zone=st.sampled_from(ZONES),
    start=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),
    days=st.integers(0, 6),
)
def test_a_series_shows_the_same_hour_wherever_the_clocks_have_it(zone: str, start: datetime, days: int) -> None:
    place, start = ZoneInfo(zone), start.replace(second=0, microsecond=0)
    starts = moment_of(start, place)
    assume(starts.astimezone(place).replace(tzinfo=None) == start)
    series = Series(starts, starts + timedelta(hours=2), place, rule=f"FREQ=WEEKLY;INTERVAL={days + 1}")
    found = expand(series, since=starts, until=starts + timedelta(days=800))
    assert found[0] == Moment(starts, starts + timedelta(hours=2))
    assert found == sorted(set(found))
    for each in found:
        local = each.starts.astimezone(place).replace(tzinfo=None)
        there = moment_of(datetime.combine(local.date(), start.time()), place)
        assert there == each.starts
        assert (local.date() - start.date()).days % (7 * (days + 1)) == 0
