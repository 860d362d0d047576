"""Public ids: random, so that they tell neither order nor number of what was sent in."""

import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base32: nothing to confuse when read aloud
LENGTH = 13


def public_id() -> str:
    """64 random bits as 13 characters."""
    number = secrets.randbits(64)
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(60, -1, -5))


def is_public_id(text: str) -> bool:
    return len(text) == LENGTH and all(letter in ALPHABET for letter in text)
