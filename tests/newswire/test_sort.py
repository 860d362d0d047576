import pytest

from commonwire.ledger.models import Entry
from commonwire.newswire.models import Post
from commonwire.newswire.sort import sort_post
from tests import make

pytestmark = pytest.mark.django_db


def test_old_and_new_places_are_touched_alike() -> None:
    coast, hills, rent = make.region("Coast"), make.region("Hills"), make.topic("Rent")
    post = make.post(regions=[coast])
    sort_post(post=post, standing="local", highlighted=True, regions=[hills], topics=[rent], by="member:1")
    found = Post.objects.get()
    assert (found.standing, found.highlighted, [*found.regions.all()], [*found.topics.all()]) == ("local", True, [hills], [rent])
    touched = set(Entry.objects.get(verb="post.sorted").touched)
    assert {coast.key, hills.key, rent.key, "standing:new", "standing:local", "standing:highlighted", "desk"} <= touched


def test_none_leaves_as_it_is() -> None:
    coast = make.region("Coast")
    post = make.post(regions=[coast])
    sort_post(post=post, highlighted=True)
    assert (Post.objects.get().standing, list(post.regions.all())) == ("new", [coast])


def test_an_unknown_standing_is_refused() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        sort_post(post=make.post(), standing="nowhere")
