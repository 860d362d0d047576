"""Somebody says that the record or the file is there now: the worker looks soon, not more often than every minute."""

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.statements import Statement
from commonwire.organisations.words import BY_DOMAIN


@transaction.atomic
def look_again(*, organisation: Organisation, statement: Statement, method: str) -> Proof | None:
    """None when nothing was asked for, or when nothing is to be looked for yet."""
    asked = Proof.objects.select_for_update().filter(organisation=organisation, statement=statement.public_id, method=method)
    proof = asked.filter(method__in=BY_DOMAIN).first()
    if proof is None or organisation.website_confirmed is None or (proof.proven and not proof.lost):
        return None
    soon = clock.minutes_ahead(1)
    if proof.due is None or proof.due > soon:
        proof.due = soon
        proof.save(update_fields=["due"])
        record("proof.awaited", f"proof:{proof.pk}")
    return proof
