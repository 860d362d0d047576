"""The verbs that change a file's row: describe, claim, erase, and the round that erases what nobody claimed."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from commonwire.base import clock
from commonwire.base.shelf import Shelf
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import ROUNDS
from commonwire.media.claim import claim_file
from commonwire.media.describe import describe_file
from commonwire.media.erase import erase_file
from commonwire.media.models import File, Rendition
from commonwire.media.reactions import erase_forgotten_drafts
from commonwire.media.refused import Refused
from commonwire.media.rules import WrongState
from tests.media import pictures
from tests.media.shelf import accepted, stored

pytestmark = pytest.mark.django_db


def _draft() -> File:
    return accepted(pictures.telling_jpeg())


def _acts() -> list[str]:
    return list(Entry.objects.order_by("id").values_list("verb", flat=True))


def test_words_are_made_clean_and_replace_the_old(data_dir: Path) -> None:
    file = _draft()
    describe_file(file=file, title=" The\tbanner \u202e", alt="old", caption="one\r\n\r\ntwo ", credit="Ada", licence="by-sa")
    describe_file(file=file, title=" The\tbanner \u202e", alt="Two people\nhold it", caption="one\r\n\r\ntwo ", credit="Ada")
    file.refresh_from_db()
    assert (file.title, file.alt, file.caption, file.credit, file.licence) == (
        "The banner",
        "Two people hold it",
        "one\n\ntwo",
        "Ada",
        "",
    )
    assert _acts() == ["file.accepted", "file.described", "file.described"]


def test_too_long_is_a_sentence_and_changes_nothing(data_dir: Path) -> None:
    file = _draft()
    with pytest.raises(Refused) as refused:
        describe_file(file=file, title="fine", alt="x" * 2001)
    assert "2,000 characters" in str(refused.value)
    file.refresh_from_db()
    assert (file.title, file.alt) == ("", "")


def test_a_claimed_file_is_ready_and_forgets_what_it_told(data_dir: Path) -> None:
    file = _draft()
    assert file.told
    claim_file(file=file)
    file.refresh_from_db()
    assert (file.state, file.told) == ("ready", [])
    assert Entry.objects.get(verb="file.ready").touched == [f"file:{file.pk}"]


def test_a_file_is_claimed_once(data_dir: Path) -> None:
    file = _draft()
    claim_file(file=File.objects.get(pk=file.pk))
    with pytest.raises(WrongState):
        claim_file(file=file)
    assert _acts().count("file.ready") == 1


def test_an_erased_file_leaves_no_byte_and_no_word(data_dir: Path) -> None:
    file = _draft()
    describe_file(file=file, title="t", alt="a", caption="c", credit="d", licence="by")
    claim_file(file=file)
    assert stored(data_dir)
    before = Shelf(Path(settings.DATA_DIR)).generation()
    erase_file(file=file)
    row = dict(File.objects.values().get(pk=file.pk))
    kept = {name: value for name, value in row.items() if name not in ("id", "public_id", "kind", "made")}
    blank = {"title": "", "alt": "", "caption": "", "credit": "", "licence": "", "name": "", "told": [], "reduced": False}
    assert kept == {**blank, "state": "erased", "width": None, "height": None, "seconds": None}
    assert (stored(data_dir), Rendition.objects.count()) == ({}, 0)
    assert Shelf(Path(settings.DATA_DIR)).generation() > before
    erase_file(file=file)
    with pytest.raises(WrongState):
        describe_file(file=file, title="back")
    with pytest.raises(WrongState):
        claim_file(file=file)


def test_the_round_erases_drafts_of_yesterday_and_nothing_else(data_dir: Path) -> None:
    old, young, claimed = _draft(), _draft(), _draft()
    claim_file(file=claimed)
    yesterday = clock.minute() - timedelta(hours=24, minutes=2)
    File.objects.exclude(pk=young.pk).update(made=yesterday)
    erase_forgotten_drafts()
    assert dict(File.objects.values_list("pk", "state")) == {old.pk: "erased", young.pk: "draft", claimed.pk: "ready"}
    assert len({row.file_id for row in Rendition.objects.all()}) == 2
    assert len(stored(data_dir)) == Rendition.objects.count()
    assert ROUNDS["media.reactions.erase_forgotten_drafts"].seconds == 600


def test_times_are_whole_minutes_on_the_row_and_on_disk(data_dir: Path) -> None:
    file = _draft()
    file.refresh_from_db()
    assert (file.made.second, file.made.microsecond) == (0, 0)
    times = [path.stat().st_mtime % 60 for path in (data_dir / "media").rglob("*") if path.is_file()]
    assert times
    assert set(times) == {0.0}


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "picture", "state": "lost"},
        {"kind": "sculpture", "state": "missing", "name": "x.jpg"},
        {"kind": "picture", "state": "missing", "name": ""},
        {"kind": "picture", "state": "ready"},
        {"kind": "picture", "state": "draft", "width": 5},
        {"kind": "picture", "state": "draft", "width": 0, "height": 0},
        {"kind": "audio", "state": "erased", "title": "still here"},
    ],
)
def test_the_database_itself_refuses_what_cannot_be(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        File.objects.create(**wrong)
    File.objects.create(kind="audio", state="missing", name="x.mp3")  # the control
