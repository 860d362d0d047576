"""Members and browsers, made by the verbs a person would use."""

from dataclasses import dataclass

from django.test import Client

from commonwire.accounts.authenticator import PERIOD, code_at
from commonwire.accounts.doors import COOKIE
from commonwire.accounts.enrol import begin_enrolment
from commonwire.accounts.invite import invite_member
from commonwire.accounts.join import join
from commonwire.accounts.models import Member
from commonwire.base import clock

PASSWORD = "seven quiet herons wade"


@dataclass
class Someone:
    """A member together with what only they know."""

    member: Member
    seed: bytes
    codes: list[str]
    token: str

    @property
    def digits(self) -> str:
        return digits(self.seed)


def digits(seed: bytes, steps: int = 0) -> str:
    """What the authenticator shows now, or so many half minutes later."""
    return code_at(seed, int(clock.now().timestamp()) // PERIOD + steps)


def someone(handle: str = "Heron", role: str = "moderator", password: str = PASSWORD) -> Someone:
    """A member who has just joined and is signed in by `token`."""
    enrolment = begin_enrolment(handle=handle, password=password)
    joined = join(token=invite_member(role=role), enrolment=enrolment, code=digits(enrolment.seed))
    return Someone(joined.member, enrolment.seed, joined.recovery_codes, joined.token)


def browser(who: Someone | None = None, **headers: str) -> Client:
    """A browser on our own pages, signed in as `who`."""
    client = Client(headers={"Sec-Fetch-Site": "same-origin", **headers})
    if who is not None:
        client.cookies[COOKIE] = who.token
    return client
