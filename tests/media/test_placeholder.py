"""A named place for what the archive does not hold, filled when it turns up."""

import io
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from commonwire.ledger.models import Entry
from commonwire.media.models import File, Rendition
from commonwire.media.placeholder import fill_placeholder, make_placeholder
from commonwire.media.refused import Refused
from commonwire.media.rules import WrongState
from tests.media import pictures
from tests.media.shelf import stored

pytestmark = pytest.mark.django_db


def _fill(placeholder: File, content: bytes) -> File:
    return fill_placeholder(placeholder=placeholder, upload=io.BytesIO(content), size=len(content))


def test_a_placeholder_keeps_what_the_archive_says() -> None:
    file = make_placeholder(name=" harbor_march.jpg ", width=2263, height=1108, reduced=True)
    file.refresh_from_db()
    assert (file.kind, file.state, file.name, file.width, file.height, file.reduced) == (
        "picture",
        "missing",
        "harbor_march.jpg",
        2263,
        1108,
        True,
    )
    assert [(each.verb, each.touched) for each in Entry.objects.all()] == [("file.missed", [f"file:{file.pk}"])]


def test_half_a_size_is_no_size_and_no_name_is_no_placeholder() -> None:
    file = make_placeholder(name="a.mp3", width=20, kind=File.Kind.AUDIO)
    assert (file.kind, file.width, file.height) == ("audio", None, None)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_placeholder(name=" ")


def test_the_file_that_turned_up_takes_the_place_and_its_words_stay(data_dir: Path) -> None:
    placeholder = make_placeholder(name="harbor.jpg", width=2263, height=1108)
    File.objects.filter(pk=placeholder.pk).update(caption="At the gate")
    filled = _fill(placeholder, pictures.telling_jpeg())
    assert (filled.pk, filled.state, filled.width, filled.height, filled.caption, filled.name) == (
        placeholder.pk,
        "ready",
        80,
        60,
        "At the gate",
        "harbor.jpg",
    )
    assert (File.objects.count(), {row.path for row in filled.renditions.all()}) == (1, set(stored(data_dir)))
    assert Entry.objects.filter(verb="file.ready", touched=[f"file:{placeholder.pk}"]).count() == 1


def test_a_refused_file_leaves_the_place_as_it_was(data_dir: Path) -> None:
    placeholder = make_placeholder(name="harbor.jpg")
    with pytest.raises(Refused):
        _fill(placeholder, b"%PDF-1.4")
    placeholder.refresh_from_db()
    assert (placeholder.state, Rendition.objects.count(), stored(data_dir)) == ("missing", 0, {})


def test_a_place_is_filled_once(data_dir: Path) -> None:
    placeholder = make_placeholder(name="harbor.jpg")
    stale = File.objects.get(pk=placeholder.pk)
    filled = _fill(placeholder, pictures.telling_jpeg())
    before = set(filled.renditions.values_list("path", flat=True))
    with pytest.raises(WrongState):
        _fill(stale, pictures.telling_png())
    assert set(filled.renditions.values_list("path", flat=True)) == before
    assert [file.state for file in File.objects.drafts()] == ["draft"]  # which the round erases
