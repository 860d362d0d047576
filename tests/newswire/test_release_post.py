"""Letting out what was held, and what waited for its hour."""

from datetime import timedelta

import pytest

from commonwire.ledger.models import Entry
from commonwire.newswire.models import Post
from commonwire.newswire.reactions import publish_whose_hour_has_come
from commonwire.newswire.release_post import release_post
from tests import make
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_a_held_post_gets_the_address_of_its_release(frozen: Clock) -> None:
    post = make.post("Held words", held=True)
    frozen.move(days=1)
    released = release_post(post=post, by="member:1")
    assert (released.visibility, released.path) == ("shown", "/2026/01/17/held-words/")
    entry = Entry.objects.get(verb="post.released")
    assert entry.by == "member:1"
    assert {"newswire", "newswire@2026-01", "standing:new", "desk", post.key} <= set(entry.touched)


def test_twice_is_once() -> None:
    post = make.post(held=True)
    release_post(post=post)
    release_post(post=post)
    assert Entry.objects.filter(verb="post.released").count() == 1


def test_a_held_post_waits_on_for_its_hour(frozen: Clock) -> None:
    post = make.post(held=True, publish_at=frozen.at + timedelta(hours=1))
    assert release_post(post=post).visibility == "embargoed"
    assert Post.objects.get().path is None


def test_the_worker_publishes_at_the_hour_and_not_before(frozen: Clock) -> None:
    make.post(publish_at=frozen.at + timedelta(hours=1))
    publish_whose_hour_has_come()
    assert Post.objects.get().visibility == "embargoed"
    frozen.move(hours=1)
    publish_whose_hour_has_come()
    post = Post.objects.get()
    assert (post.visibility, post.published) == ("shown", frozen.at.replace(second=0, microsecond=0))


def test_a_hidden_embargo_never_appears_by_itself(frozen: Clock) -> None:
    from commonwire.newswire.hide import hide

    post = make.post(publish_at=frozen.at + timedelta(hours=1))
    hide(submission=post, paragraph=make.paragraph())
    frozen.move(hours=2)
    publish_whose_hour_has_come()
    assert Post.objects.get().visibility == "hidden"
