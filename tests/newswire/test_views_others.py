"""Comments, receipts, filters and addresses, as a browser without scripts uses them."""

from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client

from commonwire.newswire.hide import hide
from commonwire.newswire.models import Comment, Correction, Post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.press.bake import bake, shelf
from tests import make
from tests.conftest import Clock
from tests.media.pictures import quarters, saved
from tests.newswire.door import the_form

pytestmark = pytest.mark.django_db
TALK = {"kind": "comment", "body": "I was <there> & saw it.", "title": "Seen & heard", "byline": "Bo <b>"}


def _page(answer: Any) -> str:
    return str(answer.content.decode())


def _say(client: Client, post: Post, **words: Any) -> Any:
    where = f"/comment/{post.public_id}/"
    sending = the_form(_page(client.post(where, TALK | words)), where)
    return client.post(where, sending.data | {"act": "publish"})


def _open(client: Client, post: Post | Comment, **given: Any) -> Any:
    return client.post("/receipt/open/", {"receipt_for": post.public_id, "receipt_words": make.RECEIPT, **given})


def test_a_comment_in_two_steps(client: Client) -> None:
    post = make.post()
    answer = _say(client, post)
    comment = Comment.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"{post.path}#comment-{comment.public_id}")
    assert (comment.body, comment.title, comment.byline, comment.kind) == (TALK["body"], TALK["title"], TALK["byline"], "comment")
    page = (shelf().read(post.path or "") or b"").decode()
    assert "I was &lt;there&gt; &amp; saw it." in page
    assert f'id="comment-{comment.public_id}"' in page


def test_back_from_the_comment_preview_keeps_it(client: Client) -> None:
    where = f"/comment/{make.post().public_id}/"
    sending = the_form(_page(client.post(where, TALK)), where)
    form = the_form(_page(client.post(where, sending.data | {"act": "edit"})), where)
    assert {name: form[name] for name in TALK} == {name: [value] for name, value in TALK.items()}


def test_a_comment_sent_twice_stands_once(client: Client) -> None:
    post = make.post()
    where = f"/comment/{post.public_id}/"
    sending = the_form(_page(client.post(where, TALK)), where).data | {"act": "publish"}
    assert [client.post(where, sending).status_code for _ in range(2)] == [303, 303]
    assert Comment.objects.count() == 1


def test_an_empty_comment_is_asked_for(client: Client) -> None:
    answer = client.post(f"/comment/{make.post().public_id}/", TALK | {"body": " \x00 "})
    assert (answer.status_code, "Write something first." in _page(answer)) == (422, True)


def test_closed_talk_keeps_the_text(client: Client, frozen: Clock) -> None:
    make.site(comments_days=1)
    post = make.post()
    frozen.move(days=2)
    answer = client.post(f"/comment/{post.public_id}/", TALK)
    assert (answer.status_code, "are closed" in _page(answer)) == (403, True)
    assert the_form(_page(answer), "/comment/")["body"] == [TALK["body"]]


@pytest.mark.parametrize("error", [OperationalError("database is locked"), OperationalError("database or disk is full")])
def test_trouble_keeps_the_comment(client: Client, error: Exception) -> None:
    with patch("commonwire.newswire.views.comment.add_comment", side_effect=error):
        answer = _say(client, make.post())
    assert answer.status_code in (503, 507)
    assert the_form(_page(answer), "/comment/")["body"] == [TALK["body"]]


def test_a_held_comment_is_said_to_be_held(client: Client) -> None:
    answer = _say(client, make.post(), body="https://spam.example")
    assert answer.status_code == 303
    make.site(admission=3)
    answer = _say(client, make.post())
    assert (answer.status_code, "held for the desk" in _page(answer).lower()) == (200, True)


@pytest.mark.parametrize("state", ["held", "hidden", "unknown"])
def test_nothing_is_said_under_what_is_not_shown(client: Client, state: str) -> None:
    post = make.post(held=state == "held")
    if state == "hidden":
        hide(submission=post, paragraph=make.paragraph())
    where = "0000000000000" if state == "unknown" else post.public_id
    assert client.post(f"/comment/{where}/", TALK).status_code == 404


