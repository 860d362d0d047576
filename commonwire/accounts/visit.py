"""A browser comes with its token: whose is it? The day of a member's last visit is kept, and no more."""

from commonwire.accounts.models import Member, Session
from commonwire.accounts.tokens import digest
from commonwire.base import clock


def visit(*, token: str) -> Session | None:
    """The session with its member, or None when it ended, never was, or the member is no longer active."""
    running = Session.objects.select_related("member").filter(digest=digest(token), expires__gt=clock.now(), member__active=True)
    session = running.first()
    if session is not None and session.member.last_seen != clock.now().date():
        Member.objects.filter(pk=session.member_id).update(last_seen=clock.now().date())
    return session
