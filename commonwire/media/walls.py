"""The walls a child puts around itself before it reads a stranger's byte. Needs no right, but uses those it has.

Each wall that could not be raised is told, not hidden: `jail.walls()` asks, and `commonwire check` shows.
"""

import ctypes
import os
import resource

MEMORY = 1 << 30
NOBODY = 65534
_NEW_NETWORK = 0x40000000
_NEW_USER = 0x10000000
_NO_NEW_PRIVILEGES = 38
_NOT_DUMPABLE = 4


def raise_walls(*, seconds: int) -> dict[str, bool]:
    """Raise every wall; returns which ones stand. `seconds` is processor time."""
    libc = ctypes.CDLL(None, use_errno=True)
    standing = {"network": _leave_network(libc), "user": _become_nobody()}
    standing["privileges"] = libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
    libc.prctl(_NOT_DUMPABLE, 0, 0, 0, 0)
    for name, limit, most in (
        ("memory", resource.RLIMIT_AS, MEMORY),
        ("time", resource.RLIMIT_CPU, seconds),
        ("writing", resource.RLIMIT_FSIZE, 0),
        ("files", resource.RLIMIT_NOFILE, 32),
        ("core", resource.RLIMIT_CORE, 0),
        ("processes", resource.RLIMIT_NPROC, 0),
    ):
        standing[name] = _limit(limit, most)
    # The kernel does not count root's processes, so for root the last limit is no wall.
    standing["processes"] = standing["processes"] and os.getuid() != 0
    return standing


def _limit(limit: int, most: int) -> bool:
    try:
        resource.setrlimit(limit, (most, most))
    except (ValueError, OSError):
        return False
    return resource.getrlimit(limit)[0] == most


def _leave_network(libc: ctypes.CDLL) -> bool:
    """Into a network of our own with nothing in it: as root at once, else inside a user namespace where the kernel lets us."""
    return bool(libc.unshare(_NEW_NETWORK) == 0 or libc.unshare(_NEW_USER | _NEW_NETWORK) == 0)


def _become_nobody() -> bool:
    """Root gives itself up. Anyone else already has no more rights than the site itself, which is less of a wall: False."""
    if os.getuid() != 0:
        return False
    try:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    except OSError:
        return False
    return os.getuid() == NOBODY
