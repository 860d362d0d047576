"""Copy a picture that is published, so that a second text can show it: a draft of its own, with renditions of its own on disk."""

from pathlib import Path

from django.conf import settings
from django.db import transaction

from commonwire.base import clock
from commonwire.base.shelf import Shelf
from commonwire.ledger.models import Entry
from commonwire.ledger.record import record
from commonwire.media import folder
from commonwire.media.erase import erase_file
from commonwire.media.models import File, Rendition
from commonwire.media.refused import Refused
from commonwire.media.rules import must_be

COPIED = "file.copied"
_WORDS = ("title", "alt", "caption", "credit", "licence", "width", "height")


def copy_file(*, file: File) -> File:
    """A draft that shows the same, to be claimed within a day. WrongState when it is not ready; Refused when the disk is full.

    The ledger remembers what was copied from what: whoever takes the first back takes its copies back too.
    """
    must_be(file, File.State.READY)
    contents = {row.path: _content(row.path) for row in file.renditions.all()}
    copy, paths = _draft(file=file)
    try:
        for path, source in paths.items():
            folder.put(path, contents[source])
    except OSError as error:
        erase_file(file=copy)
        raise Refused("no_room") from error
    return copy


def copies_of(pk: int) -> list[File]:
    """Copies of this file that are not erased, and copies of those copies."""
    subjects = Entry.objects.filter(verb=COPIED, facts__source=f"file:{pk}").values_list("subject", flat=True)
    found = File.objects.filter(pk__in=[int(subject.partition(":")[2]) for subject in subjects])
    return [each for file in found for each in (*([file] if file.state != File.State.ERASED else []), *copies_of(file.pk))]


@transaction.atomic
def _draft(*, file: File) -> tuple[File, dict[str, str]]:
    """The rows of the copy, and for each of its paths the one it is copied from."""
    copy: File = File.objects.create(kind=file.kind, state=File.State.DRAFT, **{name: getattr(file, name) for name in _WORDS})
    paths = {}
    for row in file.renditions.all():
        path = folder.new_path(row.content_type)
        paths[path] = row.path
        same = {name: getattr(row, name) for name in ("width", "height", "content_type", "bytes", "moving")}
        Rendition.objects.create(file=copy, path=path, **same)
    record(COPIED, f"file:{copy.pk}", touched=[f"file:{copy.pk}"], at=clock.hour(), source=f"file:{file.pk}")
    return copy, paths


def _content(path: str) -> bytes:
    """OSError when the bytes went away meanwhile, as they do when the author withdraws."""
    lies_at = Shelf(Path(settings.DATA_DIR)).file(path)
    if lies_at is None:
        raise FileNotFoundError(path)
    return lies_at.read_bytes()
