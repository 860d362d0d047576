"""State how many an organisation has, in the words of a source; and take a statement back."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.organisations.keys import LIST
from commonwire.organisations.models import Organisation, Size
from commonwire.organisations.sizes import MOST, read_size
from commonwire.organisations.words import SizeOf


@transaction.atomic
def state_size(
    *,
    organisation: Organisation,
    of: str = SizeOf.MEMBERS,
    wording: str = "",
    low: int | None = None,
    high: int | None = None,
    source: str = "",
    stated: date | None = None,
    by: str = "",
) -> Size:
    """Numbers that are not given are read from the wording. The same statement twice is one."""
    if low is None and high is None:
        read = read_size(wording)
        low, high = read.low, read.high
    if low is not None and high is not None and low > high:
        raise ValidationError(_("The lower number is above the higher one."))
    if not wording and low is None and high is None:
        raise ValidationError(_("Say how many, in words or in numbers."))
    if max(low or 0, high or 0) > MOST:
        raise ValidationError(_("There are not that many people."))
    given: dict[str, Any] = {"of": of, "wording": wording, "low": low, "high": high, "source": source, "stated": stated}
    size, made = Size.objects.get_or_create(organisation=organisation, **given)
    if made:
        _record("organisation.sized", organisation, by)
    return size


@transaction.atomic
def forget_size(*, size: Size, by: str = "") -> None:
    organisation = size.organisation
    size.delete()
    _record("organisation.unsized", organisation, by)


def _record(verb: str, organisation: Organisation, by: str) -> None:
    at = clock.hour() if by else None
    record(verb, organisation.key, touched=[organisation.key, LIST] if organisation.is_shown else ["desk"], by=by, at=at)
