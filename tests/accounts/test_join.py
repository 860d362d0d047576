from datetime import date, timedelta

import pytest

from commonwire.accounts.enrol import begin_enrolment
from commonwire.accounts.invite import invite_member
from commonwire.accounts.join import join
from commonwire.accounts.models import Invitation, Member, RecoveryCode
from commonwire.accounts.tokens import code_digest
from commonwire.accounts.trouble import InvitationGone, NotAccepted
from commonwire.accounts.vault import unseal
from commonwire.accounts.visit import visit
from commonwire.ledger.models import Entry
from tests.accounts.make import PASSWORD, digits, someone
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_an_invited_person_becomes_a_member() -> None:
    token = invite_member(role="editor")
    enrolment = begin_enrolment(handle="Heron", password=PASSWORD)
    joined = join(token=token, enrolment=enrolment, code=digits(enrolment.seed))
    member = Member.objects.get()
    assert joined.member == member
    assert (member.handle, member.folded, member.role, member.active) == ("Heron", "heron", "editor", True)
    assert (member.joined, member.last_seen) == (date(2026, 1, 16), date(2026, 1, 16))
    assert unseal(bytes(member.sealed_seed), PASSWORD) == enrolment.seed
    assert {bytes(row.digest) for row in RecoveryCode.objects.all()} == {code_digest(code) for code in joined.recovery_codes}
    assert len(joined.recovery_codes) == 8
    session = visit(token=joined.token)
    assert session is not None and session.member == member
    line = Entry.objects.get(verb="member.joined")
    assert (line.subject, line.by, line.facts) == (f"member:{member.pk}", f"member:{member.pk}", {"role": "editor"})


def test_a_link_makes_one_member() -> None:
    token = invite_member(role="editor")
    first = begin_enrolment(handle="Heron", password=PASSWORD)
    join(token=token, enrolment=first, code=digits(first.seed))
    second = begin_enrolment(handle="Egret", password=PASSWORD)
    with pytest.raises(InvitationGone):
        join(token=token, enrolment=second, code=digits(second.seed))
    assert Member.objects.count() == 1


def test_a_link_lasts_seven_days(frozen: Clock) -> None:
    tokens = [invite_member(role="editor"), invite_member(role="editor")]
    frozen.move(days=6)
    early = begin_enrolment(handle="Heron", password=PASSWORD)
    join(token=tokens[0], enrolment=early, code=digits(early.seed))
    frozen.move(days=1)
    late = begin_enrolment(handle="Egret", password=PASSWORD)
    with pytest.raises(InvitationGone):
        join(token=tokens[1], enrolment=late, code=digits(late.seed))


def test_a_wrong_code_leaves_the_link_as_it_was() -> None:
    token = invite_member(role="editor")
    enrolment = begin_enrolment(handle="Heron", password=PASSWORD)
    for wrong in (digits(enrolment.seed, 5), ""):
        with pytest.raises(NotAccepted):
            join(token=token, enrolment=enrolment, code=wrong)
    assert join(token=token, enrolment=enrolment, code=digits(enrolment.seed)).member.handle == "Heron"


def test_a_handle_taken_meanwhile_leaves_the_link_as_it_was() -> None:
    token = invite_member(role="editor")
    enrolment = begin_enrolment(handle="hERON", password=PASSWORD)
    someone(handle="Heron")
    with pytest.raises(NotAccepted, match="has this handle"):
        join(token=token, enrolment=enrolment, code=digits(enrolment.seed))
    assert Invitation.objects.filter(used=False).count() == 1
    assert Member.objects.count() == 1


def test_a_token_nobody_made() -> None:
    enrolment = begin_enrolment(handle="Heron", password=PASSWORD)
    with pytest.raises(InvitationGone):
        join(token="x" * 43, enrolment=enrolment, code=digits(enrolment.seed))


def test_the_day_of_an_invitation_counts_whole(frozen: Clock) -> None:
    frozen.set(2026, 1, 16, 23, 59)
    invite_member(role="editor")
    frozen.set(2026, 1, 22, 23, 59)
    assert Invitation.objects.open().count() == 1
    frozen.move(**{"seconds": timedelta(minutes=1).total_seconds()})
    assert Invitation.objects.open().count() == 0
