"""The list of coverage: newest first, by medium, by month, and cut into days when a month is long."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonwire.coverage.pages import every_part
from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.models import Mobilization
from commonwire.newswire.models import Post
from commonwire.press.bake import bake
from commonwire.press.printing import REGISTRY
from commonwire.site.queries import the_site
from tests import make
from tests.conftest import Clock
from tests.mobilizations import made

NOON = datetime(2026, 1, 23, 18, tzinfo=UTC)


@pytest.fixture
def day(frozen: Clock) -> Mobilization:
    called = made.day("No Boats, No Business")
    frozen.set(2026, 3, 2, 12, 0)
    return called


def report(day: Mobilization, headline: str, at: datetime = NOON, **given: object) -> Post:
    post = make.post(headline, published=at, **given)  # type: ignore[arg-type]
    let_belong(post=post, mobilization=day)
    return post


def lying(day: Mobilization, below: str = "") -> str:
    make.settled()
    return made.lying(f"{day.path}coverage/{below}")


def test_newest_first_with_months_and_media(day: Mobilization) -> None:
    report(day, "First of January", NOON)
    report(day, "Pictures of January", NOON + timedelta(hours=1), files=[make.picture()])
    report(day, "The trial in March", datetime(2026, 3, 1, 18, tzinfo=UTC))
    page = lying(day)
    assert page.index("The trial in March") < page.index("Pictures of January") < page.index("First of January")
    assert f'href="{day.path}coverage/2026/01/"' in page
    assert f'href="{day.path}coverage/2026/02/"' not in page
    assert "First of January" not in lying(day, "photo/")
    assert "Pictures of January" in lying(day, "photo/")
    assert "The trial in March" not in lying(day, "2026/01/")
    assert made.status(f"{day.path}coverage/video/") == 404


def test_in_each_language_of_the_site(day: Mobilization) -> None:
    report(day, "Only once")
    assert "Only once" in lying(day)
    assert "Only once" in made.lying(f"/es{day.path}coverage/")
    assert 'lang="es"' in made.lying(f"/es{day.path}coverage/")


def test_a_long_month_is_cut_into_days(day: Mobilization) -> None:
    with patch("commonwire.coverage.pages_of_reports.SPLIT", 2):
        for number in range(3):
            report(day, f"Number {number}", NOON + timedelta(days=number))
        month = lying(day, "2026/01/")
        assert "Number 1" not in month
        assert f'href="{day.path}coverage/2026/01/24/"' in month
        assert "Number 1" in lying(day, "2026/01/24/")
        assert "Number 0" not in lying(day, "2026/01/24/")


def test_the_days_page_names_the_first_twenty_and_leads_to_all(day: Mobilization) -> None:
    for number in range(22):
        report(day, f"Report {number:02}.", NOON + timedelta(minutes=number))
    make.settled()
    page = made.lying(day.path)
    assert "Report 21." in page
    assert "Report 02." in page
    assert "Report 01." not in page
    assert f'href="{day.path}coverage/"' in page


def test_every_page_is_printed_by_a_key_that_a_new_edition_walks(day: Mobilization) -> None:
    report(day, "One")
    keys = set(every_part(day, the_site()))
    assert keys <= set(REGISTRY.everything())
    assert {day.part(each) for each in ("reports", "reports-2026-01", "live", "turnout")} <= keys


@pytest.mark.parametrize("part", ["reports", "reports-2026-01"])
def test_a_page_of_three_asks_no_more_than_a_page_of_one(day: Mobilization, part: str) -> None:
    place = make.region("Coast")
    counts = []
    for number in (1, 2):
        for each in range(number):
            report(day, f"Report {number} {each}", regions=[place], topics=[])
        make.settled()
        with CaptureQueriesContext(connection) as asked:
            bake([day.part(part)])
        counts.append(len(asked))
    assert counts[0] == counts[1]
