from unittest.mock import patch

import pytest

from commonwire.accounts import attempts
from commonwire.accounts.attempts import MOST, begin_attempt, forget_attempts
from commonwire.accounts.trouble import TryLater
from tests.conftest import Clock


def test_the_eleventh_within_an_hour_waits_and_only_for_that_handle(frozen: Clock) -> None:
    for _ in range(MOST):
        begin_attempt("Heron")
    with pytest.raises(TryLater):
        begin_attempt("hERON")
    begin_attempt("Egret")
    frozen.move(minutes=59)
    with pytest.raises(TryLater):
        begin_attempt("Heron")
    frozen.move(minutes=2)
    begin_attempt("Heron")


def test_a_refused_try_does_not_make_the_wait_longer(frozen: Clock) -> None:
    for _ in range(MOST):
        begin_attempt("Heron")
    frozen.move(minutes=50)
    with pytest.raises(TryLater):
        begin_attempt("Heron")
    frozen.move(minutes=11)
    for _ in range(MOST):
        begin_attempt("Heron")


def test_success_forgets() -> None:
    for _ in range(MOST):
        begin_attempt("Heron")
    forget_attempts("heron")
    begin_attempt("Heron")


def test_memory_is_bounded_and_holds_no_handle() -> None:
    with patch.object(attempts, "REMEMBERED", 5):
        for number in range(20):
            begin_attempt(f"Heron {number}")
    assert len(attempts._tries) == 5
    assert all(len(name) == 16 and b"eron" not in name for name in attempts._tries)
