"""A correction or a part is admitted as a sending is, and a refused file leaves the words beside it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from commonwire.base import clock
from commonwire.ledger.models import Entry
from commonwire.newswire.add_part import add_part
from commonwire.newswire.draft import new_draft
from commonwire.newswire.models import Part, Post
from commonwire.newswire.release_part import release_part
from commonwire.press.bake import bake, shelf
from commonwire.site.models import Admission
from tests import make
from tests.conftest import Clock

pytestmark = pytest.mark.django_db
KEYS = {"receipt_words": make.RECEIPT}


def _correct(client: Client, post: Post, **words: str) -> int:
    form = {"headline": post.headline, "body": post.body, "kind": "report", "language": "en", "licence": "by", "when": "now"}
    form |= {"receipt_for": post.public_id, "act": "correct", "save": "yes", **KEYS, **words}
    return client.post("/receipt/open/", form).status_code


@pytest.mark.parametrize(("level", "status"), [(Admission.OPEN, 303), (Admission.LINKS_HELD, 422), (Admission.ALL_HELD, 422)])
def test_a_correction_brings_no_link_in_past_the_collective(level: int, status: int, client: Client) -> None:
    make.site(admission=level)
    post = make.post("A harmless report", receipt=make.RECEIPT)
    assert _correct(client, post, body="See https://casino.example now") == status
    assert ("casino" in Post.objects.get(pk=post.pk).body) is (status == 303)


def test_a_link_that_was_there_may_stay(client: Client) -> None:
    post = make.post("A report", body="See https://council.example today", receipt=make.RECEIPT)
    make.site(admission=Admission.LINKS_HELD)
    assert _correct(client, post, body="See https://council.example tomorrow") == 303


def test_a_part_with_a_link_waits_for_the_desk(client: Client) -> None:
    make.site(admission=Admission.LINKS_HELD)
    post = make.post("A harmless report", receipt=make.RECEIPT)
    form = {"receipt_for": post.public_id, "act": "part", "save": "yes", "title": "More", "draft": new_draft().token, **KEYS}
    for _ in range(2):
        answer = client.post("/receipt/open/", form | {"body": "https://casino.example"})
        assert (answer.status_code, "looks at it before it is shown" in answer.content.decode()) == (200, True)
    part = Part.objects.get()
    assert (part.visibility, part.sent.minute, Post.objects.get().updated) == ("held", 0, None)
    assert Entry.objects.get(verb="part.held").touched == ["desk"]
    bake([post.key])
    assert b"casino" not in (shelf().read(post.path or "") or b"")
    assert client.post("/receipt/open/", form | {"body": "No link", "draft": new_draft().token}).status_code == 303


def test_a_held_part_is_released_once(frozen: Clock) -> None:
    post = make.post()
    part = add_part(post=post, title="More", body="https://council.example", held=True)
    frozen.move(minutes=90)
    release_part(part=part, by="member:1")
    release_part(part=Part.objects.get())
    assert (Part.objects.get().visibility, Part.objects.get().sent, Post.objects.get().updated) == ("shown", *[clock.minute()] * 2)
    line = Entry.objects.get(verb="part.released")
    assert {post.key, "desk", "newswire"} <= set(line.touched)
    bake([post.key])
    assert b"council.example" in (shelf().read(post.path or "") or b"")


def test_a_part_of_a_held_post_waits_with_it(client: Client) -> None:
    make.site(admission=Admission.ALL_HELD)
    post = make.post(receipt=make.RECEIPT, held=True)
    form = {"receipt_for": post.public_id, "act": "part", "save": "yes", "title": "More", **KEYS}
    assert client.post("/receipt/open/", form).status_code == 303
    assert Part.objects.get().visibility == "shown"


def test_a_refused_file_leaves_the_words_beside_it(client: Client) -> None:
    form = {"kind": "report", "headline": "A report", "body": "Text", "language": "en", "licence": "by", "when": "now"}
    words = {"upload_alt_1": "The gate at dawn", "upload_caption_1": "A caption", "upload_licence_1": "cc0"}
    answer = client.post("/publish/preview/", {**form, **words, "upload_1": SimpleUploadedFile("x.txt", b"no picture at all")})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="The gate at dawn"' in page
    assert 'value="A caption"' in page
    assert '<option value="cc0" selected>' in page
