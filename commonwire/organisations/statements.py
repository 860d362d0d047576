"""What can be proven to be theirs. The profile and the public key are of this room; rooms above add theirs:

@states
def endorsement(public_id: str) -> Statement | None: ...
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from commonwire.base.ids import is_public_id
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.signatures import fingerprint

PROFILE, KEY = "", "key"


@dataclass(frozen=True)
class Statement:
    """`text` is exactly what is proven, `address` the path where readers see it, `keys` the page keys on which it and its proofs stand."""

    public_id: str
    organisation: Organisation | None
    title: str
    text: str
    address: str
    keys: tuple[str, ...] = ()


Finder = Callable[[str], Statement | None]
FINDERS: list[Finder] = []


def states(finder: Finder) -> Finder:
    FINDERS.append(finder)
    return finder


def statement_of(organisation: Organisation, word: str) -> Statement | None:
    """By its public id; empty for the profile itself, `key` for the public key. None when it is not this organisation's to prove."""
    if word == PROFILE:
        return _profile(organisation)
    if word == KEY:
        return _key(organisation) if organisation.public_key else None
    found = next((found for finder in FINDERS if (found := finder(word))), None) if is_public_id(word) else None
    return found if found and found.organisation and found.organisation.pk == organisation.pk else None


def _profile(organisation: Organisation) -> Statement:
    """That the name and the website are theirs; not every later edit of what is said about them."""
    text = "\n".join(each for each in (organisation.name, organisation.website) if each)
    title = _("The profile of %(name)s") % {"name": organisation.name}
    return Statement(PROFILE, organisation, title, text, organisation.path, (organisation.key,))


def _key(organisation: Organisation) -> Statement:
    title = _("The public key of %(name)s") % {"name": organisation.name}
    return Statement(KEY, organisation, title, fingerprint(organisation.public_key), organisation.path, (organisation.key,))


def digest_of(text: str) -> str:
    """To know the proven words again."""
    return hashlib.sha256(text.encode()).hexdigest()


def message_of(proof: Proof, statement: Statement) -> str:
    """What is signed: the words together with where they stand and the challenge, so that no signature serves for another statement."""
    return f"{proof.challenge}\n{settings.SITE_URL}{statement.address}\n\n{statement.text}"


def keys_of_proven(organisation: Organisation) -> list[str]:
    """Every page key on which a proof of this organisation stands: they hold or fall with its website and its public key."""
    words = set(Proof.objects.filter(organisation=organisation, proven__isnull=False).values_list("statement", flat=True))
    return sorted({key for word in words if (found := statement_of(organisation, word)) for key in found.keys})


def touched_by_proof(organisation: Organisation, statement: Statement) -> list[str]:
    """Where a proof of this statement is read; a key vouches for everything that it signed."""
    return [*statement.keys, *(keys_of_proven(organisation) if statement.public_id == KEY else [])]
