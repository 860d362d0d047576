"""The ledger's line about a member, known by the hour only: the minute of a sign-in would say when a volunteer is awake."""

from typing import Any

from commonwire.accounts.models import Member
from commonwire.base import clock
from commonwire.ledger.record import record


def tell(verb: str, subject: Member, *, by: Member | None, **facts: Any) -> None:
    """`by` None stands for the operator of the machine. Neither handle nor token is ever among the facts."""
    record(verb, f"member:{subject.pk}", by=f"member:{by.pk}" if by else "", at=clock.hour(), **facts)
