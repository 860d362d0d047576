"""Hiding in the open, and showing again."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from commonwire.ledger.models import Entry
from commonwire.newswire.hide import hide, unhide
from commonwire.newswire.models import Post
from commonwire.newswire.sort import sort_post
from commonwire.press.bake import bake, shelf
from tests import make

pytestmark = pytest.mark.django_db


def _at(path: str | None) -> tuple[int, str]:
    found = shelf().find(path or "")
    return (found.status, found.file.read_text()) if found else (404, "")


def test_hiding_says_why_and_keeps_only_the_hour() -> None:
    post = hide(submission=make.post(), paragraph=make.paragraph(), sentence="An advertisement for boots.", by="member:7")
    assert (post.visibility, post.hidden_because, post.hidden_at) == (
        "hidden",
        "An advertisement for boots.",
        datetime(2026, 1, 16, 20, 0, tzinfo=UTC),
    )
    entry = Entry.objects.get(verb="post.hidden")
    assert (entry.by, entry.facts) == ("member:7", {"reason": "spam"})
    assert {"newswire", "newswire@2026-01", "hidden", "desk", post.key} <= set(entry.touched)


def test_without_a_sentence_the_policy_speaks() -> None:
    assert hide(submission=make.post(), paragraph=make.paragraph()).hidden_because == "It is spam."


def test_the_old_standing_comes_back() -> None:
    post = sort_post(post=make.post(), standing="local", highlighted=True)
    unhide(submission=hide(submission=post, paragraph=make.paragraph()))
    found = Post.objects.get()
    assert (found.visibility, found.standing, found.highlighted, found.hidden_by, found.hidden_because) == (
        "shown",
        "local",
        True,
        None,
        "",
    )


def test_what_was_held_is_held_again() -> None:
    assert unhide(submission=hide(submission=make.post(held=True), paragraph=make.paragraph())).visibility == "held"


@pytest.mark.parametrize("twice", [hide, unhide])
def test_only_what_can_be(twice: object) -> None:
    post = make.post()
    with pytest.raises(ValidationError):
        if twice is hide:
            hide(submission=hide(submission=post, paragraph=make.paragraph()), paragraph=make.paragraph())
        else:
            unhide(submission=post)


def test_the_page_gives_the_reason_and_the_text_stands_apart() -> None:
    post = make.post("Buy boots", body="Needle text")
    hide(submission=post, paragraph=make.paragraph(), sentence="Boots.")
    bake([post.key])
    status, page = _at(post.path)
    assert (status, "Boots." in page, "Needle text" in page, 'content="noindex"' in page) == (200, True, False, True)
    status, text = _at(f"/hidden/{post.public_id}/")
    assert (status, "Needle text" in text, 'content="noindex"' in text) == (200, True, True)


def test_what_must_not_stand_anywhere_is_gone() -> None:
    post = make.post("Where she lives", body="Needle street 5")
    hide(submission=post, paragraph=make.paragraph("personal-data", removes=True), sentence="It told an address.")
    bake([post.key, "hidden"])
    status, page = _at(post.path)
    assert (status, "It told an address." in page) == (410, True)
    assert _at(f"/hidden/{post.public_id}/")[0] == 404
    everything = b"".join(file.read_bytes() for file in shelf().pages.rglob("*") if file.is_file())
    assert b"Needle street" not in everything
    assert b"Where she lives" not in everything


def test_shown_again_the_text_page_is_dropped() -> None:
    post = make.post("Boots", body="Needle text")
    bake([hide(submission=post, paragraph=make.paragraph()).key])
    bake([unhide(submission=post).key])
    assert _at(f"/hidden/{post.public_id}/")[0] == 404
    assert "Needle text" in _at(post.path)[1]


def test_a_hidden_part_leaves_feeds_and_lists_too() -> None:
    """Feeds carry the whole text, parts included."""
    post = make.post()
    part = make.part(post, "Needle title", body="Needle")
    bake([post.key, "newswire"])
    assert b"Needle" in (shelf().read("/newswire/feed.atom") or b"")
    hide(submission=part, paragraph=make.paragraph())
    bake(Entry.objects.get(verb="part.hidden").touched)
    everything = b"".join(file.read_bytes() for file in shelf().pages.rglob("*") if file.is_file())
    assert b"Needle" not in everything


def test_a_hidden_comment_says_why() -> None:
    post = make.post()
    comment = make.comment(post, "Needle talk")
    hide(submission=comment, paragraph=make.paragraph(), sentence="Insult.")
    bake([post.key])
    page = _at(post.path)[1]
    assert ("Needle talk" in page, "Insult." in page) == (False, True)
