"""Six digits that change every half minute (TOTP, RFC 6238), each taken once; and the picture by which an app learns the seed."""

import hmac
from base64 import b32encode
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

import segno
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings

from commonwire.base import clock

DIGITS = 6
PERIOD = 30  # seconds
QUIET_ZONE = 4  # modules around the code, as its standard asks


def take_code(seed: bytes, code: str, used: bytes = b"") -> bytes | None:
    """The mark to keep when the code is right now (or half a minute to either side) and newer than the one marked `used`."""
    present = int(clock.now().timestamp()) // PERIOD
    given = "".join(code.split())
    if len(given) != DIGITS or not (given.isascii() and given.isdigit()):
        return None
    for step in (present - 1, present, present + 1):
        right = hmac.compare_digest(code_at(seed, step), given)
        if right and not any(hmac.compare_digest(mark(seed, later), used) for later in range(step, present + 2)):
            return mark(seed, step)
    return None


def code_at(seed: bytes, step: int) -> str:
    return _totp(seed).generate(step * PERIOD).decode()


def mark(seed: bytes, step: int) -> bytes:
    """Names a step to those who have the seed, and to nobody else: a step alone would be the time of a sign-in."""
    return hmac.digest(seed, b"used step %d" % step, sha256)


def _totp(seed: bytes) -> TOTP:
    return TOTP(seed, DIGITS, SHA1(), PERIOD)  # noqa: S303  # what every authenticator app speaks; HMAC does not need collision resistance


@dataclass(frozen=True)
class Picture:
    """A QR code as one SVG path, so that the template draws it without inline style."""

    side: int
    path: str


@dataclass(frozen=True)
class Secret:
    """The three ways to hand the seed to an app: picture, letters in groups of four, address."""

    picture: Picture
    groups: list[str]
    address: str


def shown(seed: bytes, handle: str) -> Secret:
    address = _totp(seed).get_provisioning_uri(handle, urlsplit(settings.SITE_URL).netloc)
    letters = b32encode(seed).decode().rstrip("=")
    return Secret(draw(address), [letters[at : at + 4] for at in range(0, len(letters), 4)], address)


def draw(text: str) -> Picture:
    rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix]
    dots = [(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]
    return Picture(len(rows) + 2 * QUIET_ZONE, "".join(f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v1h-1z" for x, y in dots))
