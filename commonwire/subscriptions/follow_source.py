"""Follow another calendar, or change how it is followed."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.subscriptions.models import Source
from commonwire.taxonomy.models import Region, Topic


@transaction.atomic
def follow_source(
    *,
    name: str,
    language: str,
    url: str = "",
    hours: int = 6,
    regions: Sequence[Region] = (),
    topics: Sequence[Topic] = (),
    trusted: bool = False,
    by: str = "",
) -> Source:
    """Without `url` its files come by hand. It is looked at within a minute. ValidationError when it is followed already."""
    _must_be_new(name, url)
    source = Source.objects.create(
        name=name, url=url, hours=hours, language=language, trusted=trusted, next_look=clock.minute() if url else None
    )
    source.regions.set(regions)
    source.topics.set(topics)
    record("source.followed", f"source:{source.pk}", touched=["desk"], by=by, at=clock.hour())
    return source


@transaction.atomic
def change_source(
    *,
    source: Source,
    name: str,
    language: str,
    url: str = "",
    hours: int = 6,
    regions: Sequence[Region] = (),
    topics: Sequence[Topic] = (),
    trusted: bool = False,
    paused: bool = False,
    by: str = "",
) -> Source:
    """What is published stays as it is; what comes from now on is signed and placed so. It is looked at again at once."""
    source = Source.objects.select_for_update().get(pk=source.pk)
    _must_be_new(name, url, source)
    if url != source.url:
        source.etag = ""
    source.name, source.language, source.url, source.hours = name, language, url, hours
    source.trusted, source.paused = trusted, paused
    source.failures, source.next_look = 0, clock.minute() if url and not paused else None
    source.save()
    source.regions.set(regions)
    source.topics.set(topics)
    record("source.changed", f"source:{source.pk}", touched=["desk"], by=by, at=clock.hour())
    return source


@transaction.atomic
def look_soon(*, source: Source, by: str = "") -> None:
    """Within a minute, whatever its pause."""
    if source.url and not source.paused:
        Source.objects.filter(pk=source.pk).update(next_look=clock.minute())
    record("source.asked_for", f"source:{source.pk}", touched=["desk"], by=by, at=clock.hour())


def _must_be_new(name: str, url: str, own: Source | None = None) -> None:
    others = Source.objects.exclude(pk=own.pk) if own else Source.objects.all()
    if others.filter(name=name).exists():
        raise ValidationError({"name": _("There is a calendar of this name already.")})
    if url and others.filter(url=url).exists():
        raise ValidationError({"url": _("This address is followed already.")})
