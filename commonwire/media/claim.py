"""Claim a draft for something published: from now on it is ready, and what it told of its author is forgotten."""

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.media.models import File
from commonwire.media.rules import must_be


@transaction.atomic
def claim_file(*, file: File) -> None:
    """WrongState when it is no draft: another claim, or the round that erases drafts, was first."""
    if not File.objects.drafts().filter(pk=file.pk).update(state=File.State.READY, told=[]):
        file.refresh_from_db()
        must_be(file, File.State.DRAFT)
    file.state, file.told = File.State.READY, []
    record("file.ready", f"file:{file.pk}", touched=[f"file:{file.pk}"], at=clock.hour())
