from pathlib import Path

import pytest

from commonwire.features.compose import compose_feature
from commonwire.features.composition import ComposedQuotation, Composition
from commonwire.media.copy import copy_file
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.newswire.words import Kind
from commonwire.press.bake import bake, shelf
from tests import make


@pytest.mark.parametrize(("removes", "kept"), [(True, False), (False, True)])
def test_a_removed_picture_leaves_the_feature_that_copied_it(removes: bool, kept: bool, data_dir: Path) -> None:
    post = make.post("A photograph", files=[make.picture("The gate")])
    feature = compose_feature(
        composition=Composition(make.wording("Harbor", kind=Kind.FEATURE)), files=[copy_file(file=post.ordered_files[0])]
    )
    bake([feature.post.key])
    hide(submission=post, paragraph=make.paragraph("personal-data", removes=removes))
    make.settled()
    assert (b'alt="The gate"' in (shelf().read(feature.post.path or "") or b"")) is kept


def test_words_that_were_withdrawn_are_quoted_no_longer(data_dir: Path) -> None:
    post = make.post("A report", body="We counted the doors.")
    quotation = ComposedQuotation(words="We counted the doors.", source=post, paragraph=1)
    feature = compose_feature(composition=Composition(make.wording("Harbor", kind=Kind.FEATURE, body="Text."), quotations=[quotation]))
    bake([feature.post.key])
    assert b"counted the doors" in (shelf().read(feature.post.path or "") or b"")
    withdraw_post(post=Post.objects.get(pk=post.pk))
    make.settled()
    assert b"counted the doors" not in (shelf().read(feature.post.path or "") or b"")
