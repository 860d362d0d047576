"""What strangers send in about something: through its form, its preview and its receipt, to the desk and off the disk."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import IntegrityError, OperationalError
from django.test import Client

from commonwire.base import clock
from commonwire.ledger.models import Entry
from commonwire.newswire.contribute import contribute
from commonwire.newswire.contributions import CONTRIBUTIONS, Sealed, register_contribution
from commonwire.newswire.draft import LASTS, new_draft, read_draft
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Post
from tests import make
from tests.conftest import Clock
from tests.newswire.door import Form, the_form
from tests.newswire.postcard import WORDS, Postcard, a_card, postcards

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    with postcards():
        yield


def _where(post: Post) -> str:
    return f"/send/postcard/{post.public_id}/"


def _preview(client: Client, post: Post, **words: str) -> Form:
    answer = client.post(_where(post), WORDS | words)
    assert answer.status_code == 200, answer.content.decode()
    return the_form(answer.content.decode(), "/send/postcard/")


def _sent(client: Client, post: Post, **words: str) -> Any:
    return client.post(_where(post), _preview(client, post, **words).data | {"act": "publish"})


def test_in_two_steps_with_a_receipt(client: Client) -> None:
    post = make.post()
    form = the_form(client.get(_where(post)).content.decode(), _where(post))
    assert form["greeting"] == [""]
    sending = _preview(client, post)
    draft = read_draft(sending["draft"][0])
    assert draft
    assert not Postcard.objects.exists()
    answer = client.post(_where(post), sending.data | {"act": "publish"})
    assert (answer.status_code, answer["Location"]) == (303, post.path)
    card = Postcard.objects.get()
    assert (card.public_id, card.visibility, card.language) == (draft.id, "shown", "en")
    assert {name: getattr(card, name) for name in WORDS} == WORDS
    assert card.opened_by(draft.receipt)
    assert card.receipt_until == clock.minute() + timedelta(hours=72)


def test_the_preview_shows_it_and_its_receipt(client: Client) -> None:
    page = client.post(_where(make.post()), WORDS).content.decode()
    assert '<p class="postcard">Wish you &lt;were&gt; here The quay &amp; the sea</p>' in page
    assert page.count('translate="no">') >= 2


def test_in_the_language_of_its_address(client: Client) -> None:
    post = make.post()
    page = client.post(f"/es{_where(post)}", WORDS).content.decode()
    client.post(f"/es{_where(post)}", the_form(page, f"/es{_where(post)}").data | {"act": "publish"})
    assert Postcard.objects.get().language == "es"


def test_back_from_the_preview_everything_is_kept(client: Client) -> None:
    post = make.post()
    sending = _preview(client, post)
    back = the_form(client.post(_where(post), sending.data | {"act": "edit"}).content.decode(), _where(post))
    assert {name: back[name] for name in WORDS} == {name: [value] for name, value in WORDS.items()}
    again = the_form(client.post(_where(post), back.data).content.decode(), _where(post))
    assert read_draft(again["draft"][0]) == read_draft(sending["draft"][0])


def test_going_back_marks_nothing(client: Client) -> None:
    answer = client.post(_where(make.post()), {"act": "edit"})
    assert (answer.status_code, 'role="alert"' in answer.content.decode()) == (200, False)


@pytest.mark.parametrize("words", [{"greeting": ""}, {"greeting": "x" * 61}, {"greeting": "too late", "act": "publish"}])
def test_what_cannot_be_is_said_beside_the_field(client: Client, words: dict[str, str]) -> None:
    post = make.post()
    draft = new_draft()
    answer = client.post(_where(post), WORDS | words | {"draft": draft.token})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "#id_greeting" in page.split('role="alert"')[1]
    assert the_form(page, _where(post))["picture_side"] == [WORDS["picture_side"]]
    assert not Postcard.objects.exists()


def test_sent_twice_it_stands_once(client: Client) -> None:
    post = make.post()
    sending = _preview(client, post).data | {"act": "publish"}
    answers = [client.post(_where(post), sending) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert Postcard.objects.count() == Entry.objects.filter(verb="postcard.added").count() == 1


def test_twice_at_once_it_stands_once() -> None:
    known = a_card()
    post, sealed = known.post, Sealed(make.RECEIPT, known.public_id, "en", False)
    with patch("commonwire.newswire.contribute._contribute", side_effect=IntegrityError("UNIQUE")):
        assert contribute(contribution=CONTRIBUTIONS["postcard"], about=post, words=dict(WORDS), sealed=sealed) == known
        with pytest.raises(IntegrityError):
            other = Sealed(make.RECEIPT, "9999999999999", "en", False)
            contribute(contribution=CONTRIBUTIONS["postcard"], about=post, words=dict(WORDS), sealed=other)


def test_sent_again_in_other_words_it_does_not_vanish(client: Client) -> None:
    post = make.post()
    sending = _preview(client, post).data | {"act": "publish"}
    client.post(_where(post), sending)
    answer = client.post(_where(post), sending | {"greeting": "Another one"})
    assert answer.status_code == 409
    assert the_form(answer.content.decode(), _where(post))["greeting"] == ["Another one"]
    assert Postcard.objects.get().greeting == WORDS["greeting"]


def test_a_forgotten_receipt_is_not_given_back_by_sending_again(client: Client) -> None:
    post = make.post()
    sending = _preview(client, post).data | {"act": "publish"}
    client.post(_where(post), sending)
    Postcard.objects.update(receipt_hash=b"", receipt_salt=b"", receipt_until=None)
    client.post(_where(post), sending)
    assert bytes(Postcard.objects.get().receipt_hash) == b""


@pytest.mark.parametrize("token", ["", "made up", "x:y:z"])
def test_a_wrong_token_leads_to_a_new_preview(client: Client, token: str) -> None:
    post = make.post()
    answer = client.post(_where(post), WORDS | {"draft": token, "act": "publish"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert read_draft(the_form(page, _where(post))["draft"][0])
    assert ("could not be recognised" in page) == bool(token)
    assert not Postcard.objects.exists()


def test_an_old_draft_is_previewed_again_with_the_same_receipt(client: Client, frozen: Clock) -> None:
    post = make.post()
    sending = _preview(client, post)
    frozen.move(seconds=LASTS + 1)
    page = client.post(_where(post), sending.data | {"act": "publish"}).content.decode()
    before, after = read_draft(sending["draft"][0]), read_draft(the_form(page, _where(post))["draft"][0])
    assert before and after
    assert (before.id, before.receipt, after.expired) == (after.id, after.receipt, False)
    assert not Postcard.objects.exists()


@pytest.mark.parametrize(
    ("error", "status"), [(OperationalError("database is locked"), 503), (OSError(28, "No space left on device"), 507)]
)
def test_trouble_keeps_the_words(client: Client, error: Exception, status: int) -> None:
    post = make.post()
    sending = _preview(client, post).data | {"act": "publish"}
    with patch("commonwire.newswire.views.contribute.contribute", side_effect=error):
        answer = client.post(_where(post), sending)
    form = the_form(answer.content.decode(), _where(post))
    assert (answer.status_code, form["greeting"]) == (status, [WORDS["greeting"]])
    assert read_draft(form["draft"][0]) == read_draft(sending["draft"][0])


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", ["/send/postcard/nothing/", "/send/postcard/-/", "/send/letter/-/"])
def test_about_nothing_there_is_no_form(client: Client, path: str, method: str) -> None:
    assert getattr(client, method)(path).status_code == 404


def test_hidden_while_somebody_wrote_they_keep_their_words(client: Client) -> None:
    post = make.post()
    sending = _preview(client, post)
    hide(submission=post, paragraph=make.paragraph())
    answer = client.post(_where(post), sending.data | {"act": "publish"})
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "Wish you &lt;were&gt; here" in page
    assert sending["draft"][0] not in page
    assert client.get(_where(post)).status_code == 404
    assert not Postcard.objects.exists()


@pytest.mark.parametrize(
    ("admission", "words", "verdict"),
    [(3, {}, ""), (1, {"picture_side": "see https://example.org/"}, ""), (0, {"website": "x"}, ""), (0, {}, "hold")],
)
def test_what_the_collective_holds_waits(client: Client, admission: int, words: dict[str, str], verdict: str) -> None:
    make.site(admission=admission)
    post = make.post()
    sending = _preview(client, post, **words).data | words | {"act": "publish"}
    answer = client.post(_where(post), sending, headers={"X-Wire-Verdict": verdict} if verdict else {})
    assert (answer.status_code, "Held for the desk" in answer.content.decode()) == (200, True)
    card = Postcard.objects.get()
    assert (card.visibility, card.sent.minute) == ("held", 0)
    assert Entry.objects.get(verb="postcard.held").touched == ["desk"]


def test_what_is_always_held_waits_at_every_level(client: Client) -> None:
    with postcards(always_held=lambda site: True):
        _sent(client, make.post())
    assert Postcard.objects.get().visibility == "held"


def test_without_a_place_of_its_own_it_is_said_that_it_arrived(client: Client) -> None:
    told = CONTRIBUTIONS["postcard"].told
    with postcards(told=lambda card: type(told(card))(card.greeting, "", "", "postcard")):
        answer = _sent(client, make.post())
    assert (answer.status_code, "It arrived" in answer.content.decode()) == (200, True)


def test_how_long_its_receipt_lasts(client: Client) -> None:
    with postcards(lasts=lambda card: clock.minute() + timedelta(days=60), lasts_told="It lasts sixty days."):
        assert "It lasts sixty days." in client.post(_where(make.post()), WORDS).content.decode()
        assert a_card(number=1).receipt_until == clock.minute() + timedelta(days=60)
    with postcards(lasts=lambda card: clock.minute()):
        assert a_card(number=2).receipt_until == clock.minute() + timedelta(hours=72)


def test_a_registration_under_another_name_is_refused() -> None:
    with pytest.raises(ValueError, match="letter"):
        register_contribution(type(CONTRIBUTIONS["postcard"])(**{**vars(CONTRIBUTIONS["postcard"]), "noun": "letter"}))
