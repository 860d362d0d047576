"""A steward invites somebody: a link that makes one member of one role, within seven days."""

from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.accounts.models import Invitation, Member, Role
from commonwire.accounts.rules import may_steward
from commonwire.accounts.tokens import digest, new_token
from commonwire.accounts.trouble import NotAccepted
from commonwire.base import clock
from commonwire.ledger.record import record


@transaction.atomic
def invite_member(*, role: str, by: Member | None = None) -> str:
    """The token of the link, which is kept nowhere. `by` None stands for the operator of the machine."""
    if role not in Role.values:
        raise NotAccepted(_("There is no such role."))
    if by is not None and not may_steward(by):
        raise NotAccepted(_("Only a steward may invite."))
    token = new_token()
    invitation = Invitation.objects.create(digest=digest(token), role=role, by=by, made=clock.now().date())
    record("member.invited", f"invitation:{invitation.pk}", by=f"member:{by.pk}" if by else "", at=clock.hour(), role=role)
    return token


@transaction.atomic
def first_steward_link() -> str | None:
    """The path of a fresh invitation for a steward; None when there is an active steward. Older unused ones stop working."""
    if Member.objects.filter(role=Role.STEWARD, active=True).exists():
        return None
    Invitation.objects.filter(by=None, role=Role.STEWARD, used=False).delete()
    return join_path(invite_member(role=Role.STEWARD))


def join_path(token: str) -> str:
    return f"/desk/join/{token}/"
