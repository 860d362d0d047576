"""What happens when somebody else is quicker."""

from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError

from commonwire.newswire import publish
from commonwire.newswire.add_part import add_part
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Comment, Part, Post
from tests import make


@pytest.mark.django_db(transaction=True)
def test_an_address_taken_in_the_same_moment_costs_nobody_a_post() -> None:
    taken = make.post("Same words").path
    give, looks = publish.give_address, []

    def too_late(post: Post, day: object = None) -> None:
        give(post)
        looks.append(post.path)
        if len(looks) == 1:
            post.path = taken

    with patch("commonwire.newswire.publish.give_address", too_late):
        assert make.post("Same words").path != taken
    assert (len(looks), Post.objects.count()) == (2, 2)


@pytest.mark.django_db
def test_nothing_is_added_under_a_post_that_was_hidden_meanwhile() -> None:
    post = make.post()
    opened = Post.objects.get()
    hide(submission=post, paragraph=make.paragraph())
    with pytest.raises(ValidationError):
        make.comment(opened)
    assert Comment.objects.count() == 0


@pytest.mark.django_db
def test_the_same_part_sent_twice_stands_once() -> None:
    post = make.post()
    for _twice in range(2):
        add_part(post=post, title="Later", public_id="0123456789abc")
    assert Part.objects.count() == 1
