"""How often a handle was tried in vain within the hour: counted in memory, forgotten with the process, never written down.

Counted for handles that do not exist as well, so that the answer tells nobody which do.
"""

import secrets
from collections import OrderedDict
from hashlib import blake2b
from threading import Lock

from commonwire.accounts.models import fold
from commonwire.accounts.trouble import TryLater
from commonwire.base import clock

MOST = 10
SECONDS = 3600
REMEMBERED = 10_000  # handles; beyond that the one tried longest ago is forgotten
_key = secrets.token_bytes(32)
_tries: OrderedDict[bytes, list[float]] = OrderedDict()
_lock = Lock()


def begin_attempt(handle: str) -> None:
    """Count a try before its slow work, so that many at once count too. Raises TryLater from the eleventh in an hour."""
    present = clock.now().timestamp()
    with _lock:
        recent = [when for when in _tries.pop(_name(handle), []) if when > present - SECONDS]
        allowed = len(recent) < MOST
        _tries[_name(handle)] = [*recent, present] if allowed else recent
        while len(_tries) > REMEMBERED:
            _tries.popitem(last=False)
    if not allowed:
        raise TryLater


def forget_attempts(handle: str) -> None:
    with _lock:
        _tries.pop(_name(handle), None)


def _name(handle: str) -> bytes:
    return blake2b(fold(handle).encode(errors="replace"), key=_key, digest_size=16).digest()
