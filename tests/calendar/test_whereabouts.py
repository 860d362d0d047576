"""An exact place that is kept back stands nowhere: every page, feed, file, line of data and search is walked for it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client

from commonwire.calendar import whereabouts as room
from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.change_date import change_date
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.place_event import move_event
from commonwire.calendar.reactions import reveal_whose_hour_has_come
from commonwire.calendar.whereabouts import Where, whereabouts
from commonwire.calendar.words import Precision
from commonwire.ledger.models import Entry
from commonwire.press.bake import bake
from commonwire.press.printing import REGISTRY
from tests import make
from tests.conftest import Clock

STARTS = datetime(2026, 1, 20, 18, 30, tzinfo=UTC)
PLACE = {
    "place": "Needlework Hall",
    "address": "17 Haystack Lane",
    "neighbourhood": "Old Harbor",
    "city": "Port Ellery",
    "latitude": 44.976543,
    "longitude": -93.271234,
}
NEEDLES = ("Needlework", "Haystack", "44.9765", "93.2712", "44.97654", "93.27123", "44.976543", "93.271234")
EXACT = Where(**PLACE)  # type: ignore[arg-type]
AREA = Where(neighbourhood="Old Harbor", city="Port Ellery", latitude=44.98, longitude=-93.27, is_exact=False)


def _event(**given: Any) -> Event:
    return make.event("Rally", **{"starts": STARTS, "regions": [make.region()], "topics": [make.topic()], **PLACE, **given})


def _everything(data_dir: Path) -> dict[str, str]:
    """Bake all there is, and read every file that a reader could ask for; a search besides."""
    make.settled()
    bake(REGISTRY.everything())
    texts = _read(data_dir)
    client = Client()
    for address in ("/search/results/?q=Rally", "/search/results/?q=Needlework", "/search/results/?q=Haystack", "/newswire/filter/"):
        texts[address] = client.get(address).content.decode().replace('value="Needlework"', "").replace('value="Haystack"', "")
    return texts


def _telling(texts: dict[str, str]) -> list[str]:
    """Where a needle stands; folded lines of calendar files are unfolded."""
    return sorted(path for path, text in texts.items() if any(needle in text.replace("\r\n ", "") for needle in NEEDLES))


@pytest.mark.parametrize(
    ("precision", "seen"),
    [
        (Precision.EXACT, EXACT),
        (Precision.VENUE, replace(AREA, place="Needlework Hall")),
        (Precision.NEIGHBOURHOOD, AREA),
        (Precision.CITY, replace(AREA, neighbourhood="", latitude=45.0, longitude=-93.3)),
    ],
)
def test_each_level_shows_its_words_and_a_rounded_point(precision: str, seen: Where) -> None:
    assert whereabouts(_event(precision=precision).occurrences.get()) == seen


def test_a_line_says_each_word_once() -> None:
    assert EXACT.line == "Needlework Hall, 17 Haystack Lane, Old Harbor, Port Ellery"
    assert Where(place="City Hall, Port Ellery", city="Port Ellery").line == "City Hall, Port Ellery"
    assert not Where() and Where(latitude=1.0, longitude=2.0)


def test_a_date_elsewhere_takes_nothing_from_its_event() -> None:
    event = _event(rule="FREQ=WEEKLY;COUNT=2", precision="city")
    date = event.occurrences.latest("starts")
    change_date(occurrence=date, elsewhere={"place": "Secret Barn", "city": "Wick"})
    moved = Occurrence.objects.get(pk=date.pk)
    assert whereabouts(moved) == Where(city="Wick", is_exact=False)
    assert moved.previous_place == "Port Ellery"


def test_what_a_move_remembers_is_what_readers_had_seen() -> None:
    event = _event(precision="city")
    move_event(post=event.post, details={"place": "Other Hall", "city": "Wick"})
    event.refresh_from_db()
    assert event.previous_place == "Port Ellery"


def test_it_stands_nowhere_before_its_hour_and_everywhere_after(data_dir: Path, frozen: Clock) -> None:
    event = _event(precision="neighbourhood", exact_hours=3, ends=STARTS + timedelta(hours=2))
    before = _everything(data_dir)
    assert _telling(before) == []
    assert any("Old Harbor" in text for path, text in before.items() if path.endswith(".ics"))
    assert "17:00" not in before[_page_file(before, event)] and "15:30" in before[_page_file(before, event)]
    frozen.at = STARTS - timedelta(hours=3)
    reveal_whose_hour_has_come()
    make.settled()
    after = _telling(_read(data_dir))
    own = (event.post.path or "").strip("/")
    assert any(own in path for path in after)
    for path in ("calendar/index.html", "calendar/calendar.ics", "calendar/2026/01/20/index.html"):
        assert any(path in each for each in after), (path, after)
    assert not any("Haystack" in f"{entry.facts}{entry.touched}" for entry in Entry.objects.all())


def _read(data_dir: Path) -> dict[str, str]:
    """What lies there, without baking anything more."""
    files = [path for path in (data_dir / "pages").rglob("*") if path.is_file()]
    return {str(path.relative_to(data_dir)): path.read_bytes().decode("utf-8", "replace") for path in files}


def _page_file(texts: dict[str, str], event: Event) -> str:
    own = (event.post.path or "").strip("/")
    return next(path for path in texts if path.endswith(f"{own}/index.html"))


def test_never_stays_never_whatever_becomes_of_it(data_dir: Path, frozen: Clock) -> None:
    event = _event(precision="city", rule="FREQ=WEEKLY;COUNT=3")
    cancel_event(event=event, occurrence=event.occurrences.earliest("starts"), note="Ask us")
    change_date(occurrence=event.occurrences.latest("starts"), starts=STARTS + timedelta(days=15))
    frozen.move(days=10)
    reveal_whose_hour_has_come()
    assert _telling(_everything(data_dir)) == []


@pytest.fixture
def saboteur() -> Iterator[None]:
    """Somebody forgot the rule: all of it is shown at once."""
    with patch.dict(room._SHOWN, dict.fromkeys(Precision.values, room._SHOWN[Precision.EXACT])):
        yield


def test_the_walk_finds_a_leak(data_dir: Path, saboteur: None) -> None:
    event = _event(precision="city", exact_hours=3)
    leaks = _telling(_everything(data_dir))
    assert any((event.post.path or "").strip("/") in path for path in leaks)
    assert any(path.endswith(".ics") for path in leaks)
