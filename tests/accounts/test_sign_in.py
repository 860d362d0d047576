from datetime import UTC, date, datetime

import pytest

from commonwire.accounts import sign_in as room
from commonwire.accounts.attempts import MOST
from commonwire.accounts.models import Member, RecoveryCode, Session
from commonwire.accounts.sign_in import sign_in
from commonwire.accounts.trouble import NotAccepted, TryLater
from commonwire.accounts.visit import visit
from commonwire.ledger.models import Entry
from tests.accounts.make import PASSWORD, digits, someone
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_handle_password_and_digits_open(frozen: Clock) -> None:
    heron = someone()
    frozen.move(minutes=1)
    signed_in = sign_in(handle="hERON", password=PASSWORD, code=heron.digits)
    assert (signed_in.member, signed_in.recovered) == (heron.member, False)
    session = visit(token=signed_in.token)
    assert session is not None
    assert (session.member, session.begun, session.expires) == (
        heron.member,
        date(2026, 1, 16),
        datetime(2026, 1, 17, 8, tzinfo=UTC),
    )
    line = Entry.objects.latest("pk")
    assert (line.verb, line.subject, line.facts) == ("member.signed_in", f"member:{heron.member.pk}", {"recovered": False})


def test_every_mistake_gets_the_same_answer_and_leaves_nothing(frozen: Clock) -> None:
    heron, egret = someone(), someone(handle="Egret")
    Member.objects.filter(pk=egret.member.pk).update(active=False)
    frozen.move(minutes=1)
    before = (Session.objects.count(), Entry.objects.count(), RecoveryCode.objects.count())
    answers = set()
    for handle, password, code in (
        ("Nobody", PASSWORD, heron.digits),
        ("Heron", "something else altogether", heron.digits),
        ("Heron", "", heron.digits),
        ("Heron", PASSWORD, digits(heron.seed, 7)),
        ("Heron", PASSWORD, ""),
        ("Heron", PASSWORD, egret.codes[0]),
        ("Heron", "something else altogether", heron.codes[0]),
        ("Egret", PASSWORD, egret.digits),
        ("Egret", PASSWORD, egret.codes[0]),
    ):
        with pytest.raises(NotAccepted) as refused:
            sign_in(handle=handle, password=password, code=code)
        answers.add((type(refused.value), str(refused.value.sentence)))
    assert len(answers) == 1
    assert (Session.objects.count(), Entry.objects.count(), RecoveryCode.objects.count()) == before


def test_digits_are_taken_once(frozen: Clock) -> None:
    heron = someone()
    with pytest.raises(NotAccepted):  # those that confirmed the joining
        sign_in(handle="Heron", password=PASSWORD, code=heron.digits)
    frozen.move(minutes=1)
    code = heron.digits
    sign_in(handle="Heron", password=PASSWORD, code=code)
    with pytest.raises(NotAccepted):
        sign_in(handle="Heron", password=PASSWORD, code=code)


def test_of_two_at_the_same_moment_one_comes_in(frozen: Clock) -> None:
    heron = someone()
    frozen.move(minutes=1)
    one, other = Member.objects.get(), Member.objects.get()  # both read before either writes
    assert [room._spend_digits(who, heron.seed, heron.digits) for who in (one, other)] == [True, False]


def test_a_recovery_code_opens_once_in_place_of_the_digits() -> None:
    heron = someone()
    signed_in = sign_in(handle="Heron", password=PASSWORD, code=heron.codes[3].upper().replace("-", " "))
    assert signed_in.recovered
    assert heron.member.recovery_codes.count() == 7
    with pytest.raises(NotAccepted):
        sign_in(handle="Heron", password=PASSWORD, code=heron.codes[3])
    assert sign_in(handle="Heron", password=PASSWORD, code=heron.codes[4]).recovered


def test_uncounted_tries_with_a_made_up_recovery_code_say_nothing_about_the_password(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    someone()
    for handle, password in (("Heron", PASSWORD), ("Heron", "something else altogether"), ("Nobody", PASSWORD)):
        with django_assert_num_queries(2), pytest.raises(NotAccepted, match="do not match"):
            sign_in(handle=handle, password=password, code="0000-0000-0000-0000")


def test_ten_failures_lock_the_digits_for_an_hour_but_never_a_recovery_code(frozen: Clock) -> None:
    heron = someone()
    for _ in range(MOST):
        with pytest.raises(NotAccepted, match="do not match"):
            sign_in(handle="Heron", password="something else altogether", code="123456")
    with pytest.raises(TryLater):
        sign_in(handle="Heron", password=PASSWORD, code=digits(heron.seed, 1))
    assert sign_in(handle="Heron", password=PASSWORD, code=heron.codes[0]).recovered
    frozen.move(minutes=1)
    assert sign_in(handle="Heron", password=PASSWORD, code=heron.digits).member == heron.member


def test_an_unknown_handle_is_locked_alike() -> None:
    for _ in range(MOST):
        with pytest.raises(NotAccepted, match="do not match"):
            sign_in(handle="Nobody", password=PASSWORD, code="123456")
    with pytest.raises(TryLater):
        sign_in(handle="Nobody", password=PASSWORD, code="123456")


def test_signing_in_clears_what_ran_out(frozen: Clock) -> None:
    heron, _egret = someone(), someone(handle="Egret")
    frozen.move(hours=12)
    sign_in(handle="Heron", password=PASSWORD, code=heron.digits)
    assert [session.member for session in Session.objects.all()] == [heron.member]
