"""Two steps, and nothing typed is lost on the way."""

import errno
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client

from commonwire.ledger.models import Entry
from commonwire.media.models import File
from commonwire.newswire.draft import LASTS, new_draft
from commonwire.newswire.models import Post
from commonwire.press.bake import bake, shelf
from tests import make
from tests.conftest import Clock
from tests.media.pictures import quarters, saved
from tests.newswire.door import body, forms, preview, publish, the_form

pytestmark = pytest.mark.django_db
VERB = "commonwire.newswire.views.publish.publish_post"
RELEASE = "NO WORK NO SCHOOL\nFOR IMMEDIATE RELEASE\nAda Quay, Dockers Local 7, organizer\n\nHARBOR – We strike.\n\n###"


@pytest.fixture
def everything() -> dict[str, Any]:
    """Each field of the form with something in it that has to be escaped."""
    make.region("Coast"), make.region("Hills"), make.topic("Rent & Homes")
    words = {
        "headline": 'Quay & "Gate" <b>',
        "byline": "Ada & Co <i>",
        "summary": "Line one & 'two'",
        "body": "First <para>.\n\n* second & third\n\n  indented",
        "language": "es",
        "kind": "repost",
        "regions": ["coast", "hills"],
        "topics": ["rent-homes"],
        "related_url": "https://example.org/?a=1&b=2",
        "source_name": "Elsewhere & Sons",
        "source_url": "https://source.example.org/x?y&z",
        "credit": "Production of <Low Tide>",
        "credit_url": "https://credit.example.org/",
        "licence": "by-sa",
        "content_note": "police & violence",
        "when": "random",
        "plain_release": "on",
    }
    media = {f"media_title_{n}": f"Film & {n}" for n in range(1, 6)} | {
        f"media_url_{n}": f"https://video.example.org/{n}?a&b" for n in range(1, 6)
    }
    return words | media


def _picture(name: str = "quay.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, saved(quarters(), "JPEG"), "image/jpeg")


def _kept(form: Any, words: dict[str, Any]) -> dict[str, Any]:
    return {name: (form[name] if isinstance(value, list) else "".join(form[name])) for name, value in words.items()}


def test_preview_and_back_keeps_every_field(client: Client, everything: dict[str, Any]) -> None:
    sending = the_form(preview(client, **everything), "send/")
    assert _kept(sending, everything) == everything
    back = client.post("/publish/edit/", sending.data)
    assert back.status_code == 200
    assert _kept(the_form(back.content.decode(), "preview/"), everything) == everything
    assert Post.objects.count() == 0


def test_an_error_keeps_every_field(client: Client, everything: dict[str, Any]) -> None:
    wrong = everything | {"headline": "", "related_url": "javascript:alert(1)"}
    answer = client.post("/publish/preview/", wrong)
    page = answer.content.decode()
    assert (answer.status_code, "Write a headline." in page, 'role="alert"' in page) == (422, True, True)
    assert _kept(the_form(page, "preview/"), wrong) == wrong


def test_what_is_sent_is_what_stands(client: Client, everything: dict[str, Any]) -> None:
    answer = publish(client, **everything | {"when": "now"})
    post = Post.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, post.path)
    names = (
        "headline",
        "byline",
        "summary",
        "body",
        "language",
        "kind",
        "related_url",
        "source_name",
        "source_url",
        "credit",
        "content_note",
    )
    assert {name: getattr(post, name) for name in names} == {name: everything[name] for name in names}
    assert [region.slug for region in post.regions.all()] == ["coast", "hills"]
    assert len(post.further_media.all()) == 5
    page = (shelf().read(post.path or "") or b"").decode()
    assert "Quay &amp; &quot;Gate&quot; &lt;b&gt;" in page
    assert "&amp;amp;" not in page
    assert "<para>" not in page


def test_the_page_is_baked_before_the_answer(client: Client) -> None:
    assert (shelf().find(publish(client)["Location"])) is not None


