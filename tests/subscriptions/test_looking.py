"""Calendars are looked at when they are due: bounded, one apart from the other, failures in words and with growing pauses."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from commonwire.base import clock
from commonwire.base.fetch import Fetched, Known, Refused, Unreachable
from commonwire.subscriptions.drop_source import drop_source
from commonwire.subscriptions.follow_source import change_source
from commonwire.subscriptions.looking import AT_ONCE, CLAIM, Look, Lookout, due, look, note
from commonwire.subscriptions.models import Source
from tests.conftest import Clock
from tests.subscriptions.calendars import ZONE, calendar, event, source, states

URL = "https://harbor.example.org/calendar.ics"


class Web:
    """What is published at addresses; asked, it says what was asked for."""

    def __init__(self, content: bytes | Exception = b"", etag: str = '"1"') -> None:
        self.content, self.etag = content, etag
        self.asked: list[dict[str, object]] = []

    def fetch(self, url: str, *, known: Known | None = None, **asked: object) -> Fetched:
        self.asked.append({"url": url, "known": known, **asked})
        if isinstance(self.content, Exception):
            raise self.content
        if known and known.etag == self.etag:
            return Fetched(304, url, b"", "", self.etag)
        return Fetched(200, url, self.content, "text/calendar", self.etag)


def looked(of: Source, web: Web) -> Source:
    """After one look."""
    note(look(Source.objects.get(pk=of.pk), zone=ZONE, fetching=web.fetch))
    return Source.objects.get(pk=of.pk)


def test_a_look_takes_in_what_is_there() -> None:
    harbor, web = source(url=URL, hours=3), Web(calendar(event("one")))
    harbor = looked(harbor, web)
    assert states(harbor) == {"one": "held"}
    assert (harbor.etag, harbor.failures, harbor.answer) == ('"1"', 0, "Events: 1. New: 1, changed: 0, no longer listed: 0, over: 0.")
    assert (harbor.looked_at, harbor.next_look) == (clock.hour(), clock.minute() + timedelta(hours=3))
    assert web.asked == [
        {"url": URL, "known": None, "most_bytes": 5_000_000, "seconds": 20, "accept": "text/calendar, text/plain;q=0.5, */*;q=0.1"}
    ]


def test_what_did_not_change_is_not_read_again() -> None:
    harbor, web = source(url=URL), Web(calendar(event("one")))
    looked(harbor, web)
    harbor = looked(harbor, web)
    assert (harbor.answer, web.asked[1]["known"], states(harbor)) == ("Nothing changed since the last time.", Known('"1"'), {"one": "held"})


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (Unreachable("harbor.example.org answered with status 500.", 500), "harbor.example.org answered with status 500."),
        (Refused("What is there is too large."), "What is there is too large."),
        (RuntimeError("secret words"), "The calendar could not be read."),
    ],
)
def test_a_failure_is_said_in_words_and_waits_longer_each_time(frozen: Clock, trouble: Exception, words: str) -> None:
    harbor, web, pauses = source(url=URL, hours=6), Web(trouble), []
    for _time in range(7):
        harbor = looked(harbor, web)
        assert harbor.next_look
        pauses.append((harbor.next_look - clock.minute()).total_seconds() / 3600)
    assert (harbor.answer, harbor.failures, pauses) == (words, 7, [12, 24, 48, 96, 168, 168, 168])
    harbor = looked(harbor, Web(calendar()))
    assert (harbor.failures, harbor.next_look) == (0, clock.minute() + timedelta(hours=6))


def test_no_calendar_is_a_failure_and_loses_nothing() -> None:
    harbor = source(url=URL)
    looked(harbor, Web(calendar(event("one"))))
    harbor = looked(harbor, Web(b"<html>moved</html>", '"2"'))
    assert (harbor.answer, harbor.etag, states(harbor)) == (
        "This is not a calendar file: it holds no calendar and no event.",
        '"1"',
        {"one": "held"},
    )


def test_only_what_is_due_is_claimed_and_once(frozen: Clock) -> None:
    first, later, paused = source("First", url=f"{URL}?1"), source("Later", url=f"{URL}?2"), source("Paused", url=f"{URL}?3")
    source("By hand")
    change_source(source=paused, name="Paused", language="en", url=paused.url, paused=True)
    Source.objects.filter(pk=later.pk).update(next_look=clock.minute() + timedelta(hours=1))
    assert due(5) == [first]
    assert due(5) == []
    frozen.move(minutes=CLAIM.total_seconds() / 60)
    assert due(5) == [first]  # whoever claimed it died


def test_looking_is_one_query_however_many_there_are(django_assert_num_queries: Callable[[int], object]) -> None:
    for number in range(6):
        source(f"Calendar {number}", url=f"{URL}?{number}")
    Source.objects.update(next_look=clock.minute() + timedelta(hours=1))
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert due(4) == []


def test_a_slow_site_holds_up_nobody() -> None:
    slow, quick = source("A slow one", url=f"{URL}?slow"), source("Quick", url=f"{URL}?quick")
    gate, web = threading.Event(), Web(calendar(event("one")))

    def fetching(url: str, **asked: object) -> Fetched:
        if url.endswith("slow"):
            gate.wait(10)
        return web.fetch(url)

    lookout = Lookout(fetching)
    lookout.look_at_what_is_due()
    try:
        while not lookout.note_one():
            lookout.wait(0.01)
        assert (states(quick), states(slow), lookout.note_one()) == ({"one": "held"}, {}, False)
    finally:
        gate.set()
    lookout.wait(5)
    assert lookout.note_one() and states(slow) == {"one": "held"}


def test_never_too_many_at_once() -> None:
    for number in range(AT_ONCE + 3):
        source(f"Calendar {number}", url=f"{URL}?{number}")
    gate, begun = threading.Event(), threading.Semaphore(0)

    def fetching(url: str, **asked: object) -> Fetched:
        begun.release()
        gate.wait(10)
        return Web(calendar()).fetch(url)

    lookout = Lookout(fetching)
    lookout.look_at_what_is_due()
    lookout.look_at_what_is_due()
    for _thread in range(AT_ONCE):
        assert begun.acquire(timeout=5)
    assert not begun.acquire(timeout=0.1)
    gate.set()
    lookout.wait(5)


def test_a_calendar_dropped_meanwhile_is_forgotten() -> None:
    harbor = source(url=URL)
    found = look(harbor, zone=ZONE, fetching=Web(calendar(event("one"))).fetch)
    drop_source(source=harbor)
    note(found)
    note(Look(found.source, trouble="x"))
    assert not Source.objects.exists()