@pytest.mark.parametrize("words", ["wrong words entirely not these six", "", "\x00", "x" * 5000])
def test_wrong_words_open_nothing(client: Client, words: str) -> None:
    post = make.post(receipt=make.RECEIPT)
    answer = client.post("/receipt/open/", {"receipt_for": post.public_id, "receipt_words": words, "act": "withdraw", "sure": "yes"})
    assert answer.status_code in (403, 422)
    assert Post.objects.get().visibility == "shown"


def test_the_address_can_be_given_in_any_way(client: Client) -> None:
    post = make.post(receipt=make.RECEIPT)
    for given in (post.public_id, post.path, post.short_path, f"https://wire.example.org{post.path}#p3", f" {post.path}?x=1 "):
        answer = client.post("/receipt/open/", {"receipt_for": given, "receipt_words": make.RECEIPT.upper()})
        assert (answer.status_code, "Correct it" in _page(answer)) == (200, True), given


def test_correcting_by_the_form(client: Client) -> None:
    coast = make.region("Coast")
    post = make.post(
        "On 1/23/25",
        body="Body & <b>",
        byline="Ada",
        regions=[coast],
        further_media=[("Film", "https://video.example.org/")],
        files=[make.picture("Old alt")],
        receipt=make.RECEIPT,
        licence="by",
        content_note="noise",
        credit="By Ada",
        summary="S",
    )
    form = the_form(_page(_open(client, post, act="correct")), "/receipt/open/")
    kept = {"headline": "On 1/23/25", "body": "Body & <b>", "byline": "Ada", "regions": "coast", "media_title_1": "Film", "licence": "by"}
    kept |= {"content_note": "noise", "credit": "By Ada", "summary": "S", "media_url_1": "https://video.example.org/"}
    assert {name: form[name] for name in kept} == {name: [value] for name, value in kept.items()}
    file = post.ordered_files[0]
    form.fill(headline="On 1/23/26", note="The \x00year", show_old="on", save="yes", **{f"file_alt_{file.public_id}": "New alt"})
    answer = client.post(
        "/receipt/open/", form.data | {"upload_1": SimpleUploadedFile("x.jpg", saved(quarters(), "JPEG")), "upload_alt_1": "Second"}
    )
    assert (answer.status_code, answer["Location"]) == (303, post.path)
    found = Post.objects.get()
    assert (found.headline, found.body, [f.alt for f in found.ordered_files]) == ("On 1/23/26", "Body & <b>", ["New alt", "Second"])
    assert (Correction.objects.get().note, Correction.objects.get().old) == ("The year", {"headline": "On 1/23/25"})
    page = (shelf().read(post.path or "") or b"").decode()
    assert "Corrected by its author" in page
    assert "The year" in page


def test_a_wrong_correction_keeps_what_was_typed(client: Client) -> None:
    post = make.post(body="Old", receipt=make.RECEIPT)
    form = the_form(_page(_open(client, post, act="correct")), "/receipt/open/")
    answer = client.post("/receipt/open/", form.fill(headline="", body="Typed", note="My note", show_old="on", save="yes").data)
    again = the_form(_page(answer), "/receipt/open/")
    assert (answer.status_code, again["body"], again["note"], again["show_old"]) == (422, ["Typed"], ["My note"], ["on"])
    assert Post.objects.get().body == "Old"


def test_adding_a_part_by_the_form(client: Client) -> None:
    post = make.post(receipt=make.RECEIPT)
    form = the_form(_page(_open(client, post, act="part")), "/receipt/open/").fill(title="Later", body="More.", save="yes")
    sent = [
        client.post(
            "/receipt/open/", form.data | {"upload_1": SimpleUploadedFile("x.jpg", saved(quarters(), "JPEG")), "upload_alt_1": "Pier"}
        )
    ]
    sent.append(client.post("/receipt/open/", form.data))
    assert [answer.status_code for answer in sent] == [303, 303]
    part = post.parts.get()
    assert (part.title, part.body, [file.alt for file in part.ordered_files]) == ("Later", "More.", ["Pier"])


