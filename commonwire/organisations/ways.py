"""The ways to prove a statement, each with how far it has come and what it takes."""

from dataclasses import dataclass

from commonwire.organisations.lookups import file_address, record_name
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.proofs import Found, proofs_of, proofs_of_key, proofs_of_profile
from commonwire.organisations.rules import domain_of, host_of
from commonwire.organisations.signatures import fingerprint
from commonwire.organisations.statements import KEY, PROFILE, Statement, digest_of, message_of
from commonwire.organisations.words import BY_DOMAIN, Method

FILE_NAME = "statement.txt"


@dataclass(frozen=True)
class Way:
    """`asked` is the proof asked for, still of these words; `found` what it has become; `possible`: the profile has what it takes."""

    method: str
    possible: bool
    asked: Proof | None
    found: Found | None
    domain: str = ""
    place: str = ""  # the name of the record, the address of the file
    message: str = ""  # to be signed
    fingerprint: str = ""
    key_is_confirmed: bool = False

    @property
    def is_signed_in_vain(self) -> bool:
        """The signature is right, but nobody confirmed that the key is theirs."""
        return self.asked is not None and self.asked.proven is not None and self.found is None


def ways_of(organisation: Organisation, statement: Statement) -> list[Way]:
    digest = digest_of(statement.text)
    rows = Proof.objects.filter(organisation=organisation, statement=statement.public_id, digest=digest)
    asked = {proof.method: proof for proof in rows}
    found = {one.proof.method: one for one in _found(organisation, statement)}
    ways = [_by_domain(method, organisation, asked.get(method), found.get(method)) for method in BY_DOMAIN]
    if statement.public_id != KEY:
        ways.append(_signed(organisation, statement, asked.get(Method.SIGNED), found.get(Method.SIGNED)))
    return [*ways, Way(Method.CALL, True, asked.get(Method.CALL), found.get(Method.CALL))]


def _found(organisation: Organisation, statement: Statement) -> list[Found]:
    if statement.public_id == PROFILE:
        return proofs_of_profile(organisation)
    return proofs_of_key(organisation) if statement.public_id == KEY else proofs_of(statement.public_id)


def _by_domain(method: str, organisation: Organisation, asked: Proof | None, found: Found | None) -> Way:
    domain = domain_of(organisation.website)
    place = record_name(domain) if method == Method.DNS else file_address(host_of(organisation.website))
    of_this_domain = asked if asked and asked.domain in (domain, host_of(organisation.website)) else None
    return Way(method, bool(domain), of_this_domain, found, domain, place)


def _signed(organisation: Organisation, statement: Statement, asked: Proof | None, found: Found | None) -> Way:
    message = message_of(asked, statement) if asked else ""
    confirmed = any(one.counts for one in proofs_of_key(organisation))
    key = fingerprint(organisation.public_key)
    return Way(Method.SIGNED, bool(key), asked, found, message=message, fingerprint=key, key_is_confirmed=confirmed)
