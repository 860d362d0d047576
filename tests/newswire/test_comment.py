"""What readers add under a post."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from commonwire.base import clock
from commonwire.ledger.models import Entry
from commonwire.newswire.comment import release_comment
from commonwire.newswire.models import Comment
from tests import make
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_a_comment_touches_its_post_alone() -> None:
    post = make.post()
    comment = make.comment(post, "I was there.", kind="addition", byline="Ada", title="Facts")
    assert (comment.visibility, comment.kind, comment.language) == ("shown", "addition", "en")
    assert Entry.objects.get(verb="comment.added").touched == [post.key]


def test_sent_twice_it_stands_once() -> None:
    post = make.post()
    assert make.comment(post, public_id="0123456789abc").pk == make.comment(post, public_id="0123456789abc").pk


def test_closed_after_the_period(frozen: Clock) -> None:
    make.site(comments_days=30)
    post = make.post()
    frozen.move(days=29)
    make.comment(post)
    frozen.move(days=2)
    with pytest.raises(ValidationError, match="closed"):
        make.comment(post)
    assert Comment.objects.count() == 1


def test_an_archive_may_bring_old_ones(frozen: Clock) -> None:
    post = make.post()
    frozen.move(days=400)
    assert make.comment(post, sent=post.published).sent == post.published


def test_none_where_the_collective_takes_none() -> None:
    make.site(comments_days=0)
    with pytest.raises(ValidationError):
        make.comment(make.post())


def test_none_under_what_is_held() -> None:
    with pytest.raises(ValidationError):
        make.comment(make.post(held=True))


def test_a_held_comment_waits_for_the_desk() -> None:
    post = make.post()
    comment = make.comment(post, held=True)
    assert Entry.objects.get(verb="comment.held").touched == ["desk"]
    assert comment.sent.minute == 0
    release_comment(comment=comment)
    release_comment(comment=comment)
    assert Comment.objects.get().visibility == "shown"
    assert Entry.objects.filter(verb="comment.released").count() == 1


def test_a_series_is_talked_of_until_it_is_well_over(frozen: Clock) -> None:
    """Sixty days after it was announced readers still have questions about next week's date."""
    starts = clock.minute() + timedelta(days=7)
    series = make.event(starts=starts, rule="FREQ=WEEKLY;COUNT=20").post
    report = make.post()
    frozen.move(days=70)
    assert make.comment(series, "Is there a ramp?").is_shown
    with pytest.raises(ValidationError, match="closed"):
        make.comment(report, "Too late.")
