"""Check a signature over a statement with the organisation's public key."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.signatures import NoKey, NoSignature, fingerprint, is_signed
from commonwire.organisations.statements import Statement, digest_of, message_of, touched_by_proof
from commonwire.organisations.words import Method
from commonwire.site.queries import the_site


@transaction.atomic
def check_signature(*, organisation: Organisation, statement: Statement, signature: str) -> Proof:
    """ValidationError, in a sentence, for what is no signature of this message by this key."""
    organisation.lock()
    proof = Proof.objects.filter(organisation=organisation, statement=statement.public_id, method=Method.SIGNED).first()
    if proof is None or proof.digest != digest_of(statement.text):
        raise ValidationError(_("The words have changed meanwhile. Please sign the message that now stands above."))
    try:
        signed = is_signed(message_of(proof, statement), signature, organisation.public_key)
    except NoKey as error:
        raise ValidationError(_("The profile names no public key. Propose a correction that adds it.")) from error
    except NoSignature as error:
        raise ValidationError(_("This is no signature by the profile's key for the purpose “commonwire”.")) from error
    if not signed:
        raise ValidationError(_("The signature is not of this message, or not by the profile's key."))
    proof.proven = clock.now().astimezone(the_site().zoneinfo).date()
    proof.detail = fingerprint(organisation.public_key)
    proof.save(update_fields=["proven", "detail"])
    record("proof.found", f"proof:{proof.pk}", touched=touched_by_proof(organisation, statement), method=Method.SIGNED)
    return proof
