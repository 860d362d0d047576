"""A member signs in: handle, password, and six digits of their authenticator or one of their recovery codes.

A recovery code stands in for the digits, never for the password, so the seed can still be unsealed then. It also opens while the
handle is locked: 80 bits cannot be guessed, and nobody can keep a member out by failing in their name.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.accounts.attempts import begin_attempt, forget_attempts
from commonwire.accounts.authenticator import take_code
from commonwire.accounts.models import SESSION_HOURS, Member, RecoveryCode, Session, fold
from commonwire.accounts.tokens import code_digest, digest, is_recovery_code, new_token
from commonwire.accounts.told import tell
from commonwire.accounts.trouble import NotAccepted
from commonwire.accounts.vault import seed_of
from commonwire.base import clock


@dataclass(frozen=True)
class SignedIn:
    """The token is kept nowhere but in the cookie. `recovered`: a recovery code was spent, a new authenticator may be needed."""

    member: Member
    token: str
    recovered: bool


def sign_in(*, handle: str, password: str, code: str) -> SignedIn:
    """Raises NotAccepted with one sentence for every mistake, or TryLater. The slow work stands outside of the transaction."""
    by_recovery = is_recovery_code(code)
    if not by_recovery:
        begin_attempt(handle)
    member = Member.objects.filter(folded=fold(handle), active=True).first()
    hopeless = by_recovery and not _has_recovery_code(member, code)
    seed = seed_of(member, password)
    if member is None or seed is None or hopeless:
        raise _mistake()
    signed_in = _enter(member, seed, code, by_recovery)
    forget_attempts(handle)
    return signed_in


@transaction.atomic
def _enter(member: Member, seed: bytes, code: str, by_recovery: bool) -> SignedIn:
    if not (_spend_recovery_code(member, code) if by_recovery else _spend_digits(member, seed, code)):
        raise _mistake()
    token = begin_session(member)
    tell("member.signed_in", member, by=member, recovered=by_recovery)
    return SignedIn(member, token, by_recovery)


def _spend_digits(member: Member, seed: bytes, code: str) -> bool:
    """Of two that send the same digits at once, the update lets one through."""
    used_step = take_code(seed, code, bytes(member.used_step))
    unchanged = Member.objects.filter(pk=member.pk, active=True, password=member.password, used_step=member.used_step)
    return used_step is not None and unchanged.update(used_step=used_step) == 1


def _has_recovery_code(member: Member | None, code: str) -> bool:
    """Asked before the password is looked at: these tries are not counted, so nothing they meet may depend on the password."""
    return RecoveryCode.objects.filter(member_id=member.pk if member else 0, digest=code_digest(code)).exists()


def _spend_recovery_code(member: Member, code: str) -> bool:
    return RecoveryCode.objects.filter(member=member, digest=code_digest(code)).delete()[0] == 1


def begin_session(member: Member) -> str:
    """Inside a verb's transaction. Sessions that have run out, anybody's, go at the same time."""
    token = new_token()
    Session.objects.filter(expires__lte=clock.now()).delete()
    expires = clock.hour() + timedelta(hours=SESSION_HOURS)
    Session.objects.create(digest=digest(token), member=member, begun=clock.now().date(), expires=expires)
    return token


def _mistake() -> NotAccepted:
    return NotAccepted(_("Handle, password and code do not match. Each code works once: wait for the next six digits."))
