"""Erase a file: its bytes at once, its words with it; the row stays to say that something was here."""

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.media import folder
from commonwire.media.models import File, Rendition

_BLANK = {"title": "", "alt": "", "caption": "", "credit": "", "licence": "", "name": ""}


@transaction.atomic
def erase_file(*, file: File) -> None:
    """Safe to run twice. The bytes go before the transaction ends: a kill leaves a row without bytes, never the reverse."""
    paths = list(Rendition.objects.filter(file=file).values_list("path", flat=True))
    blank: dict[str, object] = {**_BLANK, "width": None, "height": None, "seconds": None, "reduced": False, "told": []}
    for name, value in {**blank, "state": File.State.ERASED}.items():
        setattr(file, name, value)
    file.save(update_fields=[*blank, "state"])
    Rendition.objects.filter(file=file).delete()
    folder.remove(paths)
    record("file.erased", f"file:{file.pk}", touched=[f"file:{file.pk}"], at=clock.hour())
