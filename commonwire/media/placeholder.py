"""Files an archive names but does not hold: a place with the name and the known size, to be filled when the file turns up."""

from django.db import transaction

from commonwire.base import clock
from commonwire.base.text import clean_line
from commonwire.ledger.record import record
from commonwire.media.accept import accept_picture
from commonwire.media.models import File, Rendition
from commonwire.media.quarantine import Readable
from commonwire.media.rules import must_be


@transaction.atomic
def make_placeholder(
    *, name: str, width: int | None = None, height: int | None = None, reduced: bool = False, kind: str = File.Kind.PICTURE
) -> File:
    """`name` as the archive prints it. Sizes are kept only when both are known; `reduced` when the archive showed a smaller one."""
    sides = {"width": width, "height": height} if width and height else {}
    told_name = clean_line(name)[:255]
    file: File = File.objects.create(kind=kind, state=File.State.MISSING, name=told_name, reduced=reduced, **sides)
    record("file.missed", f"file:{file.pk}", touched=[f"file:{file.pk}"], at=clock.hour())
    return file


def fill_placeholder(*, placeholder: File, upload: Readable, size: int) -> File:
    """The placeholder, ready, with the uploaded picture in it. Refused as accept_picture; WrongState when it is not missing."""
    must_be(placeholder, File.State.MISSING)
    draft = accept_picture(upload=upload, size=size)
    return _move(placeholder=placeholder, draft=draft)


@transaction.atomic
def _move(*, placeholder: File, draft: File) -> File:
    filled = {"kind": File.Kind.PICTURE, "state": File.State.READY, "width": draft.width, "height": draft.height}
    if not File.objects.missing().filter(pk=placeholder.pk).update(**filled):
        placeholder.refresh_from_db()  # someone was quicker; the draft is erased with the others nobody claimed
        must_be(placeholder, File.State.MISSING)
    Rendition.objects.filter(file=draft).update(file=placeholder)
    draft.delete()
    placeholder.refresh_from_db()
    record("file.ready", f"file:{placeholder.pk}", touched=[f"file:{placeholder.pk}"], at=clock.hour())
    return placeholder
