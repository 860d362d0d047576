from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client

from commonwire.ledger.models import Entry
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.press.bake import NotBaked, shelf
from tests import make
from tests.accounts.make import Someone, browser, someone


@pytest.fixture
def heron() -> Someone:
    return someone()


@pytest.fixture
def client(heron: Someone) -> Iterator[Client]:
    yield browser(heron)


def act(client: Client, public_id: str, name: str, **fields: Any) -> str:
    """Where the answer leads back to."""
    answer = client.post(f"/desk/case/{public_id}/{name}/", fields)
    assert answer.status_code == 303, answer.content.decode()
    return answer.headers["Location"]


def now(post: Post) -> Post:
    return Post.objects.get(pk=post.pk)


def test_showing_a_held_post_bakes_its_page_and_says_so(client: Client, heron: Someone) -> None:
    post = make.post("Gate closed", held=True)
    back = act(client, post.public_id, "show")
    assert back == f"/desk/?done=shown&of={post.public_id}"
    assert b"Gate closed" in (shelf().read(now(post).path or "") or b"")
    entry = Entry.objects.get(verb="post.released")
    assert (entry.by, entry.subject) == (f"member:{heron.member.pk}", post.key)
    html = client.get(back).content.decode()
    assert '<b dir="auto">Gate closed</b> – It is shown.' in html
    assert act(client, post.public_id, "show", **{"from": "case"}).startswith(f"/desk/case/{post.public_id}/?done=shown")


def test_hiding_tells_why_on_the_page_and_unhiding_gives_the_standing_back(client: Client, heron: Someone) -> None:
    post, why = make.post("Buy this", body="cheap"), make.paragraph("spam")
    act(client, post.public_id, "sort", standing="local")
    back = act(client, post.public_id, "hide", paragraph="spam", sentence="  It sells\nwatches. ", queue="new", after="0000000000000")
    assert back == f"/desk/?queue=new&after=0000000000000&done=hidden&of={post.public_id}"
    hidden = now(post)
    assert (hidden.visibility, hidden.hidden_by, hidden.hidden_because) == ("hidden", why, "It sells watches.")
    assert b"It sells watches." in (shelf().read(post.path or "") or b"")
    assert "It is hidden, and readers see why." in client.get(back).content.decode()
    assert "done=unhidden" in act(client, post.public_id, "unhide")
    assert (now(post).visibility, now(post).standing) == ("shown", "local")
    assert b"cheap" in (shelf().read(post.path or "") or b"")
    assert [entry.by for entry in Entry.objects.filter(subject=post.key, by__gt="")] == [f"member:{heron.member.pk}"] * 3


def test_an_empty_sentence_is_the_paragraphs_own(client: Client) -> None:
    post = make.post("Held spam", held=True)
    make.paragraph("spam")
    act(client, post.public_id, "hide", paragraph="spam")
    assert now(post).hidden_because == "It is spam."
    assert "done=held" in act(client, post.public_id, "unhide")


def test_comments_are_shown_hidden_and_shown_again(client: Client) -> None:
    post = make.post("Under")
    make.paragraph("spam")
    comment = make.comment(post, "I saw it too.", held=True)
    act(client, comment.public_id, "show")
    assert b"I saw it too." in (shelf().read(post.path or "") or b"")
    act(client, comment.public_id, "hide", paragraph="spam")
    read = shelf().read(post.path or "") or b""
    assert b"I saw it too." not in read and b"It is spam." in read
    act(client, comment.public_id, "unhide")
    assert b"I saw it too." in (shelf().read(post.path or "") or b"")


def test_a_button_gives_the_standing_and_leaves_the_places(client: Client) -> None:
    harbor, housing = make.region("Harbor"), make.topic("Housing")
    post = make.post("Rents", regions=[harbor], topics=[housing])
    act(client, post.public_id, "sort", standing="elsewhere")
    assert (now(post).standing, [*now(post).regions.all()], [*now(post).topics.all()]) == ("elsewhere", [harbor], [housing])
    act(client, post.public_id, "sort", places="on", highlighted="on", topics=["housing"])
    after = now(post)
    assert (after.standing, after.highlighted, [*after.regions.all()], [*after.topics.all()]) == ("elsewhere", True, [], [housing])
    act(client, post.public_id, "sort", places="on", regions=["harbor"])
    assert (now(post).highlighted, [*now(post).regions.all()]) == (False, [harbor])


def test_what_is_not_clear_or_no_longer_possible_gets_a_sentence(client: Client) -> None:
    post = make.post("Gate closed")
    make.paragraph("spam")
    for name, fields, status, sentence in [
        ("hide", {}, 422, "Choose the paragraph of the policy."),
        ("hide", {"paragraph": "nonsense"}, 422, "There is no such paragraph any more."),
        ("hide", {"paragraph": "a\x00"}, 422, "Null characters are not allowed."),
        ("hide", {"paragraph": "spam", "sentence": "x" * 601}, 422, "at most 600 characters"),
        ("sort", {"standing": "first"}, 422, "Select a valid choice."),
        ("unhide", {}, 409, "This is not hidden."),
    ]:
        answer = client.post(f"/desk/case/{post.public_id}/{name}/", fields)
        assert (answer.status_code, sentence in answer.content.decode()) == (status, True), answer.content.decode()
    withdraw_post(post=post)
    answer = client.post(f"/desk/case/{post.public_id}/hide/", {"paragraph": "spam"})
    assert answer.status_code == 409 and "This cannot be hidden: it is withdrawn." in answer.content.decode()
    assert client.post("/desk/case/0000000000000/show/").status_code == 404
    assert client.get(f"/desk/case/{post.public_id}/show/").status_code == 405
    part = make.part(make.post("With a part"))
    assert client.post(f"/desk/case/{part.public_id}/show/").status_code == 303  # it is shown already
    assert not Entry.objects.filter(verb="part.released").exists()
    assert client.post(f"/desk/case/{part.public_id}/sort/", {"standing": "local"}).status_code == 404


def test_nobody_else_acts() -> None:
    post = make.post("Held", held=True)
    assert browser().post(f"/desk/case/{post.public_id}/show/").status_code == 303
    other_site = browser(someone(), **{"Sec-Fetch-Site": "cross-site"})
    assert other_site.post(f"/desk/case/{post.public_id}/show/").status_code == 403
    assert now(post).visibility == "held"


def test_an_act_stands_although_its_page_could_not_be_baked(client: Client) -> None:
    post = make.post("Held", held=True)
    with patch("commonwire.press.bake.bake", side_effect=NotBaked(["post"])):
        back = act(client, post.public_id, "show")
    assert now(post).is_shown
    assert "It is shown. Its page follows shortly." in client.get(back).content.decode()


def test_the_sentence_tells_only_of_what_there_is(client: Client) -> None:
    hide(submission=make.post("Gone"), paragraph=make.paragraph())
    for query in ("done=shown&of=0000000000000", "done=<b>&of=x", "of=%00", "done=hidden"):
        answer = client.get(f"/desk/?{query}")
        assert answer.status_code == 200 and "notice good" not in answer.content.decode()
