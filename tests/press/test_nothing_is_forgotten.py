"""After every act, what lies on the shelf is what would be printed now: a verb that forgets to name a key shows here."""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest
from django.db import transaction

from commonwire.base import clock
from commonwire.calendar.place_event import move_event
from commonwire.newswire.correct import correct_post
from commonwire.newswire.hide import hide, unhide
from commonwire.newswire.models import Comment, Part, Post
from commonwire.newswire.release_post import release_post
from commonwire.newswire.sort import sort_post
from commonwire.newswire.withdraw import withdraw_comment, withdraw_post
from commonwire.press.bake import bake, printed_for, shelf
from commonwire.press.edition import TRIES, put_styles
from commonwire.press.models import Owed
from commonwire.press.printing import REGISTRY
from commonwire.press.reactions import bake_owed
from commonwire.site.decide import decide
from commonwire.taxonomy.models import Region
from tests import make
from tests.conftest import Clock
from tests.front import town


def _bytes() -> dict[str, bytes]:
    pages = shelf().pages
    return {file.relative_to(pages).as_posix(): file.read_bytes() for file in sorted(pages.rglob("*")) if file.is_file()}


_MONTH = re.compile(r"/\d{4}/\d{2}/(index\.html|calendar\.ics)$")


def _stale() -> list[str]:
    """The files that differ when everything is baked again. A month in which nothing stands waits until somebody asks for its page."""
    before = _bytes()
    bake(REGISTRY.everything())
    after = _bytes()
    differ = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    return [name for name in differ if name in before or not _MONTH.search(name)]


def _post(headline: str) -> Post:
    return Post.objects.get(headline__startswith=headline)


ACTS: dict[str, Callable[[], object]] = {
    "publish": lambda: make.post("New", regions=list(Region.objects.all()), files=[make.picture()]),
    "publish hold": lambda: make.post("New", held=True),
    "publish event": lambda: make.event("New event", regions=list(Region.objects.all())),
    "publish event in a new month": lambda: make.event("New event", starts=clock.minute() + timedelta(days=200)),
    "publish event on a far day": lambda: make.event("New event", starts=clock.minute() + timedelta(days=40)),
    "release": lambda: release_post(post=_post("Held")),
    "release event": lambda: release_post(post=make.event("Held event", held=True).post),
    "correct": lambda: correct_post(post=_post("Dockers"), wording=make.wording("Dockers win", topics=[])),
    "sort": lambda: sort_post(post=_post("A release"), standing="elsewhere", highlighted=True, regions=list(Region.objects.all())),
    "unsort": lambda: sort_post(post=_post("Local"), standing="other", highlighted=False, regions=[]),
    "hide": lambda: hide(submission=_post("Dockers"), paragraph=make.paragraph("spam")),
    "hide for good": lambda: hide(submission=_post("Dockers"), paragraph=make.paragraph("personal-data")),
    "unhide": lambda: unhide(submission=_post("Boots")),
    "hide part": lambda: hide(submission=Part.objects.get(), paragraph=make.paragraph("spam")),
    "hide comment": lambda: hide(submission=Comment.objects.filter(visibility="shown")[0], paragraph=make.paragraph("spam")),
    "withdraw": lambda: withdraw_post(post=_post("Dockers")),
    "withdraw the oldest": lambda: withdraw_post(post=_post("Old")),
    "withdraw event": lambda: withdraw_post(post=_post("Rally")),
    "hide event": lambda: hide(submission=_post("Rally"), paragraph=make.paragraph("spam")),
    "correct event": lambda: correct_post(post=_post("Rally"), wording=make.wording("Rally moved", kind="event")),
    "move event": lambda: move_event(post=_post("Rally"), details={"starts": clock.minute() + timedelta(days=3)}),
    "move event to another month": lambda: move_event(post=_post("Rally"), details={"starts": clock.minute() + timedelta(days=40)}),
    "withdraw comment": lambda: withdraw_comment(comment=Comment.objects.filter(visibility="shown")[0]),
    "comment": lambda: make.comment(_post("Dockers")),
    "add part": lambda: make.part(_post("Dockers"), "Another"),
    "new region": lambda: make.region("Islands"),
    "rename region": lambda: make.region("Coast", es="Orilla"),
    "decide": lambda: decide(name="Tide Wire", clock_24=False),
    "decide languages": lambda: decide(languages=["es", "en"]),
}


QUICK = ["publish event in a new month", "hide part"]


def _forgotten(acts: Iterable[str]) -> dict[str, list[str]]:
    """For each act, done on the same town and undone again: the files that it left stale."""
    put_styles()
    town.build()
    bake(REGISTRY.everything())
    make.settled()
    before, found = _bytes(), {}
    for act in acts:
        point = transaction.savepoint()
        ACTS[act]()
        make.settled()
        while Owed.objects.filter(tries__lt=TRIES).exists():
            bake_owed()
        if stale := _stale():
            found[act] = stale
        transaction.savepoint_rollback(point)
        _put_back(before)
    return found


def _put_back(files: dict[str, bytes]) -> None:
    for name in _bytes().keys() - files.keys():
        (shelf().pages / name).unlink()
    for name, content in files.items():
        (shelf().pages / name).write_bytes(content)


def test_these_acts_name_what_they_touch() -> None:
    assert _forgotten(QUICK) == {}


@pytest.mark.guarantee
def test_every_act_names_what_it_touches() -> None:
    assert _forgotten(ACTS) == {}


@pytest.mark.guarantee
def test_a_new_month_reaches_the_pages_of_the_old(frozen: Clock) -> None:
    put_styles()
    town.build()
    bake(REGISTRY.everything())
    make.settled()
    frozen.set(2026, 2, 3, 12, 0)
    bake(REGISTRY.everything())
    make.post("First of February")
    make.settled()
    while Owed.objects.filter(tries__lt=TRIES).exists():
        bake_owed()
    assert _stale() == []


def test_baking_twice_gives_the_same_bytes(frozen: Clock) -> None:
    put_styles()
    town.build()
    bake(REGISTRY.everything())
    before = _bytes()
    frozen.move(minutes=3)
    bake(REGISTRY.everything())
    assert _bytes() == before


def test_a_forgotten_key_would_be_seen() -> None:
    make.site()
    bake(REGISTRY.everything())
    post = make.post()
    Post.objects.filter(pk=post.pk).update(headline="Changed behind the ledger")
    bake([post.key])
    assert "newswire/feed.atom" in _stale()


def test_printing_puts_nothing_down() -> None:
    make.site()
    assert "/" in [printed.path for printed in printed_for(["newswire"])]
    assert _bytes() == {}
