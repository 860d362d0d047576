"""A member changes their password. The seed is sealed anew under the new one, and every other browser is signed out."""

from django.db import transaction

from commonwire.accounts.models import Member, Session
from commonwire.accounts.renew import prove_password, still_the_same
from commonwire.accounts.rules import wrong_with_password
from commonwire.accounts.sign_out import end_sessions
from commonwire.accounts.told import tell
from commonwire.accounts.trouble import NotAccepted
from commonwire.accounts.vault import lock_up


def change_password(*, member: Member, current: str, new: str, keep: Session | None = None) -> None:
    """Raises NotAccepted when `current` is wrong or `new` will not do, TryLater after too many tries. Slow, then a transaction."""
    seed = prove_password(member, current)
    wrong = wrong_with_password(new, member.handle)
    if wrong:
        raise NotAccepted(wrong)
    hashed, sealed = lock_up(seed, new)
    with transaction.atomic():
        still_the_same(member, password=hashed, sealed_seed=sealed)
        end_sessions(member, but=keep)
        tell("member.password_changed", member, by=member)
