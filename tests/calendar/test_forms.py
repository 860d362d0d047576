"""The form of an event: short for who is in a hurry, and every answer comes back as it was given."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonwire.calendar.form_fields import LengthField
from commonwire.calendar.forms import EventForm, initial_of
from commonwire.calendar.models import Event
from commonwire.calendar.place_event import DETAILS
from commonwire.calendar.showing import showing_of_draft
from commonwire.site.queries import the_site
from tests import make

ZONE = "America/Chicago"
SHORT = {"start_date": "2026-01-20", "start_time": "18:30"}


def _form(**given: Any) -> EventForm:
    return EventForm({**SHORT, "zone": ZONE, **given}, site=the_site())


def _details(**given: Any) -> dict[str, Any]:
    form = _form(**given)
    assert form.is_valid(), form.errors.as_json()
    return {name: form.cleaned_data[name] for name in DETAILS if name in form.cleaned_data}


def _error(name: str, **given: Any) -> str:
    form = _form(**given)
    assert not form.is_valid()
    assert list(form.errors) == [name]
    return str(form.errors[name][0])


def test_a_day_and_an_hour_are_enough() -> None:
    form = EventForm(SHORT, site=make.site(zone=ZONE))
    assert form.is_valid()
    assert form.cleaned_data["starts"] == datetime(2026, 1, 21, 0, 30, tzinfo=UTC)
    assert (form.cleaned_data["ends"], form.cleaned_data["rule"], form.cleaned_data["type"]) == (None, "", "other")
    assert form.open_folds == []


@pytest.mark.parametrize(
    ("given", "hours"),
    [
        ({"end_time": "20:00"}, 1.5),
        ({"end_time": "02:00"}, 7.5),
        ({"end_date": "2026-01-22", "end_time": "18:30"}, 48),
        ({"lasts": "2:30"}, 2.5),
        ({"lasts": "90 min"}, 1.5),
        ({"lasts": "3 days"}, 72),
        ({"all_day": "on", "start_time": ""}, 24),
        ({"all_day": "on", "end_date": "2026-01-22"}, 72),
        ({"all_day": "on", "lasts": "2 days"}, 48),
    ],
)
def test_an_end_a_length_or_whole_days(given: dict[str, str], hours: float) -> None:
    details = _details(**given)
    assert details["ends"] - details["starts"] == timedelta(hours=hours)


def test_whole_days_begin_at_midnight_there() -> None:
    assert _details(all_day="on")["starts"] == datetime(2026, 1, 20, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("start_date", {"start_date": "soon"}, "year, month and day"),
        ("start_date", {"start_date": "2036-01-20"}, "five years"),
        ("start_time", {"start_time": ""}, "hours and minutes"),
        ("end_date", {"end_date": "2026-01-19"}, "ends before it begins"),
        ("end_date", {"end_date": "2026-06-01"}, "sixty days"),
        ("lasts", {"lasts": "a while"}, "90 min"),
        ("zone", {"zone": "Mars/Olympus"}, "valid choice"),
        ("point", {"point": "by the river"}, "two numbers"),
        ("point", {"point": "91, 0"}, "two numbers"),
        ("city", {"precision": "city"}, "all that readers will see"),
        ("place", {"precision": "venue"}, "all that readers will see"),
        ("online_url", {"online_url": "ftp://example.org/"}, "http and https"),
        ("capacity", {"capacity": "many"}, "whole number"),
        ("every", {"repeats": "daily", "every": "100"}, "from 1 to 99"),
        ("times", {"repeats": "daily", "times": "0"}, "from 1 to 2000"),
        ("times", {"repeats": "daily", "times": "3", "until_date": "2026-02-01"}, "not both"),
        ("rule_text", {"repeats": "rule"}, "FREQ=MONTHLY"),
        ("rule_text", {"repeats": "rule", "rule_text": "FREQ=SECONDLY"}, "not by the hour"),
        ("repeats", {"repeats": "rule", "rule_text": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "no date in the next ten years"),
        ("repeats", {"repeats": "daily", "until_date": "2026-01-01"}, "no date in the next ten years"),
        ("repeats", {"repeats": "daily", "times": "1", "left_out_dates": "2026-01-20"}, "every one of them is left out"),
        ("further", {"further": "2026-02-30"}, "is not a date"),
        ("left_out_dates", {"left_out_dates": "2026-02-01 25:00"}, "is not a date"),
    ],
)
def test_a_sentence_beside_the_field(name: str, given: dict[str, str], says: str) -> None:
    assert says in _error(name, **given)


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"repeats": "daily"}, "FREQ=DAILY"),
        ({"repeats": "daily", "every": "3", "times": "5"}, "FREQ=DAILY;INTERVAL=3;COUNT=5"),
        ({"repeats": "weekly"}, "FREQ=WEEKLY;BYDAY=TU"),
        ({"repeats": "weekly", "weekdays": ["3", "1"], "every": "2"}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        ({"repeats": "monthly-day"}, "FREQ=MONTHLY"),
        ({"repeats": "monthly-nth"}, "FREQ=MONTHLY;BYDAY=3TU"),
        ({"repeats": "monthly-last"}, "FREQ=MONTHLY;BYDAY=-1TU"),
        ({"repeats": "yearly", "until_date": "2028-01-20"}, "FREQ=YEARLY;UNTIL=20280121T055959Z"),
        ({"repeats": "rule", "rule_text": "rrule:freq=monthly;byday=1tu,3tu"}, "FREQ=MONTHLY;BYDAY=1TU,3TU"),
    ],
)
def test_questions_become_a_rule_and_a_rule_questions(given: dict[str, Any], rule: str) -> None:
    details = _details(**given)
    assert details["rule"] == rule
    again = EventForm(_typed(Event(**details)), site=the_site())
    assert again.is_valid(), again.errors.as_json()
    assert {name: again.cleaned_data[name] for name in details} == details
    assert initial_of(Event(**details))["repeats"] == given["repeats"]


def test_further_dates_and_dates_left_out() -> None:
    details = _details(repeats="weekly", times="3", further="2026-02-20, 2026-02-21 20:00\n2026-02-20", left_out_dates="2026-01-27")
    assert details["further_dates"] == ["2026-02-20T18:30", "2026-02-21T20:00"]
    assert details["left_out"] == ["2026-01-27T18:30"]
    initial = initial_of(Event(**details))
    assert (initial["further"], initial["left_out_dates"]) == ("2026-02-20\n2026-02-21 20:00", "2026-01-27")


def test_all_of_it_comes_back_as_it_was_given() -> None:
    given = {
        "type": "hearing",
        "place": "Court",
        "address": "1 Main Street",
        "neighbourhood": "Mill Ward",
        "city": "Port Ellery",
        "point": "geo:44.98,-93.27",
        "precision": "neighbourhood",
        "exact_hours": "24",
        "online_url": "https://meet.example.org/x",
        "organiser": "Tenants",
        "contact": "tenants@example.org",
        "cost": "nobody turned away",
        "access_facts": ["step-free", "captions"],
        "access": "Ramp at the back\nAsk at the door",
        "spoken": "English, Spanish",
        "legal_help": "555 0100",
        "capacity": "120",
        "end_date": "2026-01-21",
        "end_time": "10:00",
    }
    details = _details(**given)
    assert (details["latitude"], details["longitude"], details["exact_hours"], details["capacity"]) == (44.98, -93.27, 24, 120)
    assert details["access_facts"] == ["step-free", "captions"]
    event = Event(**details)
    again = EventForm(_typed(event), site=the_site())
    assert again.is_valid(), again.errors.as_json()
    assert {name: again.cleaned_data[name] for name in details} == details
    assert set(EventForm(initial=initial_of(event), site=the_site()).open_folds) == {"hours", "showing", "more"}


@given(
    start=st.datetimes(datetime(2025, 6, 1), datetime(2026, 12, 1)),
    length=st.integers(1, 59 * 24 * 60),
    whole=st.booleans(),
    zone=st.sampled_from(["UTC", "America/Chicago", "Australia/Lord_Howe", "Africa/Cairo"]),
)
def test_correcting_without_a_change_changes_nothing(start: datetime, length: int, whole: bool, zone: str) -> None:
    """Also when clocks change in between, except for an end in the hour that comes twice, which no clock can tell apart."""
    end = start + timedelta(minutes=length)
    typed = {
        "start_date": f"{start:%Y-%m-%d}",
        "start_time": f"{start:%H:%M}",
        "end_date": f"{end:%Y-%m-%d}",
        "end_time": f"{end:%H:%M}",
        "zone": zone,
        **({"all_day": "on"} if whole else {}),
    }
    form = EventForm(typed, site=the_site())
    if not form.is_valid():
        assert set(form.errors) == {"end_date"}
        return
    details = {name: form.cleaned_data[name] for name in DETAILS if name in form.cleaned_data}
    again = EventForm(_typed(Event(**details)), site=the_site())
    assert again.is_valid(), again.errors.as_json()
    assert {name: again.cleaned_data[name] for name in details} == details


@given(text=st.text(max_size=30) | st.from_regex(r"[0-9]{1,12}[ :.,]?[0-9]{0,5} ?[dhm]?[a-z]{0,4}", fullmatch=True))
def test_how_long_is_a_length_or_a_sentence(text: str) -> None:
    form = _form(lasts=text)
    assert form.is_valid() or set(form.errors) <= {"lasts", "end_date"}


ODD = ["0001-01-01", "9999-12-31", "1900-01-01", "2026-03-08", "02:30", "24:00", "rule", "daily", "weekly", "FREQ=YEARLY", "7", "on"]
ANYTHING = st.text(max_size=40) | st.sampled_from(ODD)


@given(
    sent=st.dictionaries(st.sampled_from(sorted(EventForm.base_fields)), ANYTHING),
    zone=st.sampled_from(["Pacific/Apia", "Pacific/Honolulu"]),
)
def test_whatever_is_sent_is_a_form_or_a_sentence(sent: dict[str, str], zone: str) -> None:
    form = EventForm({**SHORT, "zone": zone, **sent}, site=the_site())
    if form.is_valid():
        assert showing_of_draft(Event(**{name: form.cleaned_data[name] for name in DETAILS if name in form.cleaned_data})).date
    else:
        assert all(str(error) for errors in form.errors.values() for error in errors)
    assert set(form.open_folds) <= {"hours", "series", "showing", "more"}


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("name", ["start_date", "end_date", "until_date", "further", "left_out_dates"])
def test_days_that_no_zone_reckons_with(name: str, day: str) -> None:
    assert _error(name, **{"repeats": "daily", name: day})


@pytest.mark.parametrize(
    ("text", "minutes"), [("2:30", 150), ("0:45", 45), ("1.5 h", 90), ("1,5 horas", 90), ("2h30m", 150), ("1 day 2 hours", 1560)]
)
def test_how_long(text: str, minutes: int) -> None:
    assert LengthField().clean(text) == timedelta(minutes=minutes)


def _typed(event: Event) -> dict[str, Any]:
    """What a browser sends of a form that shows this event."""
    form = EventForm(initial=initial_of(event), site=the_site())
    typed: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if hasattr(value, "strftime"):
            value = value.strftime("%Y-%m-%d" if hasattr(value, "year") else "%H:%M")
        if value not in (None, False):
            typed[bound.name] = "on" if value is True else value
    return typed
