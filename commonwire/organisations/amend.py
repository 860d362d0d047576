"""Propose a correction of a profile: it waits for the desk, and is done when the desk releases it."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.rules import receipt_lasts
from commonwire.newswire.words import Visibility
from commonwire.organisations.affiliate import affiliate
from commonwire.organisations.change_organisation import WORDS, change_organisation
from commonwire.organisations.models import Amendment, Organisation
from commonwire.organisations.profile import UMBRELLA, profile_of
from commonwire.organisations.queries import umbrellas
from commonwire.organisations.rules import closes_a_circle
from commonwire.organisations.state_size import state_size
from commonwire.site.queries import the_site


@transaction.atomic
def amend(
    *,
    organisation: Organisation,
    changes: dict[str, Any],
    source: str = "",
    byline: str = "",
    language: str = "",
    receipt: str = "",
    public_id: str = "",
) -> Amendment:
    """`changes` are `{"words": {field: {"old", "new"}}, "sizes": […]}`; ValidationError when they are none."""
    organisation.lock()  # so that the same draft sent twice at once is one
    known = Amendment.objects.filter(public_id=public_id).first() if public_id else None
    if known:
        return known
    if not any(changes.values()):
        raise ValidationError(_("This is what the profile says already. Change something first."))
    amendment = Amendment(organisation=organisation, changes=changes, source=source, byline=byline, sent=clock.hour())
    amendment.language, amendment.visibility = language or organisation.language, Visibility.HELD
    if public_id:
        amendment.public_id = public_id
    if receipt:
        amendment.keep_receipt(receipt, receipt_lasts(the_site()))
    amendment.save()
    record("amendment.held", f"amendment:{amendment.pk}", touched=["desk"], at=amendment.sent)
    return amendment


@transaction.atomic
def apply_amendment(*, amendment: Amendment) -> Amendment:
    """Do what it proposes, once. Only words that are still as its author read them become others: nobody's later change is undone."""
    amendment.lock()
    if amendment.applied or not amendment.is_shown:
        return amendment
    organisation, now = amendment.organisation, profile_of(amendment.organisation)
    words = {name: each["new"] for name, each in amendment.changes["words"].items() if now[name] == each["old"]}
    if UMBRELLA in words:
        _place_below(organisation, words[UMBRELLA])
    change_organisation(organisation=organisation, **{name: words[name] for name in WORDS if name in words})
    for size in amendment.changes["sizes"]:
        state_size(organisation=organisation, **{**size, "stated": date.fromisoformat(size["stated"]) if size["stated"] else None})
    amendment.applied = clock.minute().date()
    amendment.save(update_fields=["applied"])
    record("amendment.applied", f"amendment:{amendment.pk}", touched=["desk"])
    return amendment


def _place_below(organisation: Organisation, slug: str) -> None:
    """A circle, or a body that is gone by now, cannot be done and is left as it is."""
    umbrella = Organisation.objects.filter(slug=slug).public().first()
    if slug and umbrella is None:
        return
    if umbrella and closes_a_circle(organisation.pk, umbrella.pk, umbrellas()):
        return
    affiliate(organisation=organisation, umbrella=umbrella)
