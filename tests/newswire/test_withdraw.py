"""Withdrawing: nothing of it is left but the address, the date and the fact."""

import pytest
from django.conf import settings

from commonwire.ledger.models import Entry
from commonwire.media.models import File, Rendition
from commonwire.newswire.correct import correct_post
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Comment, Correction, FurtherMedia, Part, Post, PostFile
from commonwire.newswire.withdraw import withdraw_comment, withdraw_post
from commonwire.newswire.wording import COLUMNS
from tests import make

pytestmark = pytest.mark.django_db


def test_everything_is_erased() -> None:
    coast = make.region()
    post = make.post(
        "Needle headline",
        byline="Needle name",
        summary="s",
        body="b",
        credit="c",
        further_media=[("t", "https://example.org/")],
        regions=[coast],
        files=[make.picture()],
        receipt=make.RECEIPT,
    )
    make.part(post, files=[make.picture()])
    correct_post(post=post, wording=make.wording("Second", regions=[coast]), show_old=True)
    paths = [settings.DATA_DIR / row.path.lstrip("/") for row in Rendition.objects.all()]
    assert paths
    assert all(path.is_file() for path in paths)
    withdraw_post(post=Post.objects.get())
    found = Post.objects.get()
    assert {name: getattr(found, name) for name in COLUMNS if name not in ("language", "licence", "plain_release")} == {
        name: "" for name in COLUMNS if name not in ("language", "licence", "plain_release")
    }
    assert (found.visibility, found.path, found.release) == ("withdrawn", "/2026/01/16/needle-headline/", None)
    assert (bytes(found.receipt_hash), found.receipt_until) == (b"", None)
    assert [model.objects.count() for model in (Part, PostFile, FurtherMedia, Correction, Rendition)] == [0, 0, 0, 0, 0]
    assert set(File.objects.values_list("state", "alt")) == {("erased", "")}
    assert not any(path.exists() for path in paths)
    assert {coast.key, "newswire", "hidden", "desk"} <= set(Entry.objects.get(verb="post.withdrawn").touched)


def test_a_stale_hand_does_not_bring_the_words_back() -> None:
    """The desk hides what it read a moment ago; meanwhile the author has erased it."""
    read_by_the_desk = make.post("Needle headline", body="Needle")
    withdraw_post(post=Post.objects.get())
    with pytest.raises(Exception, match="cannot be hidden"):
        hide(submission=read_by_the_desk, paragraph=make.paragraph())
    found = Post.objects.get()
    assert (found.visibility, found.headline, found.body) == ("withdrawn", "", "")


def test_a_correction_on_its_way_does_not_bring_the_words_back() -> None:
    read_by_the_view = make.post("Needle headline", body="Needle")
    withdraw_post(post=Post.objects.get())
    with pytest.raises(Exception, match="over"):
        correct_post(post=read_by_the_view, wording=make.wording("Needle again"))
    assert (Post.objects.get().visibility, Post.objects.get().headline) == ("withdrawn", "")


def test_a_part_on_its_way_is_not_added_to_what_is_withdrawn() -> None:
    read_by_the_view = make.post()
    withdraw_post(post=Post.objects.get())
    with pytest.raises(Exception, match="over"):
        make.part(read_by_the_view, "Needle part")
    assert Part.objects.count() == 0


def test_a_comment_is_erased_and_the_post_stays() -> None:
    comment = make.comment(make.post(), "Needle", byline="Needle", title="Needle", receipt=make.RECEIPT)
    withdraw_comment(comment=comment)
    found = Comment.objects.get()
    assert (found.body, found.title, found.byline, found.visibility, bytes(found.receipt_hash)) == ("", "", "", "withdrawn", b"")
    assert Entry.objects.get(verb="comment.withdrawn").touched == [comment.post.key]
