from pathlib import Path

from commonwire.features.compose import compose_feature
from commonwire.features.composition import Composition
from commonwire.features.lose_picture import lose_copies
from commonwire.features.reactions import erase_copies_too
from commonwire.ledger.models import Entry
from commonwire.media.copy import copy_file
from commonwire.newswire.models import Post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.newswire.words import Kind
from commonwire.press.bake import bake, shelf
from tests import make
from tests.media.shelf import stored


def test_who_withdraws_a_photograph_takes_it_back_from_the_feature_that_copied_it(data_dir: Path) -> None:
    post = make.post("A photograph", files=[make.picture("The gate")])
    copy = copy_file(file=post.ordered_files[0])
    feature = compose_feature(composition=Composition(make.wording("Harbor", kind=Kind.FEATURE)), files=[copy])
    bake([feature.post.key])
    page = feature.post.path or ""
    assert b'alt="The gate"' in (shelf().read(page) or b"")
    withdraw_post(post=Post.objects.get(pk=post.pk))
    for entry in Entry.objects.filter(verb="file.erased"):
        erase_copies_too(entry)
    bake(Entry.objects.get(verb="feature.lost_picture").touched)
    assert stored(data_dir) == {}
    assert b'alt="The gate"' not in (shelf().read(page) or b"")
    after = Post.objects.get(pk=feature.post_id)
    assert (after.medium, after.ordered_files, after.is_shown) == ("text", [], True)
    assert Entry.objects.get(verb="feature.lost_picture").subject == f"feature:{feature.pk}"


def test_losing_twice_or_nothing_is_nothing() -> None:
    file = make.post(files=[make.picture()]).ordered_files[0]
    copy_file(file=file)
    assert [lose_copies(file=file.pk), lose_copies(file=file.pk), lose_copies(file=0)] == [1, 0, 0]
