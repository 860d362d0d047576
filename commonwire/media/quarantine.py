"""Where an upload waits until it has been made again: on disk only encrypted, under a key that lives in memory as long.

A power cut or a stolen disk leaves noise. Names are random; the uploader's never arrives here. `empty()` is called at every start.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20
from django.conf import settings

_AT_ONCE = 1 << 18


class Readable(Protocol):
    """Whatever bytes can be read from: an open file, or what Django makes of an upload."""

    def read(self, size: int = ..., /) -> bytes: ...


class TooLarge(Exception):
    """More bytes came than are taken, whatever was announced."""


class Held:
    """One upload in quarantine."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._key, self._nonce = secrets.token_bytes(32), secrets.token_bytes(16)
        self.size = 0

    def take(self, upload: Readable, *, most: int) -> None:
        """Stream the upload in; TooLarge as soon as one byte too many has come."""
        noise = cipher(self._key, self._nonce)
        with private_file(self._path) as file:
            while chunk := upload.read(_AT_ONCE):
                self.size += len(chunk)
                if self.size > most:
                    raise TooLarge
                file.write(noise.update(chunk))

    @contextmanager
    def opened(self) -> Iterator[int]:
        """A descriptor of the plain bytes, in memory alone, to be given to the child that looks at them."""
        handle = os.memfd_create("picture", os.MFD_CLOEXEC)
        try:
            noise = cipher(self._key, self._nonce)
            with self._path.open("rb") as file, os.fdopen(os.dup(handle), "wb") as plain:
                while chunk := file.read(_AT_ONCE):
                    plain.write(noise.update(chunk))
            os.lseek(handle, 0, os.SEEK_SET)
            yield handle
        finally:
            os.close(handle)


def folder() -> Path:
    return Path(settings.DATA_DIR) / "quarantine"


def cipher(key: bytes, nonce: bytes) -> CipherContext:
    """A stream of noise: the same call turns plain into noise and noise into plain. A key is used for one upload only."""
    return Cipher(ChaCha20(key, nonce), mode=None).encryptor()


def private_file(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


@contextmanager
def held(upload: Readable, *, most: int) -> Iterator[Held]:
    """The upload, in quarantine as long as the block runs and not a moment longer, whatever happens in it."""
    folder().mkdir(parents=True, exist_ok=True)
    path = folder() / secrets.token_hex(16)
    try:
        kept = Held(path)
        kept.take(upload, most=most)
        yield kept
    finally:
        path.unlink(missing_ok=True)


def empty() -> int:
    """Delete whatever a killed process left; called at start, before anyone can send. Returns how many files there were."""
    left = [path for path in folder().glob("*") if path.is_file()] if folder().is_dir() else []
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
