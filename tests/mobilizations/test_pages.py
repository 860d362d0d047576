"""As many queries for three as for one, and the whole of a list behind its first."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.models import Mobilization
from commonwire.organisations.add_organisation import add_organisation
from commonwire.press.bake import bake
from tests import make
from tests.mobilizations import made

KEYS = ["{post}", "{day}@rallies", "{day}@endorsements", "{day}@pledges", "{day}@demands", "{day}@press", "actions"]


def _grow(day: Mobilization, number: int) -> None:
    made.rally(day, city=f"Town {number}", latitude=38.0 + number / 10, longitude=-123.0)
    organisation = add_organisation(name=f"Local {number}", kind="union")
    made.endorsement(day, organisation.name)
    made.endorsement(day, f"Without a profile {number}")
    made.pledge(day, f"Bakery {number}")
    made.pledge(day, organisation.name)
    let_belong(post=make.post(kind="press-release", files=[make.picture()], licence="by"), mobilization=day)


def _queries(key: str) -> int:
    bake([key])  # what it shows is noted once
    with CaptureQueriesContext(
        connection,
    ) as caught:
        bake([key])
    return len(caught)


@pytest.mark.parametrize("key", KEYS)
def test_as_many_queries_for_three_as_for_one(key: str) -> None:
    day = made.day(pledge_name="Clean Harbor", pledge_terms="x")
    _grow(day, 1)
    key = key.format(post=day.post.key, day=day.key)
    one = _queries(key)
    for number in (2, 3):
        _grow(day, number)
    assert _queries(key) == one


def test_the_page_names_the_day_its_rallies_and_its_feeds() -> None:
    day = made.day("No Boats", names=["Day of Truth"], called_by="Coast Council", summary="A day without boats.")
    made.rally(day, "Rally at Pier 4", starts=datetime(2026, 1, 23, 18, tzinfo=UTC), city="Port Ellery")
    make.settled()
    page = made.lying(day.path)
    for words in (
        '"subEvent"',
        '"alternateName": ["Day of Truth"]',
        "Rally at Pier 4",
        "calendar/calendar.ics",
        "feed.atom",
        "Additions and comments",
    ):
        assert words in page
    assert '"superEvent"' in made.lying(Mobilization.objects.get().rallies.get().post.path or "")


def test_the_map_of_the_day_names_each_town_once() -> None:
    day = made.day()
    for hour in (16, 18):
        made.rally(day, f"Rally at {hour}", hour=hour, city="Port Ellery", latitude=38.1 + hour / 1000, longitude=-123.5)
    make.settled()
    listed = made.lying(day.path).split('class="map-list"')[1].split("</figcaption>")[0]
    assert re.findall(r'dir="auto">([^<]*)</a>', listed) == ["Port Ellery"]
    assert '<span class="count">2</span>' in listed
