"""Reads that need thought."""

from commonwire.findings.models import Finding, Reading
from commonwire.mobilizations.models import Mobilization

RECENT = 30


def recent() -> list[Reading]:
    return list(Reading.objects.select_related("mobilization__post").prefetch_related("posts")[:RECENT])


def with_everything(public_id: str) -> Reading | None:
    """A reading with its posts, facts and unread lines, in a fixed number of queries."""
    readings = Reading.objects.filter(public_id=public_id).select_related("mobilization__post")
    return readings.prefetch_related("posts", "findings__post", "unread__post").first()


def taken_for(mobilization: Mobilization) -> list[Finding]:
    """The facts of a day of action that were read in posts, in the order of their kinds."""
    found = Finding.objects.filter(taken_into=mobilization)
    return list(found.select_related("post").order_by("reading_id", "position"))


def is_read(mobilization: Mobilization) -> bool:
    return Finding.objects.filter(taken_into=mobilization).exists()
