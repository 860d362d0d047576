"""A member spoke with them by telephone: the note is shown without the member's name."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.organisations.ask_proof import new_challenge
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.statements import Statement, digest_of, touched_by_proof
from commonwire.organisations.words import Method
from commonwire.site.queries import the_site


@transaction.atomic
def note_call(*, organisation: Organisation, statement: Statement, day: date | None = None, by: str) -> Proof:
    """On which day they said so; today unless another is given. A later call replaces an earlier one."""
    organisation.lock()
    if organisation.is_over:
        raise ValidationError(_("This profile is over: nothing can be proven about it."))
    today = clock.now().astimezone(the_site().zoneinfo).date()
    if day and day > today:
        raise ValidationError(_("This day has not come yet."))
    proof, _made = Proof.objects.update_or_create(
        organisation=organisation,
        statement=statement.public_id,
        method=Method.CALL,
        defaults={"digest": digest_of(statement.text), "proven": day or today, "asked": clock.hour(), "challenge": new_challenge()},
    )
    record(
        "proof.found", f"proof:{proof.pk}", touched=touched_by_proof(organisation, statement), by=by, at=clock.hour(), method=Method.CALL
    )
    return proof
