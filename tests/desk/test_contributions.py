"""What was sent in about something, at the desk: its queues, its case, its acts; and the screens of other rooms."""

from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commonwire.accounts import screens
from commonwire.accounts.rules import may_edit
from commonwire.accounts.screens import Screen, register_screen
from commonwire.base import clock
from commonwire.desk import queues
from commonwire.ledger.models import Entry
from commonwire.newswire.add_part import add_part
from commonwire.newswire.contributions import CONTRIBUTIONS, register_contribution
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Part, Post
from tests import make
from tests.accounts.make import Someone, browser, someone
from tests.conftest import Clock
from tests.newswire.postcard import Letter, Mail, Postcard, postcards


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    with postcards():
        register_contribution(replace(CONTRIBUTIONS["postcard"], noun="letter", model=Letter))
        yield


@pytest.fixture
def heron() -> Someone:
    return someone()


@pytest.fixture
def client(heron: Someone) -> Iterator[Client]:
    yield browser(heron)


def _mail(model: type[Mail], greeting: str, post: Post | None = None, visibility: str = "held") -> Mail:
    return model._default_manager.create(
        post=post or make.post(),
        greeting=greeting,
        picture_side="Look: **the quay**",
        language="en",
        visibility=visibility,
        sent=clock.hour(),
    )


def _queue(code: str) -> queues.Queue:
    return next(queue for queue in queues.QUEUES if queue.code == code)


def _pages(code: str) -> list[list[str]]:
    pages, after = [], ""
    while True:
        some = _queue(code).read(after)
        pages.append([str(each) for each in some.cases])
        after = some.after
        if not after:
            return pages


def test_held_ones_of_every_table_stand_in_one_order(monkeypatch: pytest.MonkeyPatch, frozen: Clock) -> None:
    monkeypatch.setattr(queues, "MOST", 2)
    for greeting in ("a", "b"):
        _mail(Postcard, f"postcard {greeting}"), _mail(Letter, f"letter {greeting}")
    frozen.move(hours=1)
    _mail(Letter, "letter c"), _mail(Postcard, "postcard c")
    frozen.move(hours=1)
    _mail(Letter, "letter d")
    _mail(Letter, "shown", visibility="shown")
    assert _pages("held-contributions") == [
        ["letter a", "letter b"],
        ["postcard a", "postcard b"],
        ["letter c", "postcard c"],
        ["letter d"],
    ]
    assert [str(each) for each in _queue("held-contributions").read("nonsense").cases] == ["letter a", "letter b"]


def test_hidden_ones_stand_last_first(monkeypatch: pytest.MonkeyPatch, frozen: Clock) -> None:
    monkeypatch.setattr(queues, "MOST", 2)
    for greeting in ("a", "b"):
        for model in (Postcard, Letter):
            hide(submission=_mail(model, f"{model.__name__} {greeting}"), paragraph=make.paragraph())
        frozen.move(hours=1)
    hide(submission=_mail(Postcard, "Postcard c"), paragraph=make.paragraph())
    assert _pages("hidden-contributions") == [["Postcard c", "Postcard b"], ["Letter b", "Postcard a"], ["Letter a"]]


def test_the_queue_asks_as_often_for_three_as_for_one(client: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get("/desk/?queue=held-contributions").status_code == 200
        return len(queries)

    make.paragraph()
    _mail(Postcard, "first")
    client.get("/desk/")
    one = asked()
    _mail(Postcard, "second"), _mail(Postcard, "third")
    assert asked() == one


def test_a_case_says_what_it_is_and_is_shown(client: Client, heron: Someone) -> None:
    make.paragraph()
    card = _mail(Postcard, "Wish <you> were here")
    html = client.get(f"/desk/case/{card.public_id}/").content.decode()
    assert "Wish &lt;you&gt; were here" in html
    assert "<strong>the quay</strong>" in html
    assert 'class="kind">postcard<' in html
    assert ["/show/" in html, "/hide/" in html, "/unhide/" in html, "/sort/" in html] == [True, True, False, False]
    answer = client.post(f"/desk/case/{card.public_id}/show/")
    assert answer.headers["Location"] == f"/desk/?done=shown&of={card.public_id}"
    assert Postcard.objects.get().visibility == "shown"
    assert Entry.objects.get(verb="postcard.released").by == f"member:{heron.member.pk}"
    assert "Wish &lt;you&gt; were here</b> – It is shown." in client.get(answer.headers["Location"]).content.decode()


def test_it_is_hidden_and_shown_again(client: Client) -> None:
    make.paragraph("spam")
    card = _mail(Postcard, "Buy this", visibility="shown")
    assert client.post(f"/desk/case/{card.public_id}/hide/", {"paragraph": "spam"}).status_code == 303
    assert Postcard.objects.get().hidden_because == "It is spam."
    html = client.get("/desk/?queue=hidden-contributions").content.decode()
    assert "Buy this" in html
    assert client.post(f"/desk/case/{card.public_id}/hide/", {"paragraph": "spam"}).status_code == 409
    assert client.post(f"/desk/case/{card.public_id}/unhide/").status_code == 303
    assert Postcard.objects.get().visibility == "shown"
    assert client.post(f"/desk/case/{card.public_id}/sort/", {"standing": "local"}).status_code == 404


def test_strangers_show_nothing() -> None:
    card = _mail(Postcard, "Wish you were here")
    assert browser().post(f"/desk/case/{card.public_id}/show/").status_code == 303
    assert Postcard.objects.get().visibility == "held"


def test_the_desk_links_to_screens_of_other_rooms(client: Client) -> None:
    with patch.dict(screens.SCREENS, clear=True):
        register_screen(Screen("/desk/tides/", "Tides <&>", count=lambda: 7))
        register_screen(Screen("/desk/boats/", "Boats", rule=may_edit))
        html = client.get("/desk/").content.decode()
    assert '<a href="/desk/tides/">Tides &lt;&amp;&gt; <span class="count">7</span></a>' in html
    assert "/desk/boats/" not in html


def test_an_event_leads_to_the_screen_of_its_room(client: Client) -> None:
    event = make.event()
    assert f'href="/desk/event/{event.post.public_id}/"' in client.get(f"/desk/case/{event.post.public_id}/").content.decode()
    assert "/desk/event/" not in client.get(f"/desk/case/{make.post().public_id}/").content.decode()


def test_a_held_part_stands_in_its_queue_and_is_shown(client: Client) -> None:
    part = add_part(post=make.post(), title="More", body="https://council.example", held=True)
    assert "More" in client.get("/desk/?queue=held-parts").content.decode()
    assert client.post(f"/desk/case/{part.public_id}/show/").status_code == 303
    assert Part.objects.get().visibility == "shown"
