"""Ask for a proof: makes the word that its record, file or message must hold."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.base.ids import public_id
from commonwire.ledger.record import record
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.proofs import stands_for
from commonwire.organisations.rules import domain_of
from commonwire.organisations.statements import KEY, Statement, digest_of
from commonwire.organisations.words import BY_DOMAIN, Method

OPEN_TO_ALL = (Method.DNS, Method.WELL_KNOWN, Method.SIGNED)


@transaction.atomic
def ask_proof(*, organisation: Organisation, statement: Statement, method: str) -> Proof:
    """The proof that was asked for before, when it is of the same words and the same domain: asking twice makes no second word."""
    organisation.lock()
    must_be_askable(organisation, statement, method)
    domain = domain_of(organisation.website) if method in BY_DOMAIN else ""
    digest = digest_of(statement.text)
    known = Proof.objects.filter(organisation=organisation, statement=statement.public_id, method=method).first()
    if known and known.digest == digest and _same_domain(known, organisation):
        return known
    proof = known or Proof(organisation=organisation, statement=statement.public_id, method=method)
    proof.challenge, proof.digest, proof.domain, proof.detail = new_challenge(), digest, domain, ""
    proof.asked, proof.misses, proof.proven, proof.lost = clock.minute(), 0, None, None
    proof.due = clock.minute() if domain and organisation.website_confirmed else None
    proof.save()
    record("proof.asked", f"proof:{proof.pk}", touched=list(statement.keys) if known else [])
    return proof


def new_challenge() -> str:
    """128 random bits, to be found nowhere by chance."""
    return f"commonwire-{public_id()}{public_id()}"


def must_be_askable(organisation: Organisation, statement: Statement, method: str) -> None:
    if method not in OPEN_TO_ALL:
        raise ValidationError(_("Choose one of the ways."))
    if not organisation.is_shown:
        raise ValidationError(_("This profile is not shown: nothing can be proven about it."))
    if method in BY_DOMAIN and not domain_of(organisation.website):
        raise ValidationError(_("The profile names no website. Propose a correction that adds it."))
    if method == Method.SIGNED and not organisation.public_key:
        raise ValidationError(_("The profile names no public key. Propose a correction that adds it."))
    if method == Method.SIGNED and statement.public_id == KEY:
        raise ValidationError(_("A key cannot vouch for itself."))


def _same_domain(proof: Proof, organisation: Organisation) -> bool:
    if proof.method not in BY_DOMAIN:
        return True
    return proof.domain == domain_of(organisation.website) or (proof.proven is not None and stands_for(proof.domain, organisation))
