"""One hand at the press: whoever prints reads, renders and puts down under one lock, so the last to put down has read last.

Without it a slow baker could lay an older text over a newer one, and a hidden text would come back.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings


@contextmanager
def one_hand() -> Iterator[None]:
    path = settings.DATA_DIR / "press.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
