import pytest

from commonwire.accounts.models import Member, fold
from commonwire.accounts.rules import may_edit, may_moderate, may_steward, wrong_with_handle, wrong_with_password


@pytest.mark.parametrize(
    ("role", "active", "may"),
    [
        ("moderator", True, (True, False, False)),
        ("editor", True, (True, True, False)),
        ("steward", True, (True, True, True)),
        ("moderator", False, (False, False, False)),
        ("editor", False, (False, False, False)),
        ("steward", False, (False, False, False)),
    ],
)
def test_each_role_may_what_it_may(role: str, active: bool, may: tuple[bool, bool, bool]) -> None:
    member = Member(handle="Heron", role=role, active=active)
    assert (may_moderate(member), may_edit(member), may_steward(member)) == may


def test_nobody_may_nothing() -> None:
    assert (may_moderate(None), may_edit(None), may_steward(None)) == (False, False, False)


@pytest.mark.parametrize("handle", ["ab", "Heron", "Íñigo", "ライラ", "night-shift 2", "O’Neil", "a" * 30])
def test_handles_that_will_do(handle: str) -> None:
    assert wrong_with_handle(handle) is None


@pytest.mark.parametrize("handle", ["", "a", "a" * 31, " ab", "ab ", "-ab", "<b>", "a\u200bb", "a\nb", "../etc", "a@example.org", "ab\n"])
def test_handles_that_will_not_do(handle: str) -> None:
    assert wrong_with_handle(handle)


@pytest.mark.parametrize(("one", "other"), [("Heron", "hERON"), ("STRASSE", "straße"), ("Ｈeron", "heron"), ("ÍÑIGO", "íñigo")])
def test_handles_that_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "password", ["seven quiet herons wade", "aaaa bbbb cccc dddd", "ñandúes y garzas", "x" * 8 + "qwzv" * 2, "9" * 200 + "abcdef"]
)
def test_passwords_that_will_do(password: str) -> None:
    assert wrong_with_password(password, "Heron") is None


@pytest.mark.parametrize(
    "password",
    ["", "elevenchars", "x" * 257, "password1234", "PASSWORD1234", "correct horse battery staple", "abababababab", "000000000000"],
)
def test_passwords_that_will_not_do(password: str) -> None:
    assert wrong_with_password(password, "Heron")


@pytest.mark.parametrize("password", ["Coastal Heron", "coastal heron", "coastal heroncoastal heron", "coastal heron1"])
def test_the_handle_is_no_password(password: str) -> None:
    assert wrong_with_password(password, "Coastal Heron")
