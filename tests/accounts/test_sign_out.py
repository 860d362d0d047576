import pytest

from commonwire.accounts.models import Session
from commonwire.accounts.sign_in import sign_in
from commonwire.accounts.sign_out import revoke_session, revoke_sessions, sign_out
from commonwire.accounts.visit import visit
from commonwire.ledger.models import Entry
from tests.accounts.make import PASSWORD, Someone, someone
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def three_browsers(heron: Someone, clock: Clock) -> list[str]:
    tokens = [heron.token]
    for _ in range(2):
        clock.move(minutes=1)
        tokens.append(sign_in(handle="Heron", password=PASSWORD, code=heron.digits).token)
    return tokens


def open_ones(tokens: list[str]) -> list[bool]:
    return [visit(token=token) is not None for token in tokens]


def test_signing_out_ends_this_browser_alone(frozen: Clock) -> None:
    tokens = three_browsers(someone(), frozen)
    here = visit(token=tokens[1])
    assert here is not None
    sign_out(session=here)
    assert open_ones(tokens) == [True, False, True]
    assert Entry.objects.latest("pk").verb == "member.signed_out"


def test_a_chosen_one(frozen: Clock) -> None:
    heron, egret = someone(), someone(handle="Egret")
    tokens = three_browsers(heron, frozen)
    other = visit(token=tokens[2])
    assert other is not None
    assert not revoke_session(member=egret.member, public=other.public)  # another's session is out of reach
    assert revoke_session(member=heron.member, public=other.public)
    assert not revoke_session(member=heron.member, public=other.public)
    assert open_ones([*tokens, egret.token]) == [True, True, False, True]


def test_all_or_all_but_one(frozen: Clock) -> None:
    heron, egret = someone(), someone(handle="Egret")
    tokens = three_browsers(heron, frozen)
    assert revoke_sessions(member=heron.member, but=visit(token=tokens[1])) == 2
    assert open_ones(tokens) == [False, True, False]
    assert revoke_sessions(member=heron.member) == 1
    assert [session.member for session in Session.objects.all()] == [egret.member]
    line = Entry.objects.latest("pk")
    assert (line.verb, line.subject, line.facts) == ("member.sessions_revoked", f"member:{heron.member.pk}", {"ended": 1})
