"""An invited person becomes a member, once their authenticator has shown that it works."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from commonwire.accounts.authenticator import take_code
from commonwire.accounts.enrol import Enrolment
from commonwire.accounts.models import Invitation, Member, fold
from commonwire.accounts.renew import give_recovery_codes
from commonwire.accounts.sign_in import begin_session
from commonwire.accounts.tokens import digest
from commonwire.accounts.told import tell
from commonwire.accounts.trouble import InvitationGone, NotAccepted
from commonwire.base import clock


@dataclass(frozen=True)
class Joined:
    """The codes and the session's token are known here for the last time."""

    member: Member
    recovery_codes: list[str]
    token: str


@transaction.atomic
def join(*, token: str, enrolment: Enrolment, code: str) -> Joined:
    """Use up the invitation. Raises InvitationGone, or NotAccepted for a wrong code or a handle taken meanwhile."""
    used_step = take_code(enrolment.seed, code)
    if used_step is None:
        raise NotAccepted(_("The six digits do not match. Wait for the next ones and check the clock of the device."))
    role = _claim(token)
    member = _create(enrolment, role, used_step)
    codes = give_recovery_codes(member)
    tell("member.joined", member, by=member, role=role)
    return Joined(member, codes, begin_session(member))


def _claim(token: str) -> str:
    invitation = Invitation.objects.open().filter(digest=digest(token)).first()
    if invitation is None or not Invitation.objects.open().filter(pk=invitation.pk).update(used=True):
        raise InvitationGone
    return invitation.role


def _create(enrolment: Enrolment, role: str, used_step: bytes) -> Member:
    today = clock.now().date()
    try:
        with transaction.atomic():
            return Member.objects.create(
                handle=enrolment.handle,
                folded=fold(enrolment.handle),
                role=role,
                password=enrolment.password,
                sealed_seed=enrolment.sealed_seed,
                used_step=used_step,
                joined=today,
                last_seen=today,
            )
    except IntegrityError as error:
        raise NotAccepted(_("Somebody has this handle already. Please begin again with another.")) from error
