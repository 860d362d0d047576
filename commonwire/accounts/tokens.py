"""Random tokens and recovery codes, kept only as hashes. Both are too long to be guessed, so a fast hash is enough."""

import secrets
from hashlib import blake2b

from commonwire.base.ids import ALPHABET

CODES = 8
CODE_LENGTH = 16  # 80 bits
_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})


def new_token() -> str:
    """256 bits, for a link or a cookie."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    return blake2b(token.encode(errors="replace"), digest_size=32, person=b"wire accounts").digest()


def new_codes() -> list[str]:
    """Eight recovery codes such as `k3d9-0x7m-…`, each good once."""
    return [_grouped("".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))) for _ in range(CODES)]


def is_recovery_code(text: str) -> bool:
    letters = tidy(text)
    return len(letters) == CODE_LENGTH and all(letter in ALPHABET for letter in letters)


def tidy(text: str) -> str:
    """As people type it: any case, any separators, and letters that look like digits."""
    return "".join(letter for letter in text.lower() if letter.isalnum()).translate(_ALIKE)


def code_digest(code: str) -> bytes:
    return digest(tidy(code))


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))
