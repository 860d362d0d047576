"""What was hidden, withdrawn or folded reaches nobody by a side door."""

import pytest

from commonwire.media.models import File, Rendition
from commonwire.newswire.correct import correct_post
from commonwire.newswire.hide import hide, unhide
from commonwire.newswire.models import Correction, Post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.ops.check import check_media
from commonwire.press.bake import bake, shelf
from tests import make

pytestmark = pytest.mark.django_db


def _paths(file: File) -> list[str]:
    return list(Rendition.objects.filter(file=file).values_list("path", flat=True))


def _served(paths: list[str]) -> set[bool]:
    return {shelf().find(path) is not None for path in paths}


def _text(path: str | None) -> str:
    return (shelf().read(path or "") or b"").decode()


def test_a_picture_goes_with_the_words_that_a_reason_removes_and_comes_back_with_them() -> None:
    file = make.picture()
    post, paths = make.post(files=[file]), _paths(file)
    make.settled()
    assert _served(paths) == {True}
    hide(submission=post, paragraph=make.paragraph("personal-data", removes=True))
    make.settled()
    assert _served(paths) == {False}
    assert check_media() == []
    unhide(submission=post)
    make.settled()
    assert _served(paths) == {True}


def test_a_reason_that_only_folds_leaves_the_picture_where_the_hidden_text_shows_it() -> None:
    file = make.picture()
    post, paths = make.post(files=[file]), _paths(file)
    hide(submission=post, paragraph=make.paragraph("spam"))
    make.settled()
    assert _served(paths) == {True}


def test_the_picture_of_a_hidden_part_goes_alone() -> None:
    own, parts = make.picture(), make.picture()
    post = make.post(files=[own])
    own_paths, part_paths = _paths(own), _paths(parts)
    hide(submission=make.part(post, files=[parts]), paragraph=make.paragraph("spam"))
    make.settled()
    assert (_served(own_paths), _served(part_paths)) == ({True}, {False})


@pytest.mark.django_db(transaction=True)  # what follows a withdrawal cannot run inside of one
def test_what_is_kept_back_is_erased_when_its_author_withdraws() -> None:
    file = make.picture()
    post, paths = make.post(files=[file]), _paths(file)
    hide(submission=post, paragraph=make.paragraph("personal-data", removes=True))
    make.settled()
    withdraw_post(post=post)
    make.settled()
    assert _served(paths) == {False}
    assert [each for each in (shelf().pages.parent / "kept-back").rglob("*") if each.is_file()] == []


def test_a_tombstone_repeats_no_word_of_what_is_gone() -> None:
    post = make.post("Jane Doe lives at Elm Street")
    hide(submission=post, paragraph=make.paragraph("personal-data", removes=True))
    bake(["newswire"])
    feed = _text("/newswire/feed.atom")
    assert f'ref="https://wire.example.org/n/{post.public_id}/"' in feed
    assert "jane" not in feed.lower()


def test_a_correction_made_while_hidden_is_said_when_the_post_comes_back() -> None:
    post = hide(submission=make.post("Before", body="Old."), paragraph=make.paragraph("spam"))
    correct_post(post=post, wording=make.wording("After", body="New."))
    assert Correction.objects.count() == 1
    assert Post.objects.get().updated is not None


def test_a_held_post_is_corrected_without_a_trace() -> None:
    correct_post(post=make.post("Before", held=True), wording=make.wording("After"))
    assert Correction.objects.count() == 0


def test_what_a_content_note_folds_is_not_told_to_search_engines() -> None:
    post = make.post("Inquest", body="The wound was deep.", content_note="injuries")
    bake([post.key])
    head = _text(post.path).partition("</head>")[0]
    assert "Inquest" in head
    assert "wound" not in head


def test_a_feed_says_a_summary_as_text_not_as_markup() -> None:
    make.post("Alarm", summary="<svg/onload=1> & more")
    bake(["newswire"])
    for name in ("rss", "atom"):
        assert "&amp;lt;svg/onload=1&amp;gt; &amp;amp; more" in _text(f"/newswire/feed.{name}")
