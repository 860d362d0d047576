"""The bodies of the coast, who stands above whom, how many they are, and how they prove that a word is theirs."""

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from commonwire.base.fetch import Fetched
from commonwire.mobilizations.models import Statement
from commonwire.ops.demo import nouns_actions
from commonwire.ops.demo.loading.town import Town
from commonwire.organisations.add_organisation import add_organisation
from commonwire.organisations.ask_proof import ask_proof
from commonwire.organisations.check_signature import check_signature
from commonwire.organisations.confirm_website import confirm_website
from commonwire.organisations.look_for_proof import look_for_proof
from commonwire.organisations.lookups import World
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.note_call import note_call
from commonwire.organisations.state_size import state_size
from commonwire.organisations.statements import KEY, message_of, statement_of
from commonwire.organisations.statements import Statement as Provable
from commonwire.organisations.words import BY_DOMAIN, Method

NOBODY = "example"  # who noted the calls: no member of this site


class Signatures:
    """Keys that live as long as the loading: the example shows signed words and keeps nobody's secret."""

    def __init__(self) -> None:
        self.keys: dict[str, Ed25519PrivateKey] = {}

    def new_key(self, body: str) -> str:
        self.keys[body] = Ed25519PrivateKey.generate()
        return self.keys[body].public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()

    def sign(self, body: str, message: str) -> str:
        return base64.b64encode(self.keys[body].sign(message.encode())).decode()


def load_organisation(town: Town, given: nouns_actions.Organisation, signatures: Signatures) -> Organisation:
    organisation = add_organisation(
        name=given.name,
        short_name=given.short,
        kind=given.kind,
        umbrella=town.organisations.get(given.umbrella),
        place=given.place,
        area=given.area,
        website=given.website,
        about=given.about,
        language=given.language,
        public_key=signatures.new_key(given.key) if given.signs else "",
    )
    for size in given.size:
        state_size(organisation=organisation, of=size.of, wording=size.wording, source=size.source, stated=town.day(size.day))
    return organisation


def prove(town: Town, body: str, statement: Statement, method: str, signatures: Signatures) -> None:
    """As its holder would, on the day on which they said it: the word is asked for, and found in a world in which it was published."""
    organisation = Organisation.objects.get(pk=town.organisations[body].pk)
    found = statement_of(organisation, statement.public_id)
    if found is None:
        raise LookupError(f"{body} has no statement to prove.")
    if method == Method.CALL:
        note_call(organisation=organisation, statement=found, by=NOBODY)
    elif method == Method.SIGNED:
        _sign(organisation, found, body, signatures)
    else:
        _publish(organisation, found, method)
    proven = Proof.objects.filter(organisation=organisation, statement__in=(statement.public_id, KEY))
    proven.update(proven=statement.since or town.content.today)


def _sign(organisation: Organisation, statement: Provable, body: str, signatures: Signatures) -> None:
    """A signature counts once the key is known to be theirs."""
    key = statement_of(organisation, KEY)
    if key:
        note_call(organisation=organisation, statement=key, by=NOBODY)
    proof = ask_proof(organisation=organisation, statement=statement, method=Method.SIGNED)
    signature = signatures.sign(body, message_of(proof, statement))
    check_signature(organisation=organisation, statement=statement, signature=signature)


def _publish(organisation: Organisation, statement: Provable, method: str) -> None:
    confirm_website(organisation=organisation, by=NOBODY)
    organisation.refresh_from_db()
    proof = ask_proof(organisation=organisation, statement=statement, method=method)

    def file(address: str, **_asked: object) -> Fetched:
        return Fetched(200, address, proof.challenge.encode(), "text/plain", "")

    look_for_proof(proof=proof, world=World(txt=lambda name: [proof.challenge], file=file))


def leave_the_world_alone() -> None:
    """What was found is looked for again after a month; these websites do not exist."""
    Proof.objects.filter(method__in=BY_DOMAIN).update(due=None)
