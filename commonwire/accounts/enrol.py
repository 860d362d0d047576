"""A password and a fresh seed, made together and not yet anybody's: what stands between the two steps of joining.

It travels in the page's own form, encrypted under a key of this server, so that no half-made member is stored and no cookie is set.
The password itself is not in it: only its hash, and the seed sealed under it.
"""

import json
from base64 import b64decode, b64encode, urlsafe_b64encode
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes
from django.utils.translation import gettext as _

from commonwire.accounts import vault
from commonwire.accounts.rules import wrong_with_handle, wrong_with_password
from commonwire.accounts.trouble import NotAccepted
from commonwire.base import clock

MINUTES = 60


@dataclass(frozen=True)
class Enrolment:
    handle: str
    password: str  # hashed
    seed: bytes
    sealed_seed: bytes


def begin_enrolment(*, handle: str, password: str) -> Enrolment:
    """Slow. Raises NotAccepted for a handle or password that will not do."""
    wrong = wrong_with_handle(handle) or wrong_with_password(password, handle)
    if wrong:
        raise NotAccepted(wrong)
    seed = vault.new_seed()
    hashed, sealed = vault.lock_up(seed, password)
    return Enrolment(handle, hashed, seed, sealed)


def wrap(enrolment: Enrolment, purpose: str) -> str:
    """For a hidden field. `purpose` says whose form it is: it opens in no other."""
    held = {
        "purpose": purpose,
        "handle": enrolment.handle,
        "password": enrolment.password,
        "seed": b64encode(enrolment.seed).decode(),
        "sealed_seed": b64encode(enrolment.sealed_seed).decode(),
    }
    return _fernet().encrypt_at_time(json.dumps(held).encode(), _present()).decode()


def unwrap(wrapped: str, purpose: str) -> Enrolment:
    """Raises NotAccepted for a form that is too old, was changed, or belongs elsewhere."""
    try:
        held = json.loads(_fernet().decrypt_at_time(wrapped.encode(errors="replace"), MINUTES * 60, _present()))
    except InvalidToken:
        held = {}
    if held.get("purpose") != purpose:
        raise NotAccepted(_("This form is too old to go on with. Please begin again; nothing was changed."))
    return Enrolment(held["handle"], held["password"], b64decode(held["seed"]), b64decode(held["sealed_seed"]))


def _present() -> int:
    return int(clock.now().timestamp())


def _fernet() -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"commonwire accounts enrolment")
    return Fernet(urlsafe_b64encode(key.derive(force_bytes(settings.SECRET_KEY))))
