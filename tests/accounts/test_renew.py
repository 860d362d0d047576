import pytest

from commonwire.accounts.change_password import change_password
from commonwire.accounts.models import Member
from commonwire.accounts.renew import begin_renewal, renew_authenticator, renew_recovery_codes
from commonwire.accounts.sign_in import sign_in
from commonwire.accounts.trouble import NotAccepted
from commonwire.accounts.visit import visit
from commonwire.ledger.models import Entry
from tests.accounts.make import PASSWORD, digits, someone
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_after_a_lost_device_a_recovery_code_leads_to_a_new_authenticator(frozen: Clock) -> None:
    heron = someone()
    here = visit(token=sign_in(handle="Heron", password=PASSWORD, code=heron.codes[0]).token)
    assert here is not None
    enrolment = begin_renewal(member=here.member, password=PASSWORD)
    renew_authenticator(member=here.member, enrolment=enrolment, code=digits(enrolment.seed), keep=here)
    assert Entry.objects.latest("pk").verb == "member.authenticator_renewed"
    assert visit(token=heron.token) is None
    with pytest.raises(NotAccepted):  # the digits that confirmed are spent
        sign_in(handle="Heron", password=PASSWORD, code=digits(enrolment.seed))
    frozen.move(minutes=1)
    with pytest.raises(NotAccepted):  # the lost device opens nothing
        sign_in(handle="Heron", password=PASSWORD, code=heron.digits)
    assert not sign_in(handle="Heron", password=PASSWORD, code=digits(enrolment.seed)).recovered


def test_until_it_is_confirmed_the_old_one_stays(frozen: Clock) -> None:
    heron = someone()
    enrolment = begin_renewal(member=heron.member, password=PASSWORD)
    with pytest.raises(NotAccepted):
        renew_authenticator(member=heron.member, enrolment=enrolment, code=digits(enrolment.seed, 4))
    frozen.move(minutes=1)
    assert sign_in(handle="Heron", password=PASSWORD, code=heron.digits).member == heron.member


def test_a_password_changed_between_the_steps_locks_nobody_out(frozen: Clock) -> None:
    heron = someone()
    enrolment = begin_renewal(member=heron.member, password=PASSWORD)
    change_password(member=heron.member, current=PASSWORD, new="eleven patient egrets")
    for member in (heron.member, Member.objects.get()):  # as read before and after the change
        with pytest.raises(NotAccepted, match="in the meantime"):
            renew_authenticator(member=member, enrolment=enrolment, code=digits(enrolment.seed))
    frozen.move(minutes=1)
    assert sign_in(handle="Heron", password="eleven patient egrets", code=heron.digits).member == heron.member


def test_new_recovery_codes_replace_the_old() -> None:
    heron = someone()
    codes = renew_recovery_codes(member=heron.member, password=PASSWORD)
    assert len(set(codes)) == 8 and not set(codes) & set(heron.codes)
    with pytest.raises(NotAccepted):
        sign_in(handle="Heron", password=PASSWORD, code=heron.codes[0])
    assert sign_in(handle="Heron", password=PASSWORD, code=codes[0]).recovered


def test_both_ask_for_the_password() -> None:
    heron = someone()
    for act in (begin_renewal, renew_recovery_codes):
        with pytest.raises(NotAccepted, match="not your password"):
            act(member=heron.member, password="something else altogether")
    assert heron.member.recovery_codes.count() == 8
