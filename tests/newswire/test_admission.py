"""A correction or a part is admitted as a sending is, and a refused file leaves the words beside it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from commonwire.newswire.models import Part, Post
from commonwire.site.models import Admission
from tests import make

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


def test_nor_does_a_part(client: Client) -> None:
    make.site(admission=Admission.LINKS_HELD)
    post = make.post("A harmless report", receipt=make.RECEIPT)
    form = {"receipt_for": post.public_id, "act": "part", "save": "yes", "title": "More", **KEYS}
    answer = client.post("/receipt/open/", form | {"body": "https://casino.example"})
    assert (answer.status_code, Part.objects.count()) == (422, 0)
    assert "https://casino.example" in answer.content.decode()
    assert client.post("/receipt/open/", form | {"body": "No link"}).status_code == 303


def test_a_refused_file_leaves_the_words_beside_it(client: Client) -> None:
    form = {"kind": "report", "headline": "A report", "body": "Text", "language": "en", "licence": "by", "when": "now"}
    words = {"upload_alt_1": "The gate at dawn", "upload_caption_1": "A caption", "upload_licence_1": "cc0"}
    answer = client.post("/publish/preview/", {**form, **words, "upload_1": SimpleUploadedFile("x.txt", b"no picture at all")})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="The gate at dawn"' in page
    assert 'value="A caption"' in page
    assert '<option value="cc0" selected>' in page
