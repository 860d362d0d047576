"""A member's second proof is renewed: another authenticator, or eight new recovery codes. Both ask for the password.

After a lost device: sign in with password and a recovery code, then `begin_renewal` with the password makes a seed sealed under
that password, and `renew_authenticator` puts it in place once a code of the new device matches. The old seed is gone with that.
A forgotten password cannot be recovered, because the seed is sealed under it: a steward deactivates the member and invites anew.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.accounts import vault
from commonwire.accounts.attempts import begin_attempt, forget_attempts
from commonwire.accounts.authenticator import take_code
from commonwire.accounts.enrol import Enrolment
from commonwire.accounts.models import Member, RecoveryCode, Session
from commonwire.accounts.sign_out import end_sessions
from commonwire.accounts.tokens import code_digest, new_codes
from commonwire.accounts.told import tell
from commonwire.accounts.trouble import NotAccepted


def prove_password(member: Member, password: str) -> bytes:
    """The member's seed; raises NotAccepted, or TryLater after too many tries. Slow: never inside a transaction."""
    begin_attempt(member.handle)
    seed = vault.seed_of(member, password)
    if seed is None:
        raise NotAccepted(_("That is not your password."))
    forget_attempts(member.handle)
    return seed


def begin_renewal(*, member: Member, password: str) -> Enrolment:
    """A fresh seed, sealed under the member's own password. Nothing is changed yet. Slow."""
    prove_password(member, password)
    seed = vault.new_seed()
    return Enrolment(member.handle, member.password, seed, vault.seal(seed, password))


@transaction.atomic
def renew_authenticator(*, member: Member, enrolment: Enrolment, code: str, keep: Session | None = None) -> None:
    """Put the new seed in place when its code matches, and sign out every other browser."""
    used_step = take_code(enrolment.seed, code)
    if used_step is None:
        raise NotAccepted(_("The six digits do not match. Wait for the next ones and check the clock of the device."))
    if enrolment.password != member.password:
        raise _changed_meanwhile()
    still_the_same(member, sealed_seed=enrolment.sealed_seed, used_step=used_step)
    end_sessions(member, but=keep)
    tell("member.authenticator_renewed", member, by=member)


def renew_recovery_codes(*, member: Member, password: str) -> list[str]:
    """Eight new codes, to be shown once; the old ones stop working."""
    prove_password(member, password)
    with transaction.atomic():
        codes = give_recovery_codes(member)
        tell("member.recovery_codes_renewed", member, by=member)
    return codes


def give_recovery_codes(member: Member) -> list[str]:
    """Inside a verb's transaction."""
    codes = new_codes()
    RecoveryCode.objects.filter(member=member).delete()
    RecoveryCode.objects.bulk_create([RecoveryCode(member=member, digest=code_digest(code)) for code in codes])
    return codes


def still_the_same(member: Member, **changes: object) -> None:
    """Change the member only if the password is the one that was proved: a seed sealed under an older one would lock them out."""
    if not Member.objects.filter(pk=member.pk, active=True, password=member.password).update(**changes):
        raise _changed_meanwhile()


def _changed_meanwhile() -> NotAccepted:
    return NotAccepted(_("Your password was changed in the meantime. Please begin again."))
