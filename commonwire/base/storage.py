"""Files that are whole or not there: written beside, synced, renamed; their times cut to the minute."""

import os
import secrets
from pathlib import Path

from commonwire.base import clock


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` atomically and durably. Nobody ever reads half of it; after a power cut it is the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.parent / f".{secrets.token_hex(8)}.part"
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        stamp = clock.minute().timestamp()
        os.utime(beside, (stamp, stamp))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