def test_files_travel_with_the_preview(client: Client) -> None:
    page = preview(
        client, upload_1=_picture(), upload_alt_1="A quay & a gate", upload_caption_1="By night", upload_2=_picture(), upload_alt_2="Two"
    )
    sending = the_form(page, "send/")
    assert len(sending["file"]) == 2
    back = the_form(client.post("/publish/edit/", sending.data).content.decode(), "preview/")
    ids = [handle.split(":")[0] for handle in back["file"]]
    assert [back[f"file_alt_{each}"] for each in ids] == [["A quay & a gate"], ["Two"]]
    back.fill(**{f"file_alt_{ids[0]}": "Changed", f"file_remove_{ids[1]}": "on"})
    again = the_form(client.post("/publish/preview/", back.data).content.decode(), "send/")
    client.post("/publish/send/", again.data)
    assert [(file.alt, file.caption) for file in Post.objects.get().ordered_files] == [("Changed", "By night")]
    assert sorted(File.objects.values_list("state", flat=True)) == ["erased", "ready"]


def test_a_refused_file_keeps_the_text_and_the_others(client: Client) -> None:
    bad = SimpleUploadedFile("report.exe", b"MZ" + b"\0" * 500, "image/jpeg")
    answer = client.post(
        "/publish/preview/", body(body="My text", upload_1=_picture(), upload_alt_1="Kept", upload_2=bad, upload_alt_2="Lost?")
    )
    page = answer.content.decode()
    form = the_form(page, "preview/")
    assert (answer.status_code, form["body"], len(form["file"])) == (422, ["My text"], 1)
    assert "File 2:" in page
    assert ["Kept"] in [form[name] for name, _ in form.pairs if name.startswith("file_alt_")]
    assert "report.exe" not in page


def test_too_many_files_are_said(client: Client) -> None:
    from django.conf import settings

    with patch.object(type(settings.ENVIRONMENT), "max_files", 1, create=True), patch.object(settings, "ENVIRONMENT") as environment:
        environment.max_files, environment.max_picture_mb, environment.max_picture_side, environment.form_min_seconds = 1, 50, 4096, 0
        answer = client.post("/publish/preview/", body(upload_1=_picture(), upload_2=_picture()))
    assert (answer.status_code, "at most 1 files" in answer.content.decode()) == (422, True)


def test_sent_twice_it_is_one_post(client: Client) -> None:
    sending = the_form(preview(client, upload_1=_picture(), upload_alt_1="x"), "send/")
    one, two = client.post("/publish/send/", sending.data), client.post("/publish/send/", sending.data)
    assert (one.status_code, two.status_code, one["Location"]) == (303, 303, two["Location"])
    assert Post.objects.count() == 1
    assert len(Post.objects.get().ordered_files) == 1


def test_the_receipt_of_the_preview_opens_the_post(client: Client) -> None:
    page = preview(client)
    words = " ".join(part.split("</span>")[0] for part in page.split('class="words"')[1].split("</p>")[0].split("<span>")[1:])
    client.post("/publish/send/", the_form(page, "send/").data)
    assert len(words.split()) == 6
    assert Post.objects.get().opened_by(words)


def test_an_expired_form_is_a_new_preview_with_everything(client: Client, everything: dict[str, Any], frozen: Clock) -> None:
    sending = the_form(preview(client, **everything), "send/")
    frozen.move(seconds=LASTS + 60)
    answer = client.post("/publish/send/", sending.data)
    again = the_form(answer.content.decode(), "send/")
    assert (answer.status_code, Post.objects.count()) == (200, 0)
    assert _kept(again, everything) == everything
    assert again["draft"] != sending["draft"]
    assert client.post("/publish/send/", again.data).status_code == 303
    assert Post.objects.count() == 1


@pytest.mark.parametrize("token", ["", "forged", "x:y:z", "a" * 5000, "\x00"])
def test_without_a_form_of_ours_nothing_is_published(client: Client, token: str) -> None:
    answer = client.post("/publish/send/", body(draft=token, body="My text"))
    assert (answer.status_code, Post.objects.count()) == (200, 0)
    assert the_form(answer.content.decode(), "send/")["body"] == ["My text"]


