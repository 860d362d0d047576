"""Ed25519 keys and signatures as people have them: OpenSSH's armour (`ssh-keygen -Y sign -n commonwire`), or 64 raw bytes in base64.

Only what was made for this purpose counts: an OpenSSH signature names its namespace, which must be ours.
"""

import base64
import binascii
import hashlib
import re
import struct
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key, load_ssh_public_key

NAMESPACE = b"commonwire"
MAGIC, VERSION = b"SSHSIG", 1
HASHES = {b"sha256": hashlib.sha256, b"sha512": hashlib.sha512}
LONGEST = 4_000
_ARMOUR = re.compile(r"-----BEGIN SSH SIGNATURE-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END SSH SIGNATURE-----")


class NoKey(ValueError):
    """This is no public Ed25519 key."""


class NoSignature(ValueError):
    """This is no signature that could be read, or it is for another purpose."""


def read_key(text: str) -> Ed25519PublicKey:
    """From OpenSSH's line, from PEM, or from 32 bytes in base64."""
    text = text.strip()[:LONGEST]
    try:
        if text.startswith("-----"):
            key = load_pem_public_key(text.encode())
        elif " " in text:
            key = load_ssh_public_key(text.encode())
        else:
            key = Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except Exception as error:  # the library raises many kinds for what strangers paste; each means the same to them
        raise NoKey from error
    if not isinstance(key, Ed25519PublicKey):
        raise NoKey
    return key


def kept_key(text: str) -> str:
    """The line that is kept of it; empty for none."""
    return line_of(text) if text else ""


def line_of(text: str) -> str:
    """OpenSSH's line without its comment, which often says who and on which computer."""
    return read_key(text).public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()


def fingerprint(text: str) -> str:
    """`SHA256:…` as `ssh-keygen -l` prints it; empty for no key."""
    if not text:
        return ""
    blob = base64.b64decode(line_of(text).split()[1])
    return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")


def is_signed(message: str, signature: str, key: str) -> bool:
    """Whether this key signed these words. Editors end a file with a line break, or break lines in two signs: that is the same message."""
    public = read_key(key)
    armoured = _ARMOUR.search(signature[:LONGEST])
    if armoured:
        given = _opened(armoured[1], public)
        signed = [_enveloped(given, each) for each in _as_bytes(message)]
        raw = given.raw
    else:
        raw, signed = _plain(signature), _as_bytes(message)
    return any(_fits(public, raw, each) for each in signed)


def _as_bytes(message: str) -> list[bytes]:
    plain = message.encode()
    ends = [plain, plain + b"\n"]
    return [*ends, *(each.replace(b"\n", b"\r\n") for each in ends)]


def _fits(public: Ed25519PublicKey, raw: bytes, signed: bytes) -> bool:
    try:
        public.verify(raw, signed)
    except InvalidSignature:
        return False
    return True


def _plain(signature: str) -> bytes:
    try:
        raw = base64.b64decode("".join(signature.split())[:LONGEST], validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoSignature from error
    if len(raw) != 64:
        raise NoSignature
    return raw


class _Envelope(NamedTuple):
    reserved: bytes
    hash_name: bytes
    raw: bytes


def _opened(armoured: str, public: Ed25519PublicKey) -> _Envelope:
    """What is in the armour; NoSignature unless it is ours to judge: this version, this namespace, this key."""
    try:
        blob = base64.b64decode("".join(armoured.split()), validate=True)
        if blob[:6] != MAGIC or struct.unpack(">I", blob[6:10])[0] != VERSION:
            raise NoSignature
        key, namespace, reserved, hash_name, signature = _strings(blob[10:], 5)
        kind, raw = _strings(signature, 2)
    except (binascii.Error, struct.error, ValueError) as error:
        raise NoSignature from error
    own = base64.b64decode(public.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).split()[1])
    if namespace != NAMESPACE or hash_name not in HASHES or kind != b"ssh-ed25519" or key != own:
        raise NoSignature
    return _Envelope(reserved, hash_name, raw)


def _strings(blob: bytes, count: int) -> list[bytes]:
    """SSH's strings: four bytes of length, then so many; exactly `count` of them and nothing behind."""
    found = []
    for _each in range(count):
        length = struct.unpack(">I", blob[:4])[0]
        if length > len(blob) - 4:
            raise NoSignature
        found.append(blob[4 : 4 + length])
        blob = blob[4 + length :]
    if blob:
        raise NoSignature
    return found


def _enveloped(envelope: _Envelope, message: bytes) -> bytes:
    """What OpenSSH really signs: the namespace and a hash of the message."""
    parts = (NAMESPACE, envelope.reserved, envelope.hash_name, HASHES[envelope.hash_name](message).digest())
    return MAGIC + b"".join(struct.pack(">I", len(each)) + each for each in parts)
