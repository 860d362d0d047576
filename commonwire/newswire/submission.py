"""What everything that strangers send has in common: a public id, a visibility, a receipt, a language, a minute."""

from datetime import datetime

from django.db import models

from commonwire.base import clock, receipts
from commonwire.base.ids import public_id
from commonwire.newswire.words import Visibility
from commonwire.site.models import PolicyParagraph


class Submission(models.Model):
    public_id = models.CharField(max_length=13, unique=True, default=public_id)
    visibility = models.CharField(max_length=10, choices=Visibility.choices)
    language = models.CharField(max_length=12)
    byline = models.CharField(max_length=120, blank=True)
    sent = models.DateTimeField()
    dated = models.CharField(max_length=120, blank=True)  # its date as an archive printed it, shown in place of ours
    plain = models.BooleanField(default=False)  # an archive's text: no sign in it is markup
    receipt_salt = models.BinaryField(max_length=16, default=bytes)
    receipt_hash = models.BinaryField(max_length=32, default=bytes)
    receipt_until = models.DateTimeField(null=True)
    hidden_by = models.ForeignKey(PolicyParagraph, null=True, on_delete=models.PROTECT, related_name="+")
    hidden_because = models.TextField(blank=True)
    hidden_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def is_shown(self) -> bool:
        return self.visibility == Visibility.SHOWN

    @property
    def is_hidden(self) -> bool:
        return self.visibility in (Visibility.HIDDEN, Visibility.WITHHELD)

    @property
    def is_over(self) -> bool:
        return self.visibility in (Visibility.WITHDRAWN, Visibility.PURGED)

    def lock(self) -> None:
        """Read it anew and hold it until the transaction ends: what somebody read a moment ago may be hidden or erased by now."""
        self.refresh_from_db(from_queryset=type(self)._default_manager.select_for_update())

    def keep_receipt(self, receipt: str, until: datetime) -> None:
        self.receipt_salt, self.receipt_hash = receipts.seal(receipt)
        self.receipt_until = until

    def forget_receipt(self) -> None:
        self.receipt_salt, self.receipt_hash, self.receipt_until = b"", b"", None

    def opened_as(self, receipt: str) -> str | None:
        """By whose receipt these six words open it, within its time: empty for its own, a name for a further one, None when not."""
        lasts = self.receipt_until is not None and self.receipt_until > clock.now()
        return "" if lasts and receipts.opens(receipt, bytes(self.receipt_salt), bytes(self.receipt_hash)) else None

    def opened_by(self, receipt: str) -> bool:
        return self.opened_as(receipt) is not None
