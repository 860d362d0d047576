"""Acts of rooms above behind the six words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.test import Client

from commonwire.newswire import receipt_acts
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Post
from commonwire.newswire.name_receipt import name_receipt
from commonwire.newswire.receipt_acts import ReceiptAct, register_act
from commonwire.newswire.sort import sort_post
from tests import make
from tests.newswire.door import the_form

pytestmark = pytest.mark.django_db


class WhyForm(forms.Form):
    why = forms.CharField(max_length=20)

    def __init__(self, *args: Any, submission: Post, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].label = f"Why is {submission.headline} over?"


def _cancel(post: Post, given: dict[str, Any]) -> str:
    if given.get("why") == "rain":
        raise ValidationError({"why": "It never rains here."})
    sort_post(post=post, standing="other", by=given.get("why", ""))
    return f"It is called off: {given.get('why', 'no reason')}."


CANCEL = ReceiptAct(code="cancel", label="Call it off", fits=lambda post: getattr(post, "standing", "") == "new", form=WhyForm, act=_cancel)


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    with patch.dict(receipt_acts.ACTS, clear=True):
        register_act(CANCEL)
        yield


def _open(client: Client, post: Post, words: str = make.RECEIPT, **given: Any) -> Any:
    return client.post("/receipt/open/", {"receipt_for": post.public_id, "receipt_words": words, **given})


def test_it_is_offered_asked_and_done(client: Client) -> None:
    post = make.post("March", receipt=make.RECEIPT)
    assert 'value="cancel">Call it off<' in _open(client, post).content.decode()
    page = _open(client, post, act="cancel").content.decode()
    form = the_form(page.split("</form>")[0], "/receipt/")
    assert "Why is March over?" in page
    assert Post.objects.get().standing == "new"
    answer = client.post("/receipt/open/", form.fill(why="storm <&>").data | {"save": "yes"})
    assert (answer.status_code, "It is called off: storm &lt;&amp;&gt;." in answer.content.decode()) == (200, True)
    assert Post.objects.get().standing == "other"


@pytest.mark.parametrize("why", ["", "x" * 21, "rain"])
def test_what_cannot_be_is_said_beside_the_field(client: Client, why: str) -> None:
    answer = _open(client, make.post(receipt=make.RECEIPT), act="cancel", save="yes", why=why)
    page = answer.content.decode()
    assert (answer.status_code, "#id_why" in page.split('role="alert"')[1]) == (422, True)
    assert the_form(page.split("</form>")[0], "/receipt/")["why"] == [why]
    assert Post.objects.get().standing == "new"


def test_done_twice_it_says_so(client: Client) -> None:
    post = make.post(receipt=make.RECEIPT)
    answers = [_open(client, post, act="cancel", save="yes", why="storm") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert "not possible" in answers[1].content.decode()


def test_without_a_form_pressed_is_done(client: Client) -> None:
    register_act(replace(CANCEL, form=None))
    post = make.post(receipt=make.RECEIPT)
    assert "It is called off: no reason." in _open(client, post, act="cancel").content.decode()
    register_act(replace(CANCEL, form=None, act=lambda post, given: _cancel(post, {"why": "rain"}), fits=lambda post: True))
    answer = _open(client, post, act="cancel")
    assert (answer.status_code, "It never rains here." in answer.content.decode()) == (409, True)


def test_trouble_keeps_what_was_typed(client: Client) -> None:
    def fail(post: Post, given: dict[str, Any]) -> str:
        raise OperationalError("database is locked")

    register_act(replace(CANCEL, act=fail))
    answer = _open(client, make.post(receipt=make.RECEIPT), act="cancel", save="yes", why="storm")
    assert answer.status_code == 503
    assert the_form(answer.content.decode().split("</form>")[0], "/receipt/")["why"] == ["storm"]


def test_wrong_words_do_nothing(client: Client) -> None:
    answer = _open(client, make.post(receipt=make.RECEIPT), "a b c d e f", act="cancel", save="yes", why="storm")
    assert (answer.status_code, Post.objects.get().standing) == (403, "new")


def test_while_it_is_hidden_the_author_may_still(client: Client) -> None:
    post = make.post(receipt=make.RECEIPT)
    hide(submission=post, paragraph=make.paragraph())
    assert _open(client, post, act="cancel", save="yes", why="storm").status_code == 200


def test_some_are_for_the_first_receipt_alone(client: Client) -> None:
    register_act(replace(CANCEL, first_alone=True))
    post = make.post(receipt=make.RECEIPT)
    words = name_receipt(post=post, name="Quay")
    assert 'value="cancel"' not in _open(client, post, words).content.decode()
    assert _open(client, post, words, act="cancel", save="yes", why="storm").status_code == 403
    assert Post.objects.get().standing == "new"
    assert _open(client, post, act="cancel", save="yes", why="storm").status_code == 200


def test_a_word_of_the_newswire_is_taken() -> None:
    with pytest.raises(ValueError, match="withdraw"):
        register_act(replace(CANCEL, code="withdraw"))
