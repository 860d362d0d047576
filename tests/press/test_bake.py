"""From keys to files: each path once, the others when one fails, and what slots showed is remembered."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonwire.newswire.lists import HEAD
from commonwire.press.bake import NotBaked, bake, shelf
from commonwire.press.models import Owed, Shown, Stale
from commonwire.press.printing import REGISTRY, Dropped, Key, Printed, Registry, Written, _Registered
from commonwire.press.reactions import bake_owed, bake_stale
from tests import make
from tests.conftest import Clock


def _printing(**printers: object) -> object:
    return patch.object(REGISTRY, "by_name", {name: [_Registered(each, lambda: (), 10)] for name, each in printers.items()})  # type: ignore[arg-type]


def _writes(path: str, calls: list[str], **more: object) -> object:
    def printer(key: Key) -> Iterator[Printed]:
        def content() -> bytes:
            calls.append(str(key))
            if more.get("fails"):
                raise OSError("no room")
            return b"<p>x</p>"

        yield Written(path, content, "en", until=more.get("until"), shows=more.get("shows", ()))  # type: ignore[arg-type]

    return printer


def test_each_path_once_however_many_keys_ask() -> None:
    calls: list[str] = []
    with _printing(a=_writes("/x/", calls), b=_writes("/x/", calls)):  # type: ignore[attr-defined]
        assert bake(["a:1", "a:2", "b", "a:1@2026-01"]) == 1
    assert len(calls) == 1


def test_a_page_that_fails_does_not_stop_the_others() -> None:
    calls: list[str] = []
    with _printing(a=_writes("/bad/", calls, fails=True), b=_writes("/good/", calls)):  # type: ignore[attr-defined]
        with pytest.raises(NotBaked, match="a"):
            bake(["a", "b"])
        assert (shelf().find("/bad/"), shelf().find("/good/") is not None) == (None, True)


def test_what_a_page_also_shows_reaches_it() -> None:
    calls: list[str] = []
    with _printing(a=_writes("/x/", calls, shows=("far:1",))):  # type: ignore[attr-defined]
        bake(["a:7"])
        assert bake(["far:1"]) == 1
        assert calls == ["a:7", "a:7"]
    with _printing(a=_writes("/x/", calls)):  # type: ignore[attr-defined]
        bake(["a:7"])
    assert Shown.objects.count() == 0


def test_dropped_is_remembered_no_more() -> None:
    calls: list[str] = []
    with _printing(a=_writes("/x/", calls, shows=("far:1",))):  # type: ignore[attr-defined]
        bake(["a"])
    with _printing(a=lambda key: iter([Dropped("/x/")])):  # type: ignore[attr-defined]
        bake(["a"])
    assert (shelf().find("/x/"), Shown.objects.count()) == (None, 0)


def test_time_makes_a_page_stale(frozen: Clock) -> None:
    calls: list[str] = []
    until = frozen.at.replace(hour=23, minute=0, second=0, microsecond=0)
    with _printing(a=_writes("/x/", calls, until=until)):  # type: ignore[attr-defined]
        bake(["a"])
        bake_stale()
        assert len(calls) == 1
        frozen.set(2026, 1, 16, 23, 0)
        bake_stale()
        assert len(calls) == 2
        bake_stale()
    assert (len(calls), Stale.objects.count()) == (2, 0)  # it named the same moment again: that would never end


def test_a_page_that_fails_does_not_hold_up_the_older_edition() -> None:
    calls: list[str] = []
    Owed.objects.bulk_create([Owed(key="bad"), *(Owed(key=f"good:{n}") for n in range(12))])
    with _printing(bad=_writes("/bad/", calls, fails=True), good=_writes("/good/", calls)):  # type: ignore[attr-defined]
        for _ in range(4):
            bake_owed()
    assert {each.key for each in Owed.objects.all()} <= {"bad"}


def test_keys_are_read_and_written() -> None:
    for text in ("newswire", "region:3", "region:3@2026-01", "calendar@2026-01-16"):
        assert str(Key.read(text)) == text


def test_every_key_once_and_what_leads_first() -> None:
    registry = Registry(
        {"b": [_Registered(lambda key: iter(()), lambda: ["b", "a"], 20)], "a": [_Registered(lambda key: iter(()), lambda: ["a"], 10)]}
    )
    assert registry.everything() == ["a", "b"]


def _queries(keys: list[str]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        bake(keys)
    return len(seen)


def test_a_list_of_three_asks_as_often_as_a_list_of_one() -> None:
    region = make.region()
    make.post(regions=[region], files=[make.picture()])
    bake(["newswire", region.key, "newswire@2026-01"])
    one = _queries(["newswire", region.key, "newswire@2026-01"])
    for _ in range(2):
        make.post(regions=[region], files=[make.picture(), make.picture()])
    assert _queries(["newswire", region.key, "newswire@2026-01"]) == one
    assert HEAD >= 3


def test_a_post_with_three_of_everything_asks_as_often() -> None:
    one, three = make.post(files=[make.picture()]), make.post(files=[make.picture() for _ in range(3)])
    for post, count in ((one, 1), (three, 3)):
        for _ in range(count):
            make.part(post, files=[make.picture()])
            make.comment(post)
    bake([one.key, three.key])
    assert _queries([three.key]) == _queries([one.key])
