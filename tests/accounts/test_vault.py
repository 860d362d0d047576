from pathlib import Path
from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import check_password

from commonwire.accounts import vault
from commonwire.accounts.models import Member
from commonwire.accounts.trouble import TryLater
from tests.accounts.make import PASSWORD


def test_only_the_password_unseals() -> None:
    seed = vault.new_seed()
    sealed = vault.seal(seed, PASSWORD)
    assert [vault.unseal(sealed, password) for password in (PASSWORD, PASSWORD + " ", PASSWORD.upper(), "")] == [
        seed,
        None,
        None,
        None,
    ]


def test_the_same_letters_typed_otherwise_are_the_same_password() -> None:
    assert vault.unseal(vault.seal(b"s" * 20, "canci\u00f3n del mar"), "cancio\u0301n del mar") == b"s" * 20


def test_two_boxes_of_one_seed_have_nothing_in_common() -> None:
    one, other = vault.seal(b"s" * 20, PASSWORD), vault.seal(b"s" * 20, PASSWORD)
    assert one[0] == other[0] == vault.COST
    assert (one[1:17] != other[1:17], one[17:29] != other[17:29], one[29:] != other[29:]) == (True, True, True)
    assert b"ssss" not in one


def test_a_changed_box_does_not_open() -> None:
    sealed = bytearray(vault.seal(b"s" * 20, PASSWORD))
    sealed[-1] ^= 1
    assert vault.unseal(bytes(sealed), PASSWORD) is None


def test_a_box_of_another_cost_still_opens() -> None:
    with patch.object(vault, "COST", 5):
        dearer = vault.seal(b"s" * 20, PASSWORD)
    assert vault.unseal(dearer, PASSWORD) == b"s" * 20


def test_the_cost_in_use_is_no_less_than_32_mebibytes() -> None:
    """Read from the source: the fixture of this folder makes the module's own cheap."""
    assert "\nCOST = 15 " in Path(vault.__file__).read_text()


def test_nobody_costs_as_much_as_somebody() -> None:
    seed = vault.new_seed()
    hashed, sealed = vault.lock_up(seed, PASSWORD)
    member = Member(handle="Heron", password=hashed, sealed_seed=sealed)
    assert vault.seed_of(None, PASSWORD) is None  # makes the stand-in, once in a process
    work = []
    for who, password in ((member, PASSWORD), (member, "something else"), (None, PASSWORD)):
        with (
            patch("commonwire.accounts.vault.check_password", wraps=check_password) as argon2,
            patch("commonwire.accounts.vault._key", wraps=vault._key) as scrypt,
        ):
            assert vault.seed_of(who, password) == (seed if who and password == PASSWORD else None)
        work.append((argon2.call_count, scrypt.call_count, scrypt.call_args.args[2]))
    assert work == [(1, 1, 4)] * 3


def test_too_many_at_once_are_asked_to_come_later() -> None:
    taken = [vault._desk.acquire() for _ in range(vault.AT_ONCE)]  # as by two slow threads
    try:
        with patch.object(vault, "PATIENCE_SECONDS", 0.01), pytest.raises(TryLater):
            vault.seed_of(None, PASSWORD)
    finally:
        for _ in taken:
            vault._desk.release()
    assert vault.seed_of(None, PASSWORD) is None


def test_when_the_hall_is_full_nobody_waits() -> None:
    for _ in range(vault.AT_ONCE + vault.WAITING):
        assert vault._hall.acquire(blocking=False)
    try:
        with pytest.raises(TryLater):
            vault.seed_of(None, PASSWORD)
    finally:
        for _ in range(vault.AT_ONCE + vault.WAITING):
            vault._hall.release()
    assert vault.seed_of(None, PASSWORD) is None


def test_both_proofs_must_agree() -> None:
    """Were one of the two columns exchanged in the database, the other still stands."""
    seed = vault.new_seed()
    hashed, sealed = vault.lock_up(seed, PASSWORD)
    other_hashed, other_sealed = vault.lock_up(seed, "something else altogether")
    agreeing = (Member(password=hashed, sealed_seed=sealed), seed)
    mixed = [Member(password=other_hashed, sealed_seed=sealed), Member(password=hashed, sealed_seed=other_sealed)]
    assert vault.seed_of(agreeing[0], PASSWORD) == agreeing[1]
    assert [vault.seed_of(member, PASSWORD) for member in mixed] == [None, None]
