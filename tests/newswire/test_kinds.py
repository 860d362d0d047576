"""What rooms above ask in the publish form: companions beside every kind, a kind's own address, how long its receipt lasts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from html import unescape
from unittest.mock import patch

import pytest
from django.test import Client

from commonwire.base import clock
from commonwire.newswire import kinds
from commonwire.newswire.forms import PublishForm
from commonwire.newswire.keep_receipt import extend_receipt, forget_receipt, let_receipt_last
from commonwire.newswire.kinds import COMPANIONS, EXTRAS
from commonwire.newswire.models import Post
from commonwire.newswire.publish import publish_post
from commonwire.newswire.queries import for_page
from commonwire.newswire.release_post import release_post
from commonwire.newswire.structured import article_data
from commonwire.newswire.withdraw import withdraw_post
from commonwire.press.bake import bake, shelf
from tests import make
from tests.conftest import Clock
from tests.newswire.companion import BELONGS, companion
from tests.newswire.door import body, preview, publish, the_form

pytestmark = pytest.mark.django_db
EVENT = {"start_date": "2026-01-17", "start_time": "18:00", "zone": "UTC", "place": "Quay"}


@pytest.fixture
def march() -> Iterator[None]:
    with companion():
        yield


def _opened(client: Client, post: Post, **given: str) -> str:
    return client.post("/receipt/open/", {"receipt_for": post.public_id, "receipt_words": make.RECEIPT, **given}).content.decode()


def test_a_companion_goes_through_the_door_with_every_kind(client: Client, march: None) -> None:
    shown = preview(client, march="quay & coast")
    assert '<p class="march">with quay &amp; coast</p>' in shown
    assert publish(client, march="quay & coast").status_code == 303
    assert publish(client, "/publish/event/", march="hills", **EVENT).status_code == 303
    assert sorted(BELONGS.values()) == ["hills", "quay & coast"]


def test_what_a_companion_asks_is_kept_on_the_way_back_and_in_trouble(client: Client, march: None) -> None:
    back = client.post("/publish/edit/", the_form(preview(client, march="quay"), "send/").data).content.decode()
    assert the_form(back, "preview/")["march"] == ["quay"]
    answer = client.post("/publish/preview/", body(march="none such"))
    assert answer.status_code == 422
    assert "There is no such march." in answer.content.decode()
    assert the_form(answer.content.decode(), "preview/")["march"] == ["none such"]
    assert not Post.objects.exists()


def test_a_baked_form_asks_it_too(march: None) -> None:
    bake(["site"])
    for path in ("/publish/", "/es/publish/", "/publish/event/"):
        assert the_form((shelf().read(path) or b"").decode(), "/preview/")["march"] == [""]


def test_a_companion_of_some_kinds_stands_in_their_forms_alone(client: Client) -> None:
    with companion(kinds=["event"]):
        bake(["site"])
        assert b'name="march"' not in (shelf().read("/publish/") or b"")
        assert b'name="march"' in (shelf().read("/publish/event/") or b"")
        publish(client, march="not asked for")
        assert BELONGS == {}


def test_a_correction_asks_again(client: Client, march: None) -> None:
    post = make.post(receipt=make.RECEIPT)
    BELONGS[post.pk] = "quay"
    form = the_form(_opened(client, post, act="correct"), "/receipt/open/")
    assert form["march"] == ["quay"]
    assert client.post("/receipt/open/", form.fill(march="none such").data | {"save": "yes"}).status_code == 422
    assert {post.pk: "quay"} == BELONGS
    assert client.post("/receipt/open/", form.fill(march="hills").data | {"save": "yes"}).status_code == 303
    assert {post.pk: "hills"} == BELONGS


def test_a_withdrawal_reaches_it(march: None) -> None:
    post = make.post()
    BELONGS[post.pk] = "quay"
    withdraw_post(post=post)
    assert BELONGS == {}


def test_its_data_stand_in_those_of_the_article() -> None:
    site = make.site()
    with companion(data=lambda post, data, site: data | {"about": post.headline}):
        assert article_data(for_page(Post.objects.filter(pk=make.post("Gate closed").pk)).get(), site, "", "")["about"] == "Gate closed"


def test_a_link_in_what_it_asks_is_held_as_any_link(client: Client, march: None) -> None:
    make.site(admission=1)
    publish(client, march="www.example.org")
    assert Post.objects.get().visibility == "held"


def test_the_form_for_a_word_is_filled(client: Client, march: None) -> None:
    make.region("Coast")
    page = client.get("/publish/for/rally7/").content.decode()
    form = the_form(page, "/publish/preview/")
    assert (form["march"], form["regions"]) == (["quay march"], ["coast"])
    assert "You report from the quay march." in unescape(page)
    assert 'href="/publish/for/rally7/event/"' in page
    answer = client.post("/publish/preview/", form.fill(headline="Seen there").data)
    client.post("/publish/send/", the_form(answer.content.decode(), "send/").data)
    assert list(BELONGS.values()) == ["quay march"]


def test_the_form_for_a_word_exists_for_each_kind_and_language(client: Client, march: None) -> None:
    form = the_form(client.get("/publish/for/rally7/event/").content.decode(), "/publish/event/preview/")
    assert (form["march"], form["kind"]) == (["quay march"], ["event"])
    assert the_form(client.get("/es/publish/for/rally7/").content.decode(), "/es/publish/preview/")["march"] == ["quay march"]


@pytest.mark.parametrize("path", ["/publish/for/nobody/", "/publish/for/rally7/report/", "/publish/for/rally7/%2e%2e/"])
def test_a_word_that_says_nothing_leads_nowhere(client: Client, march: None, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post("/publish/for/rally7/").status_code == 405


def test_without_companions_no_word_leads_anywhere(client: Client) -> None:
    with companion(prefill=None):
        assert client.get("/publish/for/rally7/").status_code == 404


def test_a_new_choice_prints_the_forms_again() -> None:
    with companion(shows=("actions",)):
        bake(["site"])
        shelf().put("/publish/", b"older")
        bake(["actions"])
        assert shelf().read("/publish/") != b"older"


def test_no_two_askers_share_a_name_of_a_field() -> None:
    site, taken = make.site(), set(PublishForm(site=make.site(), language="en").fields)
    for each in COMPANIONS.values():
        names = set(each.form(None, site=site).fields)
        assert not names & taken
        taken |= names
    for extra in EXTRAS.values():
        assert not set(extra.form(None, site=site).fields) & taken


@pytest.fixture
def lasting(frozen: Clock) -> Iterator[dict[str, timedelta]]:
    """Reports whose receipts last as a room above says."""
    lasts = {"days": timedelta(days=40)}
    extra = replace(EXTRAS["event"], kind="report", lasts=lambda post: clock.minute() + lasts["days"], lasts_told="It lasts forty days.")
    with patch.dict(kinds.EXTRAS, {"report": extra, "event": replace(EXTRAS["event"], lasts=extra.lasts, lasts_told=extra.lasts_told)}):
        yield lasts


def _until(post: Post) -> timedelta | None:
    until = Post.objects.get(pk=post.pk).receipt_until
    return until - clock.minute() if until else None


def test_a_receipt_lasts_as_the_room_of_its_kind_says(client: Client, lasting: dict[str, timedelta]) -> None:
    assert "It lasts forty days." in preview(client, "/publish/event/", **EVENT)
    assert "72 hours" not in preview(client, "/publish/event/", **EVENT)
    post = make.post(receipt=make.RECEIPT)
    assert _until(post) == timedelta(days=40)
    lasting["days"] = timedelta(days=9)
    let_receipt_last(post=post)
    assert _until(post) == timedelta(days=9)
    lasting["days"] = timedelta(days=-300)
    let_receipt_last(post=post)
    assert _until(post) == timedelta(hours=72)


def test_it_follows_at_release_and_correction(client: Client, lasting: dict[str, timedelta], frozen: Clock) -> None:
    held = make.post(receipt=make.RECEIPT, held=True)
    waits = make.post(receipt=make.RECEIPT, publish_at=clock.minutes_ahead(60))
    lasting["days"] = timedelta(days=50)
    release_post(post=held)
    release_post(post=waits)
    assert (_until(held), _until(waits)) == (timedelta(days=50), timedelta(days=50))


def test_a_forgotten_receipt_stays_forgotten(lasting: dict[str, timedelta]) -> None:
    post = forget_receipt(submission=make.post(receipt=make.RECEIPT))
    let_receipt_last(post=post)
    assert _until(post) is None


def test_thirty_days_never_shorten_it(lasting: dict[str, timedelta]) -> None:
    post = make.post(receipt=make.RECEIPT)
    extend_receipt(submission=post)
    assert _until(post) == timedelta(days=40)


def test_a_kind_may_have_addresses_of_its_own() -> None:
    with patch.dict(kinds.EXTRAS, {"action": replace(EXTRAS["event"], kind="action", path=lambda post: f"/actions/{post.public_id}/")}):
        post = publish_post(wording=make.wording(kind="action"), public_id="0123456789abc")
        held = publish_post(wording=make.wording(kind="action"), public_id="1123456789abc", held=True)
        assert (post.path, held.path) == ("/actions/0123456789abc/", None)
        assert release_post(post=held).path == "/actions/1123456789abc/"