def test_trouble_keeps_the_part(client: Client) -> None:
    form = the_form(_page(_open(client, make.post(receipt=make.RECEIPT), act="part")), "/receipt/open/").fill(
        title="Later", body="Typed", save="yes"
    )
    with patch("commonwire.newswire.views.receipt_post.add_part", side_effect=OperationalError("database is locked")):
        answer = client.post("/receipt/open/", form.data)
    assert (answer.status_code, "Typed" in _page(answer)) == (503, True)


def test_withdrawing_asks_first(client: Client) -> None:
    post = make.post("Needle", receipt=make.RECEIPT)
    sure = the_form(_page(_open(client, post, act="withdraw")).split("No, back")[0].rsplit("<form", 1)[0], "/receipt/open/")
    assert Post.objects.get().visibility == "shown"
    answer = client.post("/receipt/open/", sure.data | {"sure": "yes"})
    assert (answer.status_code, answer["Location"]) == (303, post.path)
    found = shelf().find(post.path or "")
    assert found is not None
    assert (found.status, "Withdrawn by its author" in found.file.read_text(), "Needle" in found.file.read_text()) == (410, True, False)
    assert _open(client, post).status_code == 403


def test_a_comment_is_withdrawn_with_its_own_receipt(client: Client) -> None:
    post = make.post()
    comment = make.comment(post, "Needle", receipt=make.RECEIPT)
    assert "Correct it" not in _page(_open(client, comment))
    assert _open(client, comment, act="correct").status_code == 200
    assert _open(client, comment, act="withdraw", sure="yes").status_code == 303
    assert b"Needle" not in (shelf().read(post.path or "") or b"")


def test_thirty_days_and_forgetting(client: Client, frozen: Clock) -> None:
    post = make.post(receipt=make.RECEIPT)
    assert "thirty days" in _page(_open(client, post, act="extend"))
    frozen.move(days=20)
    assert _open(client, post, act="forget").status_code == 200
    assert _open(client, post).status_code == 403


def test_what_is_over_cannot_be_opened(client: Client) -> None:
    post = make.post(receipt=make.RECEIPT)
    withdraw_post(post=post)
    assert _open(client, post).status_code == 403


def test_a_hidden_post_says_why_to_its_author(client: Client) -> None:
    post = make.post(receipt=make.RECEIPT)
    hide(submission=post, paragraph=make.paragraph(), sentence="Boots.")
    assert "Boots." in _page(_open(client, post))


def test_filters_together(client: Client) -> None:
    make.post("Photo report", files=[make.picture()])
    make.post("Text report")
    page = _page(client.get("/newswire/filter/?kind=report&medium=photo&standing=new"))
    assert ("Photo report" in page, "Text report" in page) == (True, False)
    assert client.get("/newswire/filter/?highlighted=on").status_code == 200
    for wrong in ("kind=nothing", "kind=%00", "standing=%ff%fe", "medium=" + "x" * 3000):
        assert client.get(f"/newswire/filter/?{wrong}").status_code == 400


def test_short_addresses(client: Client) -> None:
    post = make.post()
    assert (client.get(post.short_path).status_code, client.get(post.short_path)["Location"]) == (301, post.path)
    assert client.get("/n/0000000000000/").status_code == 404
    assert client.get(make.post(held=True).short_path).status_code == 200
    removed = hide(submission=make.post("Her address"), paragraph=make.paragraph("personal-data", removes=True))
    answer = client.get(removed.short_path)
    assert (answer.status_code, "Her address" in _page(answer)) == (410, False)


def test_a_page_that_the_shelf_lost_is_printed_again(client: Client) -> None:
    post = make.post("Found again")
    answer = client.get(post.path or "")
    assert (answer.status_code, "Found again" in _page(answer), shelf().find(post.path or "") is not None) == (200, True, True)
    assert client.get("/2026/01/16/nothing/").status_code == 404


