"""Whatever is sent, a sentence and a 4xx come back, never a 500; what can be kept of the text stands in the form."""

from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from commonwire.newswire.models import Post
from tests import make
from tests.newswire.door import body, preview, publish, the_form

pytestmark = pytest.mark.django_db
FIELDS = [
    *body(),
    "body",
    "summary",
    "byline",
    "regions",
    "topics",
    "related_url",
    "source_url",
    "credit_url",
    "media_url_1",
    "content_note",
]
FIELDS += [
    "draft",
    "file",
    "website",
    "file_alt_x",
    "start_date",
    "start_time",
    "end_date",
    "zone",
    "online_url",
    "receipt_for",
    "receipt_words",
    "act",
    "save",
    "note",
]
ANYTHING = st.text(max_size=60) | st.sampled_from(
    ["\x00", "\ud800".encode("utf-16", "surrogatepass").hex(), "0", "-1", "9999-12-31", "é" * 300, "' OR 1=1 --", "{{ 7 }}", "../../x"]
)
DOORS = [
    "/publish/preview/",
    "/publish/send/",
    "/publish/edit/",
    "/publish/event/preview/",
    "/publish/event/send/",
    "/receipt/open/",
    "/es/publish/preview/",
]


@given(soup=st.dictionaries(st.sampled_from(FIELDS), ANYTHING | st.lists(ANYTHING, max_size=3)), door=st.sampled_from(DOORS))
def test_any_soup_of_fields(soup: dict[str, Any], door: str) -> None:
    answer = Client().post(door, dict(soup))
    assert answer.status_code in (200, 403, 422)
    assert Post.objects.count() == 0


@given(
    raw=st.binary(max_size=300),
    kind=st.sampled_from(
        [
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/x-www-form-urlencoded; charset=utf-7",
            "application/json",
            "",
            "text/plain; charset=nope",
        ]
    ),
)
def test_any_body(raw: bytes, kind: str) -> None:
    for content in (raw, b'--x\r\nContent-Disposition: form-data; name="headline"\r\n\r\n' + raw, b"headline=" + raw):
        assert 200 <= Client().generic("POST", "/publish/preview/", content, content_type=kind).status_code < 500


def test_ten_megabytes_of_text(client: Client) -> None:
    answer = client.post("/publish/preview/", body(body="x" * 10_000_000))
    assert (answer.status_code, "your browser still holds what you typed" in answer.content.decode()) == (400, True)


def test_too_long_a_text_is_kept_and_counted(client: Client) -> None:
    text = "word " * 50_000
    answer = client.post("/publish/preview/", body(body=text))
    page = answer.content.decode()
    assert (answer.status_code, "This is too long" in page) == (422, True)
    assert the_form(page, "preview/")["body"] == [text]


@pytest.mark.parametrize(
    "text", [">" * 1000 + " deep", "> " * 1000, "- " * 1000, "[" * 5000, "*" * 5000, "`" * 5000, "#" * 1000, "\n> ".join("x" * 800)]
)
def test_a_thousand_nested_blocks(client: Client, text: str) -> None:
    assert publish(client, body=text).status_code == 303


def test_control_characters_are_taken_out(client: Client) -> None:
    publish(client, headline="a\x00b\x1bc\u202ed", body="x\x07y\uffff", byline="z\u2066w")
    post = Post.objects.get()
    assert (post.headline, post.body, post.byline) == ("abcd", "xy", "zw")


def test_too_many_fields(client: Client) -> None:
    answer = client.post("/publish/preview/", {f"f{n}": "x" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)})
    assert (answer.status_code, "too many fields" in answer.content.decode()) == (400, True)


def test_too_many_files(client: Client) -> None:
    files = {f"upload_1{n}": SimpleUploadedFile("x.jpg", b"x") for n in range(40)}
    assert client.post("/publish/preview/", body(**files)).status_code == 400


def test_a_forged_file_is_nobodys(client: Client) -> None:
    file = make.picture()
    form = the_form(preview(client, file=[f"{file.public_id}:forged", "x", "\x00"]), "send/")
    assert form["file"] == []


@pytest.mark.parametrize("name", ["\x00", "../../etc/passwd", "a" * 3000, '"; x="', "\u202egnp.exe", ""])
def test_a_file_name_is_never_read(client: Client, name: str) -> None:
    answer = client.post("/publish/preview/", body(upload_1=SimpleUploadedFile(name or "x", b"not a picture", "image/jpeg")))
    assert answer.status_code in (200, 400, 422)
    if name.strip("\x00./"):
        assert name not in answer.content.decode()
