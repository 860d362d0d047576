"""What can go wrong outside of the form, said in a sentence that keeps the text."""

import errno
import logging

from django.db import OperationalError
from django.utils.translation import gettext as _

log = logging.getLogger("commonwire.newswire")
_FULL = {errno.ENOSPC, errno.EDQUOT}


class Troubled(Exception):
    """Not accepted, and why; status is 503 or 507."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


def explain(error: OSError | OperationalError) -> Troubled:
    """Full disk, locked or missing database: logged for the operator without a word of the sending, told to the author."""
    full = (isinstance(error, OSError) and error.errno in _FULL) or "full" in str(error).lower()
    log.error("a sending could not be kept: %s", type(error).__name__ + (" (no space left)" if full else ""))
    if full:
        return Troubled(
            _("The disk of this site is full. Nothing was published, and your text stands below: please keep a copy and try later."),
            507,
        )
    return Troubled(
        _("The site cannot keep posts at this moment. Nothing was published, and your text stands below: please try again shortly."),
        503,
    )
