"""Several filters at once, answered and not kept."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from commonwire.base import clock
from tests import make
from tests.conftest import Clock

PATH = "/calendar/filter/"


@pytest.fixture(autouse=True)
def dates() -> None:
    harbor, labor = make.region("Harbor"), make.topic("Labor")
    make.event("All of it", type="rally", access_facts=["step-free", "captions"], regions=[harbor], topics=[labor])
    make.event("Another type", type="vigil", access_facts=["step-free"], regions=[harbor], topics=[labor])
    make.event("No access facts", type="rally", regions=[harbor])
    make.event("Last year", type="rally", regions=[harbor], starts=datetime(2025, 11, 5, 18, tzinfo=UTC))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"All of it", "Another type", "No access facts"}),
        ({"type": "rally"}, {"All of it", "No access facts"}),
        ({"access": "step-free"}, {"All of it", "Another type"}),
        ({"access": "step-free", "type": "rally", "region": "harbor", "topic": "labor"}, {"All of it"}),
        ({"type": "rally", "month": "2025-11"}, {"Last year"}),
        ({"type": "strike"}, set()),
    ],
)
def test_all_filters_hold_together(client: Client, query: dict[str, str], found: set[str]) -> None:
    page = client.get(PATH, query).content.decode()
    file = Calendar.from_ical(client.get(f"{PATH}calendar.ics", query).content)
    all_of_them = {"All of it", "Another type", "No access facts", "Last year"}
    assert {each for each in all_of_them if each in page} == found
    # A file to subscribe to holds the last months too.
    assert {str(event["SUMMARY"]) for event in file.walk("VEVENT")} - {"Last year"} == found - {"Last year"}


@pytest.mark.parametrize("query", [{"type": "orgy"}, {"month": "2025-13"}, {"month": "0000-01"}, {"region": "nowhere"}, {"access": "<b>"}])
def test_what_is_unknown_is_told_and_kept(client: Client, query: dict[str, str]) -> None:
    answer = client.get(PATH, query)
    assert answer.status_code == 400
    assert b"error" in answer.content and b"<b>" not in answer.content
    assert client.get(f"{PATH}calendar.ics", query).status_code == 400


def test_months_lead_onwards_with_the_same_filters(client: Client) -> None:
    page = client.get(PATH, {"type": "rally", "month": "2025-11"}).content.decode()
    assert "/calendar/filter/?type=rally&amp;month=2025-10" in page
    assert "/calendar/filter/?type=rally&amp;month=2025-12" in page
    assert "webcal://wire.example.org/calendar/filter/calendar.ics?type=rally" in page


@pytest.mark.parametrize("month", ["1000-01", "2999-12"])
def test_a_month_far_away_is_empty(client: Client, month: str) -> None:
    assert client.get(PATH, {"month": month}).status_code == 200


def test_the_file_is_known_by_what_is_in_it(client: Client, frozen: Clock) -> None:
    def tag(**query: str) -> str:
        return str(client.get(f"{PATH}calendar.ics", query)["ETag"])

    before = tag(type="rally")
    frozen.move(minutes=7)
    assert tag(type="rally") == before != tag(type="vigil")
    make.event("One more", type="rally")
    assert tag(type="rally") != before


def test_more_dates_ask_no_more(client: Client) -> None:
    counts = []
    for number in range(3):
        make.event(
            starts=clock.minute() + timedelta(days=number + 3), rule="FREQ=WEEKLY", regions=[make.region(f"R{number}")], type="class"
        )
        for path in (PATH, f"{PATH}calendar.ics"):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(path, {"type": "class"}).status_code == 200
            counts.append(len(asked))
    assert counts[0::2][0] == counts[0::2][2]
    assert counts[1::2][0] == counts[1::2][2]
