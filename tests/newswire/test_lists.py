"""Lists are cut where the site's months and days are cut, and a busy month into days."""

from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
from django.db import connection

from commonwire.newswire.lists import cut_span, listing_of
from commonwire.press.bake import bake, shelf
from commonwire.press.printing import Key
from tests import make

pytestmark = pytest.mark.django_db


def _page(path: str) -> str:
    return (shelf().read(path) or b"").decode()


def test_a_month_ends_at_the_sites_midnight() -> None:
    zone = make.site(zone="America/Los_Angeles").zoneinfo
    assert cut_span("2026-03", zone) == (
        datetime(2026, 3, 1, 8, tzinfo=UTC),
        datetime(2026, 4, 1, 7, tzinfo=UTC),
    )  # summer time begins within
    make.post("Last of January", published=datetime(2026, 2, 1, 7, 59, tzinfo=UTC))
    make.post("First of February", published=datetime(2026, 2, 1, 8, 0, tzinfo=UTC))
    bake(["newswire@2026-01", "newswire@2026-02"])
    january, february = _page("/newswire/2026/01/"), _page("/newswire/2026/02/")
    assert ("Last of January" in january, "First of February" in january) == (True, False)
    assert ("Last of January" in february, "First of February" in february) == (False, True)


def test_a_busy_month_is_cut_into_days() -> None:
    if connection.vendor == "sqlite":
        make.site(zone="Asia/Kathmandu")
    for day in (3, 3, 4):
        make.post(f"Of day {day}", published=datetime(2026, 1, day, 12, tzinfo=UTC))
    with patch("commonwire.newswire.pages.SPLIT", 2):
        bake(["newswire@2026-01"])
    month = _page("/newswire/2026/01/")
    assert "Of day" not in month
    assert ['href="/newswire/2026/01/03/"' in month, 'href="/newswire/2026/01/04/"' in month, 'href="/newswire/2026/01/05/"' in month] == [
        True,
        True,
        False,
    ]
    assert (_page("/newswire/2026/01/03/").count("Of day 3<"), _page("/newswire/2026/01/04/").count("Of day 4<")) == (2, 1)


def test_in_each_language() -> None:
    make.region("Coast", es="Costa")
    make.post("Solo en español", language="es")
    bake(["newswire"])
    assert ('lang="es"' in _page("/newswire/"), '<html lang="es"' in _page("/es/newswire/")) == (True, True)
    assert 'href="/es/newswire/feed.rss"' in _page("/es/newswire/")


def test_months_from_first_to_last_newest_first() -> None:
    zone = make.site().zoneinfo
    listing = listing_of(Key("newswire"))
    assert listing is not None
    assert listing.months(zone) == []
    make.post(published=datetime(2025, 11, 5, tzinfo=UTC))
    make.post(published=datetime(2026, 1, 5, tzinfo=UTC))
    assert listing.months(zone) == [date(2026, 1, 1), date(2025, 12, 1), date(2025, 11, 1)]


@pytest.mark.parametrize("key", ["standing:nowhere", "kind:x", "medium:x", "region:999", "topic:999", "nothing"])
def test_what_is_no_list(key: str) -> None:
    assert listing_of(Key.read(key)) is None
