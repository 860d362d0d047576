"""Sessions end: this one, a chosen one, or all of a member's."""

from django.db import transaction

from commonwire.accounts.models import Member, Session
from commonwire.accounts.told import tell


@transaction.atomic
def sign_out(*, session: Session) -> None:
    session.delete()
    tell("member.signed_out", session.member, by=session.member)


@transaction.atomic
def revoke_session(*, member: Member, public: str) -> bool:
    """End one of the member's own sessions, named by its public id; False when there is no such session any more."""
    if not Session.objects.filter(member=member, public=public).delete()[0]:
        return False
    tell("member.session_revoked", member, by=member)
    return True


@transaction.atomic
def revoke_sessions(*, member: Member, by: Member | None = None, but: Session | None = None) -> int:
    """End all of a member's sessions, except `but`; returns how many ended."""
    ended = end_sessions(member, but=but)
    tell("member.sessions_revoked", member, by=by or member, ended=ended)
    return ended


def end_sessions(member: Member, *, but: Session | None = None) -> int:
    """Inside a verb's transaction."""
    sessions = Session.objects.filter(member=member)
    return (sessions.exclude(pk=but.pk) if but else sessions).delete()[0]
