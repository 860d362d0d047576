"""`[demands]` alone in its paragraph gives way to what a room above says; a change of that reaches pages and feeds."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client, override_settings
from django.utils.safestring import mark_safe

from commonwire.base import clock
from commonwire.newswire.models import Post
from commonwire.newswire.text_slots import fill_text, without_slots
from commonwire.press import slots
from commonwire.press.bake import bake, shelf
from commonwire.press.models import Shown, Stale
from commonwire.press.reactions import bake_stale
from commonwire.press.slots import Fragment, fills
from tests import make
from tests.conftest import Clock
from tests.newswire.companion import TEMPLATES, companion
from tests.newswire.door import preview

pytestmark = pytest.mark.django_db
DEMANDS = {"": ["Open the <gate>"], "hills": ["Keep the hills"]}
RELEASE = "FOR IMMEDIATE RELEASE\nAda Quay, Dockers, organizer\n\nHARBOR – We strike.\n\n[demands]\n\n###"
asked: list[tuple[Any, str, dict[str, object]]] = []


@pytest.fixture(autouse=True)
def demands() -> Iterator[None]:
    asked.clear()
    with patch.dict(slots.FILLERS, {"text.demands": []}), override_settings(TEMPLATES=TEMPLATES):

        @fills("text.demands")
        def fill(post: Post | None, argument: str, details: dict[str, object]) -> Fragment | None:
            asked.append((post, argument, details))
            found = DEMANDS.get(argument)
            return Fragment("rooms_above/demands.html", {"demands": found}, shows=("action:1@demands",)) if found else None

        yield


def _page(post: Post) -> str:
    return (shelf().read(post.path or "") or b"").decode()


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Before.\n\n[demands]\n\nAfter.", True),
        ("[demands: hills]", True),
        ("[demands:hills ]", True),
        (RELEASE, True),
        ("We have [demands] here.", False),
        ("[demands] and more", False),
        ("- [demands]", False),
        ("> x\n\n[demands: nowhere]", False),
        ("[other]", False),
        ("[demands](https://example.org/)", False),
        ("`[demands]`", False),
        ("[demands: <b>]", False),
        ("[DEMANDS]", False),
    ],
)
def test_alone_in_its_paragraph(body: str, shown: bool) -> None:
    post = make.post(body=body)
    bake([post.key])
    assert ('<ol class="demands">' in _page(post)) == shown


def test_the_anchor_of_its_paragraph_stays() -> None:
    post = make.post(body="Before.\n\n[demands]\n\nAfter.")
    bake([post.key])
    assert '<div class="filled" id="p2"><ol class="demands"><li>Open the &lt;gate&gt;</li>' in _page(post)
    assert '<p id="p3">After.' in _page(post)


def test_what_nobody_answers_stays_as_written() -> None:
    html = mark_safe('<p id="p1">[demands: &quot;x&quot; &amp; y]<a class="anchor" href="#p1"></a></p>')
    assert fill_text(html, None) == html
    assert asked[-1][1] == '"x" & y'


def test_a_change_above_reaches_the_page_and_its_feeds() -> None:
    make.region("Coast")
    post = make.post(body="[demands]")
    bake([post.key, "newswire", "kind:report"])
    feeds = ["/newswire/feed.rss", "/newswire/feed.atom", "/newswire/feed.json", "/es/newswire/feed.rss", "/newswire/kind/report/feed.rss"]
    assert {post.path, *feeds} <= set(Shown.objects.filter(key="action:1@demands").values_list("path", flat=True))
    with patch.dict(DEMANDS, {"": ["Tear it down"]}):
        bake(["action:1@demands"])
    for path in [post.path or "", *feeds]:
        assert b"Tear it down" in (shelf().read(path) or b""), path


def test_parts_too_but_not_comments_or_what_an_archive_wrote() -> None:
    post = make.post()
    make.part(post, body="[demands]")
    make.comment(post, body="[demands]")
    old = make.post(body="[demands]")
    Post.objects.filter(pk=old.pk).update(plain=True)
    bake([post.key, old.key])
    assert _page(post).count('<ol class="demands">') == 1
    assert '<ol class="demands">' not in _page(old)


def test_a_preview_shows_it_by_what_was_typed(client: Client) -> None:
    with companion():
        assert '<ol class="demands">' in preview(client, body="[demands: hills]", march="quay")
    assert asked[-1] == (None, "hills", {"march": "quay"})


def test_an_excerpt_leaves_it_out() -> None:
    assert without_slots("One.\n\n[demands: hills]\n\n[other]") == "One.\n\n\n\n[other]"
    post = make.post(body="[demands]\n\nWe strike.")
    bake([post.key])
    assert 'content="We strike."' in _page(post)


def test_a_fragment_that_goes_stale_prints_its_page_again(frozen: Clock) -> None:
    make.site(comments_days=0)
    until = clock.now() + timedelta(hours=2)
    told = ["Today"]

    @fills("text.weather")
    def weather(post: Post | None, argument: str, details: dict[str, object]) -> Fragment:
        return Fragment("rooms_above/demands.html", {"demands": told}, until=until if until > clock.now() else None)

    post = make.post(body="[weather]")
    bake([post.key, "newswire"])
    assert Stale.objects.get(path=post.path).until == until
    assert Stale.objects.get(path="/newswire/feed.rss").until == until
    told[:] = ["Tomorrow"]
    frozen.move(hours=3)
    bake_stale()
    assert "Tomorrow" in _page(post)
    assert not Stale.objects.filter(path=post.path).exists()


def test_a_text_without_brackets_asks_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert fill_text(mark_safe("<p>demands</p>"), None) == "<p>demands</p>"
