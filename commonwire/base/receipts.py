"""Receipts: six words of a list of 7,776 (77 random bits), kept only as a salted hash.

The list is the Electronic Frontier Foundation's long list (CC BY 3.0 US). 77 bits cannot be guessed, so a fast hash is enough.
"""

import hmac
import secrets
from functools import cache
from hashlib import blake2b
from pathlib import Path

COUNT = 6


@cache
def _words() -> list[str]:
    return (Path(__file__).parent / "receipt_words.txt").read_text().split()


def new_receipt() -> str:
    """Six words, separated by spaces."""
    return " ".join(secrets.choice(_words()) for _ in range(COUNT))


def tidy(receipt: str) -> str:
    """As people type it: any case, any separators but the hyphen (four words of the list carry one)."""
    return " ".join(receipt.lower().replace(",", " ").replace(".", " ").split())


def seal(receipt: str) -> tuple[bytes, bytes]:
    """A fresh salt and the hash to keep."""
    salt = secrets.token_bytes(16)
    return salt, _hash(receipt, salt)


def opens(receipt: str, salt: bytes, kept: bytes) -> bool:
    return bool(kept) and hmac.compare_digest(_hash(receipt, salt), bytes(kept))


def _hash(receipt: str, salt: bytes) -> bytes:
    return blake2b(tidy(receipt).encode(), salt=bytes(salt), digest_size=32).digest()
