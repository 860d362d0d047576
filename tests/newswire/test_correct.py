"""Correcting: readers see that and when; the old words only when their author shows them."""

from datetime import timedelta

import pytest

from commonwire.ledger.models import Entry
from commonwire.media.models import File, Rendition
from commonwire.newswire.add_part import add_part
from commonwire.newswire.correct import correct_post
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Correction, Post
from tests import make
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_new_words_new_places_same_address(frozen: Clock) -> None:
    coast, hills = make.region("Coast"), make.region("Hills")
    post = make.post("Old headline", body="Old body.", regions=[coast])
    frozen.move(minutes=10)
    correct_post(post=post, wording=make.wording("New headline", body="New body.", regions=[hills]), note="A name was wrong.")
    found = Post.objects.get()
    assert (found.headline, found.body, found.path) == ("New headline", "New body.", "/2026/01/16/old-headline/")
    assert list(found.regions.all()) == [hills]
    assert found.updated == frozen.at.replace(second=0, microsecond=0)
    assert {coast.key, hills.key, f"{coast.key}@2026-01", f"{hills.key}@2026-01"} <= set(Entry.objects.get(verb="post.corrected").touched)
    correction = Correction.objects.get()
    assert (correction.note, correction.old, correction.new) == ("A name was wrong.", None, None)


def test_old_words_are_shown_when_ticked() -> None:
    post = make.post("On 1/23/25", body="Same.")
    correct_post(post=post, wording=make.wording("On 1/23/26", body="Same."), show_old=True)
    correction = Correction.objects.get()
    assert (correction.old, correction.new) == ({"headline": "On 1/23/25"}, {"headline": "On 1/23/26"})
    assert "<del>25</del>" in correction.differences[0] or "25" in correction.differences[0]


def test_only_what_changed_is_kept_when_ticked() -> None:
    post = make.post("Same", body="Old.")
    correct_post(post=post, wording=make.wording("Same", body="Old."), show_old=True)
    assert Correction.objects.get().old is None


def test_files_come_and_go() -> None:
    gone, stays, new = make.picture("gone"), make.picture("stays"), make.picture("new")
    post = make.post(files=[gone, stays])
    correct_post(post=post, wording=make.wording("x"), files=[new], removed=[gone])
    assert [file.alt for file in Post.objects.get().ordered_files] == ["stays", "new"]
    gone.refresh_from_db()
    assert (gone.state, gone.alt) == ("erased", "")
    assert not Rendition.objects.filter(file=gone).exists()


def test_without_its_last_picture_it_is_a_text() -> None:
    file = make.picture()
    post = make.post(files=[file])
    correct_post(post=post, wording=make.wording("x"), removed=[file])
    assert Post.objects.get().medium == "text"
    assert {"medium:photo", "medium:text"} <= set(Entry.objects.get(verb="post.corrected").touched)


def test_a_held_post_is_corrected_without_a_word_to_readers() -> None:
    post = make.post(held=True)
    correct_post(post=post, wording=make.wording("Better"))
    assert (Post.objects.get().updated, Correction.objects.count()) == (None, 0)


def test_a_correction_never_brings_a_hidden_post_back() -> None:
    """The desk hid it while the author's form was on its way: hiding wins."""
    held_by_the_view = make.post()
    hide(submission=Post.objects.get(), paragraph=make.paragraph())
    correct_post(post=held_by_the_view, wording=make.wording("Mended"))
    found = Post.objects.get()
    assert (found.visibility, found.headline) == ("hidden", "Mended")


def test_the_hour_of_an_embargo_can_be_moved(frozen: Clock) -> None:
    post = make.post(publish_at=frozen.at + timedelta(hours=1))
    later = (frozen.at + timedelta(hours=9)).replace(second=0, microsecond=0)
    correct_post(post=post, wording=make.wording("x"), publish_at=later)
    assert Post.objects.get().publish_at == later


def test_parts_take_their_place_in_order() -> None:
    post = make.post()
    add_part(post=post, title="First", body="One.", files=[make.picture("in part")])
    add_part(post=post, title="Second", related_url="https://example.org/")
    found = Post.objects.get()
    assert [(part.position, part.title) for part in found.parts.all()] == [(0, "First"), (1, "Second")]
    assert found.ordered_files == []
    assert [file.alt for file in found.parts.all()[0].ordered_files] == ["in part"]
    assert found.updated is not None
    assert "newswire" in Entry.objects.filter(verb="part.added")[0].touched


def test_a_part_sent_twice_is_one_part() -> None:
    post = make.post()
    one = add_part(post=post, title="First", public_id="0123456789abc")
    assert add_part(post=post, title="First", public_id="0123456789abc").pk == one.pk
    assert post.parts.count() == 1


def test_a_part_does_not_make_the_post_a_photo() -> None:
    post = make.post()
    add_part(post=post, title="First", files=[make.picture()])
    correct_post(post=post, wording=make.wording("x"))
    assert (Post.objects.get().medium, File.objects.get().state) == ("text", "ready")
