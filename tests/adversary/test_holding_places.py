"""Nobody can take every place by waiting, by drops, or by drafts that are never published."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from django.conf import settings

from commonwire.base import clock
from commonwire.gate.asking import Refused
from commonwire.gate.body import Body
from commonwire.media.accept import accept_picture
from commonwire.media.models import Rendition
from commonwire.media.refused import Refused as NoPicture
from commonwire.newswire import draft
from commonwire.press.models import Stale
from commonwire.press.reactions import bake_stale
from tests import make
from tests.conftest import Clock
from tests.media.pictures import quarters, saved


class _Drops:
    """A sender that gives one byte, ten times a second, for as long as it is let."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        await asyncio.sleep(0.1)
        return b"x"


def apart(ask: Callable[[], Coroutine[object, object, int]]) -> int:
    """In a thread of its own: the browser of other tests may already run a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(ask())).result()


def test_a_sender_by_drops_is_given_up() -> None:
    async def read() -> int:
        body = Body(_Drops(), 1_000_000, patience=0.3)
        while await body.next():
            pass
        return 0

    started = time.monotonic()
    with pytest.raises(Refused) as refused:
        apart(read)
    assert refused.value.status == 408
    assert time.monotonic() - started < 5


def test_a_small_form_on_a_slow_line_is_taken() -> None:
    async def read() -> int:
        body, got = Body(_Drops(), 10, patience=0.3), 0
        while chunk := await body.next():
            got += len(chunk)
        return got

    with patch("commonwire.gate.body.SLOWEST", 5):
        assert apart(read) == 10


def test_only_some_threads_wait_for_quick_forms() -> None:
    slept: list[float] = []
    quick = draft.Draft("0123456789abc", "six words", int(clock.now().timestamp()))
    environment = SimpleNamespace(form_min_seconds=30)
    with patch.object(settings, "ENVIRONMENT", environment), patch.object(time, "sleep", slept.append):
        draft.wait_out(quick)
        assert len(slept) == 1
        places = 0
        while draft._waiting.acquire(blocking=False):
            places += 1
        try:
            draft.wait_out(quick)
        finally:
            for _place in range(places):
                draft._waiting.release()
    assert places > 0
    assert len(slept) == 1


@pytest.mark.django_db
def test_drafts_together_have_an_end() -> None:
    file = make.picture()
    Rendition.objects.filter(file=file).update(bytes=3_000_000_000)
    content = saved(quarters(), "JPEG")
    with pytest.raises(NoPicture) as refused:
        accept_picture(upload=BytesIO(content), size=len(content))
    assert refused.value.code == "no_room"


@pytest.mark.django_db
def test_a_page_that_cannot_be_printed_waits_and_lets_others_pass(frozen: Clock) -> None:
    post = make.post()
    Stale.objects.all().delete()
    Stale.objects.create(path="/broken/", source="standing:local", until=clock.minute())
    Stale.objects.create(path=str(post.path), source=post.key, until=clock.minute())

    def broken(*arguments: object) -> object:
        raise RuntimeError

    with patch("commonwire.newswire.pages.listing_of", broken):
        bake_stale()
    assert Stale.objects.get(path="/broken/").until > clock.now()
    assert Stale.objects.get(path=post.path).until > clock.now()
