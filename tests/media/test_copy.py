from pathlib import Path
from unittest.mock import patch

import pytest

from commonwire.ledger.models import Entry
from commonwire.media.claim import claim_file
from commonwire.media.copy import copies_of, copy_file
from commonwire.media.describe import describe_file
from commonwire.media.erase import erase_file
from commonwire.media.models import File
from commonwire.media.refused import Refused
from commonwire.media.rules import WrongState
from tests.media.pictures import quarters, saved
from tests.media.shelf import accepted, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(data_dir: Path) -> File:
    file = accepted(saved(quarters(), "JPEG"))
    describe_file(file=file, alt="Four quarters", credit="Low Tide", licence="by")
    claim_file(file=file)
    return file


def shapes(file: File) -> list[tuple[object, ...]]:
    return [(row.width, row.height, row.content_type, row.bytes, row.moving) for row in file.renditions.all()]


def test_a_copy_is_a_draft_with_its_own_bytes(ready: File, data_dir: Path) -> None:
    copy = copy_file(file=ready)
    assert (copy.state, copy.alt, copy.credit, copy.licence, copy.width) == ("draft", "Four quarters", "Low Tide", "by", ready.width)
    assert shapes(copy) == shapes(ready)
    paths = [{row.path for row in file.renditions.all()} for file in (ready, copy)]
    assert not paths[0] & paths[1]
    erase_file(file=ready)
    assert set(stored(data_dir)) == paths[1]
    entry = Entry.objects.get(verb="file.copied")
    assert (entry.subject, entry.facts) == (f"file:{copy.pk}", {"source": f"file:{ready.pk}"})


def test_copies_of_copies_are_known_until_they_are_erased(ready: File) -> None:
    first = copy_file(file=ready)
    claim_file(file=first)
    second = copy_file(file=first)
    assert [each.pk for each in copies_of(ready.pk)] == [first.pk, second.pk]
    erase_file(file=first)
    assert [each.pk for each in copies_of(ready.pk)] == [second.pk]


def test_only_what_is_published_can_be_copied(ready: File) -> None:
    with pytest.raises(WrongState):
        copy_file(file=copy_file(file=ready))


def test_a_full_disk_leaves_nothing_behind(ready: File, data_dir: Path) -> None:
    before = stored(data_dir)
    with patch("commonwire.media.copy.folder.put", side_effect=OSError(28, "No space left on device")), pytest.raises(Refused):
        copy_file(file=ready)
    assert stored(data_dir) == before
    assert [file.state for file in File.objects.order_by("pk")] == ["ready", "erased"]
