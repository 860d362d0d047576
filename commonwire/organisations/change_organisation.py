"""Change what a profile says. Its address stays, whatever it is called."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.erasing import leave_no_trace
from commonwire.newswire.rules import must_be_changeable
from commonwire.organisations.folding import keys_for
from commonwire.organisations.keys import touched_by
from commonwire.organisations.models import Organisation
from commonwire.organisations.rules import domain_of
from commonwire.organisations.signatures import kept_key
from commonwire.organisations.statements import keys_of_proven

WORDS = ("name", "short_name", "kind", "place", "area", "website", "about", "public_key")


@transaction.atomic
def change_organisation(*, organisation: Organisation, by: str = "", **words: str) -> Organisation:
    """`words` are fields of `WORDS`. Another website is nobody's until a member confirms it anew."""
    unknown = set(words) - set(WORDS)
    if unknown:
        raise TypeError(f"an organisation has no {', '.join(sorted(unknown))} to change")
    if "public_key" in words:
        words["public_key"] = kept_key(words["public_key"])
    organisation.lock()
    must_be_changeable(organisation)
    changed = [name for name, value in words.items() if getattr(organisation, name) != value]
    if not changed:
        return organisation
    if "name" in changed and not words["name"]:
        raise ValidationError(_("An organisation has a name."))
    if "website" in changed and domain_of(words["website"]) != domain_of(organisation.website):
        organisation.website_confirmed = None
    for name in changed:
        setattr(organisation, name, words[name])
    for name, value in keys_for(organisation.name, organisation.short_name).items():
        setattr(organisation, name, value)
    organisation.save()
    leave_no_trace()
    at = clock.hour() if by else None
    touched = [*touched_by(organisation), *keys_of_proven(organisation)] if organisation.is_shown else ["desk"]
    record("organisation.changed", organisation.key, touched=touched, by=by, at=at, fields=changed)
    return organisation