def test_a_token_of_another_site_gives_a_new_receipt(client: Client) -> None:
    with patch("commonwire.newswire.draft.SALT", "another"):
        foreign = new_draft().token
    page = client.post("/publish/send/", body(draft=foreign)).content.decode()
    assert "your receipt is a new one" in page
    assert Post.objects.count() == 0


def test_a_honeypot_holds(client: Client) -> None:
    answer = client.post("/publish/send/", the_form(preview(client), "send/").fill(website="https://spam.example").data)
    post = Post.objects.get()
    assert (post.visibility, answer.status_code, answer["Location"]) == ("held", 303, post.short_path)
    assert "held for the desk" in client.get(answer["Location"]).content.decode()


def test_the_gate_may_ask_to_hold(client: Client) -> None:
    client.post("/publish/send/", the_form(preview(client), "send/").data, headers={"X-Wire-Verdict": "hold"})
    assert Post.objects.get().visibility == "held"


@pytest.mark.parametrize(
    ("admission", "words", "visibility"),
    [
        (0, {"body": "see https://example.org"}, "shown"),
        (1, {"body": "no links"}, "shown"),
        (1, {"body": "see https://example.org"}, "held"),
        (1, {"body": "see www.example.org"}, "held"),
        (1, {"related_url": "https://example.org"}, "held"),
        (1, {"source_url": "https://example.org", "kind": "repost"}, "held"),
        (1, {"credit": "x", "credit_url": "https://example.org"}, "held"),
        (2, {"body": "plain"}, "shown"),
        (2, {"upload_1": True}, "held"),
        (3, {"body": "plain"}, "held"),
    ],
)
def test_how_open_the_door_stands(client: Client, admission: int, words: dict[str, Any], visibility: str) -> None:
    make.site(admission=admission)
    if "upload_1" in words:
        words = {"upload_1": _picture(), "upload_alt_1": "x"}
    publish(client, **words)
    assert Post.objects.get().visibility == visibility


def test_an_embargo_waits_for_its_hour(client: Client, frozen: Clock) -> None:
    text = "EMBARGOED UNTIL January 23, 2026 9:00 AM\n\nHARBOR – We strike.\n\n###"
    page = preview(client, body=text, kind="press-release")
    assert "Embargoed." in page
    answer = client.post("/publish/send/", the_form(page, "send/").data)
    post = Post.objects.get()
    assert (post.visibility, post.publish_at, answer["Location"]) == ("embargoed", datetime(2026, 1, 23, 9, tzinfo=UTC), post.short_path)
    assert "waiting for its hour" in client.get(post.short_path).content.decode()


def test_an_hour_that_cannot_be_read_is_asked_for(client: Client) -> None:
    answer = client.post("/publish/preview/", body(body="EMBARGOED UNTIL FRIDAY 9 AM\n\nHARBOR – We strike.\n\n###"))
    assert (answer.status_code, "names no hour we can read" in unescape(answer.content.decode())) == (422, True)


def test_an_hour_that_has_passed_is_now(client: Client) -> None:
    publish(client, body="EMBARGOED UNTIL January 3, 2026 9:00 AM\n\nHARBOR – We strike.\n\n###")
    assert Post.objects.get().visibility == "shown"


def test_a_random_moment_lies_within_the_hour(client: Client, frozen: Clock) -> None:
    publish(client, when="random")
    post = Post.objects.get()
    assert post.publish_at is not None
    assert timedelta(minutes=4) <= post.publish_at - frozen.at <= timedelta(minutes=60)
    assert post.publish_at.second == 0


def test_the_release_can_be_switched_off(client: Client) -> None:
    page = preview(client, body=RELEASE)
    assert "A press release was recognised" in page
    assert "<b>Ada Quay</b>" in page
    sending = the_form(page, "send/")
    button = next(button for button in sending.buttons if button.get("name") == "plain_release")
    off = client.post(button["formaction"], sending.fill(plain_release=button["value"]).data).content.decode()
    assert "switched off" in off
    client.post("/publish/send/", the_form(off, "send/").data)
    assert (Post.objects.get().plain_release, Post.objects.get().release) == (True, None)


