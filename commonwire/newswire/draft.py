"""A draft between its preview and its publication. Nothing of it is stored: it travels, signed, in the body of the form.

The draft's id becomes the post's public id, so that the same draft sent twice is the same post. The receipt is made with the draft.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import BoundedSemaphore

from django.conf import settings
from django.core import signing

from commonwire.base import clock
from commonwire.base.ids import public_id
from commonwire.base.receipts import new_receipt
from commonwire.media.models import File

SALT = "commonwire.draft"
FILE_SALT = "commonwire.draft-file"
LASTS = 6 * 3600
WAIT_AT_MOST = 60
_waiting = BoundedSemaphore(max(1, settings.ENVIRONMENT.web_threads // 4))


@dataclass(frozen=True)
class Draft:
    id: str
    receipt: str
    since: int  # seconds of the epoch; never stored
    expired: bool = False

    @property
    def token(self) -> str:
        return signing.dumps({"id": self.id, "receipt": self.receipt, "since": self.since}, salt=SALT)

    def renewed(self) -> "Draft":
        return replace(self, since=int(clock.now().timestamp()), expired=False)


def new_draft() -> Draft:
    return Draft(public_id(), new_receipt(), int(clock.now().timestamp()))


def read_draft(token: str) -> Draft | None:
    """None for a token that is not ours; one that is too old says so and keeps its id and receipt."""
    try:
        held = signing.loads(token, salt=SALT)
        draft = Draft(str(held["id"]), str(held["receipt"]), int(held["since"]))
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return None
    return replace(draft, expired=clock.now().timestamp() - draft.since > LASTS)


def wait_out(draft: Draft) -> None:
    """A form sent faster than a person reads its preview waits for the rest of the time: it slows a machine and costs nobody a post.

    Only some threads wait at the same time, or a machine that sends at once in many places would leave none for others.
    """
    left = settings.ENVIRONMENT.form_min_seconds - (clock.now().timestamp() - draft.since)
    if left > 0 and _waiting.acquire(blocking=False):
        try:
            time.sleep(min(left, WAIT_AT_MOST))
        finally:
            _waiting.release()


def handle_of(file: File) -> str:
    """What stands for a draft's file in the form."""
    return signing.Signer(salt=FILE_SALT).sign(file.public_id)


def files_of(handles: Sequence[str]) -> list[File]:
    """The files these handles stand for, in their order; those that are no longer there are left out."""
    ids = [text for handle in handles if (text := _unsigned(handle))]
    found = {file.public_id: file for file in File.objects.filter(public_id__in=ids, state="draft").prefetch_related("renditions")}
    return [found[each] for each in dict.fromkeys(ids) if each in found]


def _unsigned(handle: str) -> str:
    try:
        return signing.Signer(salt=FILE_SALT).unsign(handle)
    except signing.BadSignature:
        return ""
