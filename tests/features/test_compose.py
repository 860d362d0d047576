from datetime import date
from typing import Any

import pytest

from commonwire.features.compose import Overtaken, compose_feature, revise_feature
from commonwire.features.composition import ComposedLink, ComposedQuotation, ComposedRow, Composition
from commonwire.features.models import Feature
from commonwire.ledger.models import Entry
from commonwire.media.models import File
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from tests import make
from tests.conftest import Clock


def composition(headline: str = "Harbor stands still", body: str = "It is quiet.", **given: Any) -> Composition:
    return Composition(make.wording(headline, body=body, kind=Kind.FEATURE), **given)


def test_a_feature_is_a_post_with_its_first_revision() -> None:
    source = make.post("Source")
    composed = composition(
        lines=["No boats", "Harbor stands still"],
        phase="live",
        rows=[ComposedRow([ComposedLink("Photos", "photo", source), ComposedLink("Later")], "Coverage", "event")],
        quotations=[ComposedQuotation("Not one boat", "Jo", source, 2)],
    )
    feature = compose_feature(composition=composed, note="begun", by="member:1")
    assert (feature.post.kind, feature.dated, feature.redated, feature.phase) == ("feature", date(2026, 1, 16), None, "live")
    assert [(line.text, line.repeats) for line in feature.further_lines] == [("No boats", False), ("Harbor stands still", True)]
    revision = feature.revisions.get()
    assert (revision.number, revision.note, revision.said) == (
        1,
        "begun",
        {
            "headlines": "Harbor stands still\nNo boats\nHarbor stands still",
            "summary": "",
            "text": "It is quiet.",
            "quotations": "Not one boat — Jo",
            "links": "event Coverage | photo Photos | Later",
            "phase": "live",
        },
    )
    entry = Entry.objects.get(verb="feature.composed")
    assert (entry.by, "features" in entry.touched, feature.post.key in entry.touched) == ("member:1", True, True)


def test_the_same_public_id_gives_the_same_feature() -> None:
    one, two = (compose_feature(composition=composition(), public_id="0123456789abc") for _ in range(2))
    assert (one, Feature.objects.count(), Post.objects.count(), one.revisions.count()) == (two, 1, 1, 1)


def test_an_editor_who_was_overtaken_is_told_and_may_insist(frozen: Clock) -> None:
    feature = compose_feature(composition=composition())
    revise_feature(feature=feature, composition=composition(body="Theirs."), seen=1)
    with pytest.raises(Overtaken) as overtaken:
        revise_feature(feature=feature, composition=composition(body="Mine."), seen=1)
    assert overtaken.value.number == 2
    assert Feature.objects.get().post.body == "Theirs."
    frozen.move(days=3)
    revised = revise_feature(feature=feature, composition=composition(body="Mine."), seen=2)
    assert (revised.post.body, revised.dated, revised.redated) == ("Mine.", date(2026, 1, 16), date(2026, 1, 19))


def test_the_same_save_sent_twice_is_one_revision() -> None:
    feature = compose_feature(composition=composition())
    for _ in range(2):
        revise_feature(feature=feature, composition=composition(body="Louder."), seen=1)
    assert feature.revisions.count() == 2


def test_pictures_are_those_given_in_their_order_and_others_are_erased() -> None:
    one, two, three = (make.picture(f"picture {n}") for n in range(3))
    feature = compose_feature(composition=composition(), files=[one, two])
    assert feature.post.medium == "photo"
    revised = revise_feature(feature=feature, composition=composition(), files=[three, one])
    assert [file.alt for file in Post.objects.get(pk=revised.post_id).ordered_files] == ["picture 2", "picture 0"]
    assert [file.state for file in File.objects.order_by("pk")] == ["ready", "erased", "ready"]
    bare = revise_feature(feature=feature, composition=composition(), files=[])
    assert (bare.post.medium, Post.objects.get(pk=bare.post_id).ordered_files) == ("text", [])
