"""A member finds that the website is theirs; only then does a proof by its domain count, and only then is one looked for."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.rules import must_be_changeable
from commonwire.organisations.keys import touched_by
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.rules import domain_of
from commonwire.organisations.statements import keys_of_proven
from commonwire.organisations.words import BY_DOMAIN
from commonwire.site.queries import the_site


@transaction.atomic
def confirm_website(*, organisation: Organisation, confirmed: bool = True, by: str = "") -> Organisation:
    """Or takes the finding back."""
    organisation.lock()
    must_be_changeable(organisation)
    if confirmed and not domain_of(organisation.website):
        raise ValidationError(_("The profile names no website whose name could be looked up."))
    if confirmed == (organisation.website_confirmed is not None):
        return organisation
    today = clock.now().astimezone(the_site().zoneinfo).date()
    organisation.website_confirmed = today if confirmed else None
    organisation.save(update_fields=["website_confirmed"])
    Proof.objects.filter(organisation=organisation, method__in=BY_DOMAIN, proven=None).update(due=clock.minute() if confirmed else None)
    verb = "organisation.website-confirmed" if confirmed else "organisation.website-doubted"
    record(verb, organisation.key, touched=[*touched_by(organisation), *keys_of_proven(organisation)], by=by, at=clock.hour())
    return organisation
