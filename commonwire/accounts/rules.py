"""Who may do what, and which handles and passwords will do."""

import re
from functools import cache
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commonwire.accounts.models import Member, Role, fold

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 256
_HANDLE = re.compile(r"^[^\W_][\w .'’-]{0,28}[^\W_]\Z")


def may_moderate(member: Member | None) -> bool:
    """Sort, hide, hold: everyone in the collective."""
    return member is not None and member.active


def may_edit(member: Member | None) -> bool:
    """Compose features."""
    return member is not None and member.active and member.role in (Role.EDITOR, Role.STEWARD)


def may_steward(member: Member | None) -> bool:
    """Run the site: settings, members, roles."""
    return member is not None and member.active and member.role == Role.STEWARD


def wrong_with_handle(handle: str) -> str | Promise | None:
    """Why this handle will not do, or None."""
    if not _HANDLE.match(handle):
        return _("A handle has 2 to 30 letters or digits; spaces, dots, hyphens and apostrophes may stand between them.")
    return None


def wrong_with_password(password: str, handle: str) -> str | Promise | None:
    """Why this password will not do, or None. Length is what counts: no rule asks for digits or signs."""
    if len(password) < SHORTEST_PASSWORD:
        return _("A password has at least 12 characters. A few unrelated words are easy to remember and hard to guess.")
    if len(password) > LONGEST_PASSWORD:
        return _("A password has at most 256 characters.")
    folded = fold(password)
    if len(folded.replace(fold(handle), "")) < SHORTEST_PASSWORD // 2:
        return _("The password is nearly the handle. Please choose another.")
    if folded in _commonest() or len(set(folded)) < 4:
        return _("This password is among the first that anybody would try. Please choose another.")
    return None


@cache
def _commonest() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "commonest_passwords.txt").read_text().split("\n"))
