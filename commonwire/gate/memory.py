"""Whole answers kept in memory, by address and coding, until anything on the shelf changes. Bounded: the least used goes first."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

from commonwire.base.headers import headers_for
from commonwire.base.shelf import Found
from commonwire.gate import coding as codings
from commonwire.gate.sentences import Headers

KEPT_BYTES = 64_000_000
IMMUTABLE = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Kept:
    status: int
    headers: Headers
    body: bytes
    etag: str


class Memory:
    def __init__(self, limit: int = KEPT_BYTES) -> None:
        self._limit = limit
        self._size = 0
        self._kept: OrderedDict[tuple[str, str], Kept] = OrderedDict()

    def get(self, path: str, coding: str) -> Kept | None:
        kept = self._kept.get((path, coding))
        if kept is not None:
            self._kept.move_to_end((path, coding))
        return kept

    def keep(self, path: str, coding: str, kept: Kept) -> None:
        if len(kept.body) > self._limit // 8 or (path, coding) in self._kept:
            return
        self._kept[path, coding] = kept
        self._size += _cost(kept)
        while self._size > self._limit:
            self._size -= _cost(self._kept.popitem(last=False)[1])

    def forget(self) -> None:
        self._kept.clear()
        self._size = 0

    def __len__(self) -> int:
        return len(self._kept)


def _cost(kept: Kept) -> int:
    return len(kept.body) + 2_000  # headers, keys, and the objects around them


def make(path: str, found: Found, coding: str) -> Kept:
    """Read, compress and describe one page. Raises FileNotFoundError when it was removed in between."""
    content = found.file.read_bytes()
    compressible = codings.is_compressible(found.content_type)
    used = coding if compressible else "identity"
    body = codings.compress(content, used)
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}{"" if used == "identity" else "-" + used}"'
    immutable = path.startswith("/static/") and found.status == 200
    headers = {
        **headers_for(path),
        "content-type": found.content_type,
        "content-length": str(len(body)),
        "etag": etag,
        "cache-control": IMMUTABLE if immutable else "no-cache",
    }
    if compressible:
        headers["vary"] = "accept-encoding"
    if used != "identity":
        headers["content-encoding"] = used
    return Kept(found.status, list(headers.items()), body, etag)


def matches(if_none_match: str, etag: str) -> bool:
    """Whether the asker already has it (weak comparison, as a conditional GET wants)."""
    if if_none_match.strip() == "*":
        return True
    return any(part.strip().removeprefix("W/") == etag for part in if_none_match.split(","))
