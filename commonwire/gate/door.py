"""The door, where identity dies. An address becomes a keyed bucket that counts sendings, and nothing of it goes further.

The key is 32 random bytes that exist only in this process's memory and are replaced every hour; the one before stays for one hour
more, so that the count slides instead of starting anew. Nothing is written, nothing is logged, only POSTs are counted, and a bucket
can be joined to nothing that was published. Every reader process counts for itself.
"""

import ipaddress
import re
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal

from commonwire.gate.asking import Scope

Verdict = Literal["ok", "hold", "refuse"]

HOUR = 3600.0
ROWS = 100_000
REFUSED_FROM = 10  # times the number from which sendings are held
SIGN_INS_PER_HOUR = 20
RECEIPTS_PER_MINUTE = 30  # an author at work asks several times a minute; six words cannot be guessed
UPLOADS_AT_ONCE = 4
_SENT = re.compile(r"/send/?$|/comment/|/send/[a-z-]+/")  # a comment and a contribution have one address for preview and sending
_DOOR = re.compile(r"^(?:/[a-z]{2,3}(?:-[a-z0-9]{2,8})?)?/(receipt|desk)(?:/(sign-in)?|$)")


@dataclass
class _Hour:
    """One key and what was counted under it; the oldest row goes when there are too many."""

    number: int
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    counts: OrderedDict[bytes, int] = field(default_factory=OrderedDict, repr=False)

    def bucket(self, prefix: bytes, kind: str) -> bytes:
        return blake2b(prefix + kind.encode(), key=self.key, digest_size=8).digest()

    def add(self, bucket: bytes) -> None:
        self.counts[bucket] = self.counts.pop(bucket, 0) + 1
        if len(self.counts) > ROWS:
            self.counts.popitem(last=False)


class Door:
    def __init__(self, *, per_hour: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_hour = per_hour
        self._clock = clock
        self._now = _Hour(int(clock() // HOUR))
        self._before = _Hour(self._now.number - 1)
        self._uploads: dict[bytes, int] = {}

    def verdict(self, address: str, path: str) -> Verdict:
        """Count one sending and judge it: held above the hourly number, refused from ten times as many."""
        match = _DOOR.match(path)
        if match is None:
            sent = _SENT.search(path) is not None  # a preview keeps nothing: it counts towards the flood only
            count = self._count(prefix(address), "sending" if sent else "preview")
            return "refuse" if count >= REFUSED_FROM * self._per_hour else "hold" if sent and count > self._per_hour else "ok"
        if match[1] == "receipt":
            minute = int(self._clock() // 60)
            return "refuse" if self._count(prefix(address), f"receipt {minute}") > RECEIPTS_PER_MINUTE else "ok"
        if match[2]:
            return "refuse" if self._count(prefix(address), "sign-in") > SIGN_INS_PER_HOUR else "ok"
        return "ok"  # a member at work at the desk is nobody's flood

    def begin_upload(self, address: str, at_once: int) -> bytes | None:
        """A ticket for one long upload, or None while this network, or all together (`at_once`), hold as many as they may."""
        self._turn()
        ticket = self._now.bucket(prefix(address), "upload")
        if sum(self._uploads.values()) >= at_once or self._uploads.get(ticket, 0) >= UPLOADS_AT_ONCE:
            return None
        self._uploads[ticket] = self._uploads.get(ticket, 0) + 1
        return ticket

    def end_upload(self, ticket: bytes) -> None:
        self._uploads[ticket] -= 1
        if not self._uploads[ticket]:
            del self._uploads[ticket]

    def _count(self, network: bytes, kind: str) -> float:
        """Count one more; what was counted in the hour before weighs as much of it as still lies within sixty minutes."""
        elapsed = self._turn()
        bucket = self._now.bucket(network, kind)
        self._now.add(bucket)
        before = self._before.counts.get(self._before.bucket(network, kind), 0)
        return self._now.counts[bucket] + before * (1 - elapsed)

    def _turn(self) -> float:
        """Replace the key when its hour is over; returns the part of the present hour that has passed."""
        hour, seconds = divmod(self._clock(), HOUR)
        if hour != self._now.number:
            self._before = self._now if hour == self._now.number + 1 else _Hour(int(hour) - 1)
            self._now = _Hour(int(hour))
        return seconds / HOUR


def prefix(address: str) -> bytes:
    """The network of an address: an IPv4 address itself, the /56 of an IPv6 one, nothing for what is no address."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return b""
    if isinstance(parsed, ipaddress.IPv6Address):
        return parsed.ipv4_mapped.packed if parsed.ipv4_mapped else parsed.packed[:7]
    return parsed.packed


def address_of(scope: Scope, *, trusted_proxy: bool) -> str:
    """The peer, or behind a trusted front server the last entry of X-Forwarded-For (the earlier ones anybody can write)."""
    if trusted_proxy:
        fields = [value for name, value in scope.headers.items() if name == "x-forwarded-for"]
        if fields:
            return _without_port(fields[-1].rpartition(",")[2].strip())
    return _without_port(scope.client)


def _without_port(text: str) -> str:
    if text.startswith("["):
        return text[1:].partition("]")[0]
    head, _, tail = text.rpartition(":")
    return head if head and tail.isdigit() and ("." in head or text.count(":") > 7) else text
