"""A steward gives a member another role, takes away their access, or gives it back. The last steward stays."""

from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.accounts.models import Invitation, Member, Role
from commonwire.accounts.rules import may_steward
from commonwire.accounts.sign_out import end_sessions
from commonwire.accounts.told import tell
from commonwire.accounts.trouble import NotAccepted


@transaction.atomic
def change_role(*, member: Member, role: str, by: Member | None) -> None:
    """`by` None stands for the operator of the machine."""
    _may(by)
    if role not in Role.values:
        raise NotAccepted(_("There is no such role."))
    if role != Role.STEWARD:
        _keep_a_steward(member)
        _drop_invitations(member)
    Member.objects.filter(pk=member.pk).update(role=role)
    tell("member.role_changed", member, by=by, role=role)


@transaction.atomic
def deactivate_member(*, member: Member, by: Member | None) -> None:
    """Signs them out everywhere; links they gave out and nobody used stop working."""
    _may(by)
    _keep_a_steward(member)
    _drop_invitations(member)
    end_sessions(member)
    Member.objects.filter(pk=member.pk).update(active=False)
    tell("member.deactivated", member, by=by)


@transaction.atomic
def reactivate_member(*, member: Member, by: Member | None) -> None:
    _may(by)
    Member.objects.filter(pk=member.pk).update(active=True)
    tell("member.reactivated", member, by=by)


def _may(by: Member | None) -> None:
    if by is not None and not may_steward(by):
        raise NotAccepted(_("Only a steward may change members."))


def _keep_a_steward(member: Member) -> None:
    """The stewards are locked, so that two of them cannot remove each other at the same moment."""
    stewards = list(Member.objects.select_for_update().filter(role=Role.STEWARD, active=True).order_by("pk"))
    if [steward.pk for steward in stewards] == [member.pk]:
        raise NotAccepted(_("This is the last steward. Make somebody else a steward first."))


def _drop_invitations(member: Member) -> None:
    Invitation.objects.filter(by=member, used=False).delete()
