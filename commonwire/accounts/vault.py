"""The seed of a member's authenticator, sealed under their password: a stolen database holds no usable seed.

The key is Scrypt(password, salt), the box ChaCha20-Poly1305. The password itself is hashed apart from this, with its own salt, by
Django's Argon2 hasher. Both are slow and hungry on purpose, so only a few threads may do such work at once: a flood at the sign-in
page can fill neither the memory nor every thread of the process.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import BoundedSemaphore
from unicodedata import normalize

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.contrib.auth.hashers import check_password, make_password

from commonwire.accounts.models import Member
from commonwire.accounts.trouble import TryLater

COST = 15  # log2 of Scrypt's n: 32 MiB and about a tenth of a second; kept in each box, so it may be raised later
SALT, NONCE = 16, 12
SEED_BYTES = 20  # RFC 4226 recommends 160 bits
AT_ONCE, WAITING = 2, 6
PATIENCE_SECONDS = 5
_desk, _hall = BoundedSemaphore(AT_ONCE), BoundedSemaphore(AT_ONCE + WAITING)


def new_seed() -> bytes:
    return secrets.token_bytes(SEED_BYTES)


def lock_up(seed: bytes, password: str) -> tuple[str, bytes]:
    """(hash of the password, seed sealed under it). Slow."""
    with _one_of_few():
        return make_password(_normal(password)), _seal(seed, password)


def seed_of(member: Member | None, password: str) -> bytes | None:
    """The member's seed when the password is right. Slow, and as slow for nobody: the time does not tell which handles exist."""
    with _one_of_few():
        hashed, sealed = (member.password, bytes(member.sealed_seed)) if member else _nobody()
        right = check_password(_normal(password), hashed)
        seed = unseal(sealed, password)
    return seed if member and right else None


def seal(seed: bytes, password: str) -> bytes:
    """The seed under a password that was proved just now. Slow."""
    with _one_of_few():
        return _seal(seed, password)


def _seal(seed: bytes, password: str) -> bytes:
    salt, nonce = secrets.token_bytes(SALT), secrets.token_bytes(NONCE)
    return bytes([COST]) + salt + nonce + ChaCha20Poly1305(_key(password, salt, COST)).encrypt(nonce, seed, None)


def unseal(sealed: bytes, password: str) -> bytes | None:
    """The seed, or None when the password is another one."""
    cost, salt, nonce, box = sealed[0], sealed[1 : 1 + SALT], sealed[1 + SALT : 1 + SALT + NONCE], sealed[1 + SALT + NONCE :]
    try:
        return ChaCha20Poly1305(_key(password, salt, cost)).decrypt(nonce, box, None)
    except InvalidTag:
        return None


def _key(password: str, salt: bytes, cost: int) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**cost, r=8, p=1).derive(_normal(password).encode())


def _normal(password: str) -> str:
    """The same letters typed on another keyboard are the same password."""
    return normalize("NFKC", password)


@cache
def _nobody() -> tuple[str, bytes]:
    password = secrets.token_hex(16)
    return make_password(password), _seal(new_seed(), password)


@contextmanager
def _one_of_few() -> Iterator[None]:
    """Two at the desk, six in the hall; whoever comes when the hall is full, or waits too long there, is asked to come later."""
    if not _hall.acquire(blocking=False):
        raise TryLater
    try:
        if not _desk.acquire(timeout=PATIENCE_SECONDS):
            raise TryLater
        try:
            yield
        finally:
            _desk.release()
    finally:
        _hall.release()