EVENT = {
    "kind": "event",
    "headline": "Rally",
    "language": "en",
    "licence": "by",
    "start_date": "2026-02-01",
    "start_time": "18:30",
    "zone": "America/New_York",
}


@pytest.mark.parametrize(
    ("typed", "starts", "ends"),
    [
        ({}, datetime(2026, 2, 1, 23, 30, tzinfo=UTC), None),
        ({"end_time": "20:00"}, datetime(2026, 2, 1, 23, 30, tzinfo=UTC), datetime(2026, 2, 2, 1, 0, tzinfo=UTC)),
        ({"end_time": "2:00"}, datetime(2026, 2, 1, 23, 30, tzinfo=UTC), datetime(2026, 2, 2, 7, 0, tzinfo=UTC)),
        (
            {"start_time": "6:30 PM", "end_date": "2026-02-03"},
            datetime(2026, 2, 1, 23, 30, tzinfo=UTC),
            datetime(2026, 2, 3, 23, 30, tzinfo=UTC),
        ),
        (
            {"start_date": "2026-03-08", "end_date": "2026-03-09"},
            datetime(2026, 3, 8, 22, 30, tzinfo=UTC),
            datetime(2026, 3, 9, 22, 30, tzinfo=UTC),
        ),
    ],
)
def test_an_event_by_the_form(client: Client, typed: dict[str, str], starts: datetime, ends: datetime | None) -> None:
    from commonwire.calendar.models import Event

    preview = client.post("/publish/event/preview/", EVENT | typed)
    assert preview.status_code == 200, _page(preview)
    answer = client.post("/publish/event/send/", the_form(_page(preview), "send/").data)
    event = Event.objects.get()
    assert (answer.status_code, event.starts, event.ends, event.zone) == (303, starts, ends, "America/New_York")
    assert shelf().find(f"{event.post.path}event.ics") is not None


@pytest.mark.parametrize(
    "typed",
    [
        {"start_date": ""},
        {"start_date": "2026-13-40"},
        {"start_time": "25:00"},
        {"zone": "Mars/Base"},
        {"start_date": "9999-12-31", "start_time": "23:59", "zone": "America/Los_Angeles"},
        {"start_date": "9999-12-31", "start_time": "23:59", "end_time": "01:00"},
        {"start_date": "0001-01-01", "start_time": "00:00", "zone": "Pacific/Kiritimati"},
        {"end_date": "2026-01-01"},
        {"end_date": "9999-12-31", "end_time": "23:59"},
        {"end_date": "0001-01-01", "zone": "Pacific/Kiritimati"},
        {"end_date": "2027-01-01"},
        {"start_date": "2026-03-08", "start_time": "02:30", "end_time": "03:00"},
        {"online_url": "javascript:alert(1)"},
        {"place": "x" * 300},
        {"place": "a\x00b"},
    ],
)
def test_an_event_that_cannot_be_is_asked_for(client: Client, typed: dict[str, str]) -> None:
    answer = client.post("/publish/event/preview/", EVENT | typed)
    page = _page(answer)
    assert (answer.status_code, 'role="alert"' in page, "#id_" in page.split('role="alert"')[1]) == (422, True, True)


def test_an_event_is_moved_with_its_receipt(client: Client) -> None:
    from commonwire.calendar.models import Event

    event = make.event("Rally")
    event.post.keep_receipt(make.RECEIPT, datetime(2026, 3, 1, tzinfo=UTC))
    event.post.save()
    form = the_form(_page(_open(client, event.post, act="correct")), "/receipt/open/")
    assert form["start_date"] == ["2026-01-17"]
    assert client.post("/receipt/open/", form.fill(start_date="2026-01-20", save="yes").data).status_code == 303
    moved = Event.objects.get()
    assert (moved.day.isoformat(), moved.sequence) == ("2026-01-20", 1)
    bake([moved.post.key])
    assert b"20 January 2026" in (shelf().read(moved.post.path or "") or b"")
