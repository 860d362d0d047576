"""Look for what was asked for, and again for what was found: the worker's, never a request's."""

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.organisations.lookups import NoAnswer, World, domain_that_says
from commonwire.organisations.models import Proof
from commonwire.organisations.rules import MISSES, next_look
from commonwire.organisations.statements import statement_of, touched_by_proof
from commonwire.site.queries import the_site

WORLD = World()
CHANGED = ("domain", "proven", "lost", "misses", "due")


def look_for_proof(*, proof: Proof, world: World = WORLD) -> Proof:
    """Asks the world first, and only then opens a transaction. A silence is a miss, but makes nothing lost at once."""
    organisation = proof.organisation
    if organisation.website_confirmed is None or not organisation.is_shown:
        return keep_look(proof=proof, domain=None)
    try:
        domain = domain_that_says(proof, organisation, world)
    except NoAnswer:
        domain = ""
    return keep_look(proof=proof, domain=domain)


@transaction.atomic
def keep_look(*, proof: Proof, domain: str | None) -> Proof:
    """`domain` is whose holder published the word, empty for a miss, None when it was not to be looked for."""
    now = Proof.objects.select_for_update().filter(pk=proof.pk, challenge=proof.challenge).first()
    if now is None:
        return proof  # asked for anew meanwhile: this look was for another word
    if domain is None:
        now.due = None
        now.save(update_fields=["due"])
        return now
    before = (now.proven, now.lost, now.domain)
    _note(now, domain)
    now.save(update_fields=CHANGED)
    if (now.proven, now.lost, now.domain) != before:
        _record(now)
    return now


def _note(proof: Proof, domain: str) -> None:
    today = clock.now().astimezone(the_site().zoneinfo).date()
    if domain:
        if proof.proven is None or proof.lost or proof.domain != domain:
            proof.proven = today
        proof.domain, proof.lost, proof.misses = domain, None, 0
    else:
        proof.misses = min(proof.misses + 1, 100)
        if proof.proven and not proof.lost and proof.misses >= MISSES:
            proof.lost = today
    proof.due = next_look(found=bool(domain), shown=proof.proven is not None, misses=proof.misses)


def _record(proof: Proof) -> None:
    statement = statement_of(proof.organisation, proof.statement)
    touched = touched_by_proof(proof.organisation, statement) if statement else [proof.organisation.key]
    record("proof.lost" if proof.lost else "proof.found", f"proof:{proof.pk}", touched=touched, method=proof.method)
