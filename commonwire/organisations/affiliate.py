"""Say which body an organisation belongs to, or that it belongs to none; no chain of umbrellas closes to a circle."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.rules import must_be_changeable
from commonwire.organisations.keys import touched_by
from commonwire.organisations.models import Organisation
from commonwire.organisations.rules import closes_a_circle

TRIES = 20  # times that somebody else may rearrange the bodies above in the same moment


@transaction.atomic
def affiliate(*, organisation: Organisation, umbrella: Organisation | None, by: str = "") -> Organisation:
    """ValidationError when that would close a circle, also one of which somebody else closes another part at this moment."""
    chain = _locked(organisation.pk, umbrella.pk if umbrella else None)
    organisation.refresh_from_db()
    must_be_changeable(organisation)
    if umbrella and closes_a_circle(organisation.pk, umbrella.pk, chain):
        given = {"name": organisation.name, "umbrella": umbrella.name}
        raise ValidationError(_("“%(umbrella)s” already belongs to “%(name)s”, so it cannot be the body above it.") % given)
    if organisation.umbrella_id == (umbrella.pk if umbrella else None):
        return organisation
    before = touched_by(organisation)
    organisation.umbrella = umbrella
    organisation.save(update_fields=["umbrella"])
    at = clock.hour() if by else None
    record("organisation.affiliated", organisation.key, touched=[*before, *touched_by(organisation)], by=by, at=at)
    return organisation


def _locked(organisation: int, umbrella: int | None) -> dict[int, int]:
    """From each body above the new umbrella to the next, held until the transaction ends.

    Whoever closes the other half of a circle needs a row of this chain too, and waits. Rows are locked in the order of their ids, so that
    two who wait never wait for each other; when the chain has become another meanwhile, the look is repeated with the new one.
    """
    wanted = {organisation, *_chain(umbrella)}
    for _try in range(TRIES):
        rows = Organisation.objects.select_for_update().filter(pk__in=wanted).order_by("pk").values_list("pk", "umbrella_id")
        above = {each: up for each, up in rows if up is not None}
        now = {organisation, *_chain(umbrella)}
        if now <= wanted:
            return above
        wanted |= now
    raise ValidationError(_("Somebody else is rearranging these bodies. Please try again in a moment."))


def _chain(umbrella: int | None) -> set[int]:
    chain: set[int] = set()
    while umbrella is not None and umbrella not in chain:
        chain.add(umbrella)
        umbrella = Organisation.objects.filter(pk=umbrella).values_list("umbrella_id", flat=True).first()
    return chain
