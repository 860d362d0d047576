"""Which proofs hold, and in plain words what each has proven. Nothing here looks anything up in the world."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _

from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.rules import domain_of, host_of
from commonwire.organisations.signatures import fingerprint
from commonwire.organisations.statements import KEY, PROFILE, Statement, digest_of, statement_of
from commonwire.organisations.words import BY_DOMAIN, Method


@dataclass(frozen=True)
class Found:
    """A proof as readers see it. `counts` is false once the record or the file is no longer there."""

    proof: Proof
    domain: str
    key_found: "Found | None" = None

    @property
    def counts(self) -> bool:
        return self.proof.lost is None

    @property
    def method(self) -> str:
        return str(Method(self.proof.method).label)

    @property
    def sentence(self) -> str:
        """Exactly what was proven, how and on which day."""
        words = self._words() % {"domain": self.domain, "key": self.proof.detail, "day": _day(self.proof.proven)}
        if self.key_found:
            words += " " + _("The key itself: %(proof)s") % {"proof": self.key_found.sentence}
        if self.proof.lost:
            words += " " + _("Since %(day)s it is no longer found there.") % {"day": _day(self.proof.lost)}
        return words

    def _words(self) -> str:
        match self.proof.method:
            case Method.DNS:
                return _("The holder of %(domain)s published the word in its DNS; found on %(day)s.")
            case Method.WELL_KNOWN:
                return _("The holder of %(domain)s published the word in a file on that website; found on %(day)s.")
            case Method.SIGNED:
                return _("Signed with the key %(key)s; checked on %(day)s.")
            case _other:
                return _("By telephone, noted by a member of the collective on %(day)s.")


def _day(day: date | None) -> str:
    return formats.date_format(day, _("j M Y")) if day else ""


def proofs_of(statement: str) -> list[Found]:
    """Of what stands under this public id: those that hold, then those that are no longer found. Of other, older words none."""
    for organisation in {proof.organisation for proof in _proven([statement])}:
        if found := statement_of(organisation, statement):
            return proofs_of_many([found]).get(statement, [])
    return []


def proofs_of_many(statements: Iterable[Statement]) -> dict[str, list[Found]]:
    """By public id, for lists, in two queries. Each statement says whose it is and what it says now: a proof of anything else is none."""
    now = {(each.public_id, each.organisation.pk): digest_of(each.text) for each in statements if each.organisation}
    proofs = [each for each in _proven(word for word, _ in now) if now.get((each.statement, each.organisation_id)) == each.digest]
    keys = _keys({proof.organisation_id for proof in proofs if proof.method == Method.SIGNED})
    found: dict[str, list[Found]] = {}
    for proof in proofs:
        if one := _found(proof, keys.get(proof.organisation_id)):
            found.setdefault(proof.statement, []).append(one)
    return {each: sorted(some, key=lambda one: not one.counts) for each, some in found.items()}


def proofs_of_profile(organisation: Organisation) -> list[Found]:
    """That the profile is theirs."""
    return _of_its_own(organisation, PROFILE)


def proofs_of_key(organisation: Organisation) -> list[Found]:
    """That the public key is theirs."""
    return _of_its_own(organisation, KEY)


def _of_its_own(organisation: Organisation, word: str) -> list[Found]:
    statement = statement_of(organisation, word)
    if statement is None:
        return []
    digest = digest_of(statement.text)
    rows = Proof.objects.filter(organisation=organisation, statement=word, digest=digest, proven__isnull=False).select_related(
        "organisation"
    )
    key = next(iter(proofs_of_key(organisation)), None) if word != KEY else None
    return sorted((one for proof in rows if (one := _found(proof, key))), key=lambda one: not one.counts)


def _proven(statements: Iterable[str]) -> list[Proof]:
    return list(Proof.objects.filter(statement__in=list(statements), proven__isnull=False).select_related("organisation"))


def _keys(organisations: Iterable[int]) -> dict[int, Found]:
    """The first proof that holds of each organisation's public key."""
    proofs = Proof.objects.filter(organisation__in=organisations, statement=KEY, proven__isnull=False).select_related("organisation")
    holding = [(proof, found) for proof in proofs if (found := _found(proof, None)) and found.counts]
    return {proof.organisation_id: found for proof, found in reversed(holding) if proof.digest == _digest_of_key(proof.organisation)}


def _digest_of_key(organisation: Organisation) -> str:
    return digest_of(fingerprint(organisation.public_key))


def _found(proof: Proof, key: Found | None) -> Found | None:
    """None for what proves nothing (any more): a domain that is not the confirmed website's, a key that nobody confirmed."""
    organisation = proof.organisation
    if proof.method in BY_DOMAIN:
        return Found(proof, proof.domain) if stands_for(proof.domain, organisation) else None
    if proof.method == Method.SIGNED:
        holds = key is not None and key.counts and proof.detail == fingerprint(organisation.public_key)
        return Found(proof, "", key) if holds else None
    return Found(proof, "")


def stands_for(domain: str, organisation: Organisation) -> bool:
    """Whether this domain is that of the website which a member found to be theirs."""
    known = {domain_of(organisation.website), host_of(organisation.website)} - {""}
    return organisation.website_confirmed is not None and domain in known
