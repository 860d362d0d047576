"""Two profiles are of one organisation: everything known of one goes to the other, and its address and names lead there.

Rooms above react to `organisation.merged` (its facts are the ids `old` and `new`) and let their rows point to the other.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.words import Visibility
from commonwire.organisations.keys import touched_by
from commonwire.organisations.models import Amendment, Organisation, Proof, Size
from commonwire.organisations.queries import umbrellas
from commonwire.organisations.rules import closes_a_circle

FILLED = ("short_name", "place", "area", "website", "about")  # where the kept profile says nothing


@transaction.atomic
def merge_organisations(*, old: Organisation, into: Organisation, by: str = "") -> Organisation:
    """`old` stays as a row out of sight. ValidationError when either is over, or is the body above the other."""
    list(Organisation.objects.select_for_update().order_by("pk").values_list("pk", flat=True))  # the whole tree moves, or waits
    for each in (old, into):
        each.refresh_from_db()
        if each.is_over or each.merged_into_id:
            raise ValidationError(_("“%(name)s” is no longer a profile of its own.") % {"name": each.name})
    _may_be_one(old, into)
    touched = [*touched_by(old), *touched_by(into), *(f"organisation:{each}" for each in old.affiliates.values_list("pk", flat=True))]
    _move(old, into)
    _fill(old, into)
    old.visibility, old.merged_into, old.umbrella = Visibility.WITHDRAWN, into, None
    old.forget_receipt()
    old.save()
    record("organisation.merged", old.key, touched=[*touched, "desk"], by=by, at=clock.hour(), old=old.pk, new=into.pk)
    return into


def _may_be_one(old: Organisation, into: Organisation) -> None:
    above = umbrellas()
    if old.pk == into.pk:
        raise ValidationError(_("Choose two different profiles."))
    if closes_a_circle(old.pk, into.pk, above) or closes_a_circle(into.pk, old.pk, above):
        raise ValidationError(_("One of them is the body above the other: they are two."))


def _move(old: Organisation, into: Organisation) -> None:
    """A proof that the other has too stays with the row it was given for: the challenge named that one."""
    old.affiliates.update(umbrella=into)
    old.merged.update(merged_into=into)
    known = set(Size.objects.filter(organisation=into).values_list("of", "wording", "low", "high", "source", "stated"))
    for size in Size.objects.filter(organisation=old):
        if (size.of, size.wording, size.low, size.high, size.source, size.stated) in known:
            size.delete()
    Size.objects.filter(organisation=old).update(organisation=into)
    Amendment.objects.filter(organisation=old).update(organisation=into)
    there = set(Proof.objects.filter(organisation=into).values_list("statement", "method"))
    moving = [
        proof.pk for proof in Proof.objects.filter(organisation=old) if proof.statement and (proof.statement, proof.method) not in there
    ]
    Proof.objects.filter(pk__in=moving).update(organisation=into)
    Proof.objects.filter(organisation=old).delete()


def _fill(old: Organisation, into: Organisation) -> None:
    for name in FILLED:
        if not getattr(into, name):
            setattr(into, name, getattr(old, name))
            into.website_confirmed = old.website_confirmed if name == "website" else into.website_confirmed
    if not into.public_key:
        into.public_key = old.public_key
    if not into.umbrella_id:
        into.umbrella_id = old.umbrella_id
    into.save()