def test_a_repost_names_its_source(client: Client) -> None:
    answer = client.post("/publish/preview/", body(kind="repost"))
    assert (answer.status_code, "Say where the text comes from" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "http://", "ht tp://x", "file:///etc"]
)
@pytest.mark.parametrize("name", ["related_url", "source_url", "credit_url", "media_url_1"])
def test_only_web_addresses_are_linked(client: Client, name: str, address: str) -> None:
    assert client.post("/publish/preview/", body(**{name: address})).status_code == 422


def test_people_leave_the_scheme_away(client: Client) -> None:
    publish(client, related_url="example.org/page")
    assert Post.objects.get().related_url == "https://example.org/page"


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 507, "disk of this site is full"),
        (OperationalError("database or disk is full"), 507, "disk of this site is full"),
        (OperationalError("database is locked"), 503, "cannot keep posts at this moment"),
        (OSError(errno.EIO, "Input/output error"), 503, "cannot keep posts at this moment"),
    ],
)
def test_trouble_of_the_house_keeps_the_text(
    client: Client, everything: dict[str, Any], error: Exception, status: int, sentence: str
) -> None:
    sending = the_form(preview(client, **everything, upload_1=_picture(), upload_alt_1="Kept"), "send/")
    with patch(VERB, side_effect=error):
        answer = client.post("/publish/send/", sending.data)
    page = answer.content.decode()
    form = the_form(page, "preview/")
    assert (answer.status_code, sentence in page, answer["Retry-After"]) == (status, True, "60")
    assert _kept(form, everything) == everything
    assert form["file"] == sending["file"]
    assert client.post("/publish/send/", sending.data).status_code == 303


@pytest.mark.parametrize("where", ["commonwire.newswire.uploads.accept_picture", "commonwire.newswire.uploads.describe_file"])
def test_a_full_disk_while_files_are_taken_keeps_those_that_were(client: Client, where: str) -> None:
    form = the_form(
        client.post("/publish/edit/", the_form(preview(client, upload_1=_picture(), upload_alt_1="A"), "send/").data).content.decode(),
        "preview/",
    )
    with patch(where, side_effect=OperationalError("database or disk is full")):
        answer = client.post("/publish/preview/", form.data | {"upload_1": _picture(), "body": "My text"})
    again = the_form(answer.content.decode(), "preview/")
    assert (answer.status_code, again["body"], again["file"]) == (507, ["My text"], form["file"])


def test_when_baking_fails_the_post_stands_and_the_ledger_owes_it(client: Client) -> None:
    with patch("commonwire.press.bake.bake", side_effect=OSError(errno.ENOSPC, "full")):
        assert publish(client).status_code == 303
    post = Post.objects.get()
    assert Entry.objects.filter(verb="post.published").count() == 1
    make.settled()
    assert shelf().find(post.path or "") is not None


def test_the_baked_form_holds_nothing_of_anybody(client: Client) -> None:
    bake(["site"])
    page = (shelf().read("/publish/") or b"").decode()
    form = the_form(page, "preview/")
    assert form["draft"] == []
    assert form.action == "/publish/preview/"
    assert the_form((shelf().read("/es/publish/") or b"").decode(), "preview/").action == "/es/publish/preview/"


@pytest.mark.parametrize("path", ["/publish/preview/", "/publish/send/", "/publish/edit/", "/comment/0123456789abc/", "/receipt/open/"])
def test_a_form_is_only_ever_sent(client: Client, path: str) -> None:
    assert client.get(path).status_code == 405


def test_an_unknown_kind_has_no_door(client: Client) -> None:
    assert client.post("/publish/feature/preview/", body()).status_code == 404
    assert client.post("/publish/preview/", body(kind="feature")).status_code == 422


def test_going_back_is_no_mistake(client: Client) -> None:
    page = client.post("/publish/edit/", body(headline="")).content.decode()
    assert 'role="alert"' not in page
    assert 'class="error"' not in page


def test_in_another_language(client: Client) -> None:
    answer = client.post("/es/publish/preview/", body())
    page = answer.content.decode()
    assert '<html lang="es"' in page
    assert {form.action for form in forms(page)} == {"/es/publish/send/"}
