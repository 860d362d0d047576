import pytest
from django.test import override_settings

from commonwire.accounts.enrol import begin_enrolment, unwrap, wrap
from commonwire.accounts.trouble import NotAccepted
from tests.accounts.make import PASSWORD
from tests.conftest import Clock


def test_what_is_wrapped_comes_back_whole() -> None:
    enrolment = begin_enrolment(handle="Héron", password=PASSWORD)
    assert unwrap(wrap(enrolment, "join 1"), "join 1") == enrolment
    assert enrolment.password.startswith("argon2")


def test_the_form_says_nothing_to_who_reads_it() -> None:
    enrolment = begin_enrolment(handle="Heron", password=PASSWORD)
    assert wrap(enrolment, "join 1") != wrap(enrolment, "join 1")
    with override_settings(SECRET_KEY="another"), pytest.raises(NotAccepted):
        unwrap(wrap_with_first_key(enrolment), "join 1")


def wrap_with_first_key(enrolment: object) -> str:
    with override_settings(SECRET_KEY="the first"):
        return wrap(enrolment, "join 1")  # type: ignore[arg-type]


def test_it_opens_only_where_it_belongs_and_for_an_hour(frozen: Clock) -> None:
    wrapped = wrap(begin_enrolment(handle="Heron", password=PASSWORD), "join 1")
    for spoilt, purpose in (
        (wrapped, "join 2"),
        (wrapped, "renew 1"),
        (wrapped[:-8], "join 1"),
        ("", "join 1"),
        ("é\ud800", "join 1"),
    ):
        with pytest.raises(NotAccepted):
            unwrap(spoilt, purpose)
    frozen.move(minutes=59)
    unwrap(wrapped, "join 1")
    frozen.move(minutes=2)
    with pytest.raises(NotAccepted):
        unwrap(wrapped, "join 1")


@pytest.mark.parametrize(("handle", "password"), [("x", PASSWORD), ("Heron", "short"), ("Heron", "password1234")])
def test_bad_words_are_refused(handle: str, password: str) -> None:
    with pytest.raises(NotAccepted):
        begin_enrolment(handle=handle, password=password)
