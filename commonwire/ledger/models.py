"""What happened, one line an act, and what each line still owes."""

from django.db import models


class Entry(models.Model):
    """One act. Never an address, a session, or a name that was not given for publication."""

    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=60)
    by = models.CharField(max_length=60, blank=True)  # `member:12` for acts of the desk, empty for everyone else
    at = models.DateTimeField()
    touched = models.JSONField(default=list)
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["subject", "id"], name="entry_subject")]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}"


class Due(models.Model):
    """What one entry still owes one reaction. The row is the job: it is deleted when the reaction has run, so a kill loses nothing."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="+")
    reaction = models.CharField(max_length=80)
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
    parked = models.BooleanField(default=False)
    trouble = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["parked", "reaction", "id"], name="due_open")]

    def __str__(self) -> str:
        return f"{self.reaction} for entry {self.entry_id}"
