"""The worker: one at a time, whatever fails is written down and tried again, and it stops when it is told or left alone."""

import argparse
import fcntl
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError

from commonwire.ledger import reacting
from commonwire.ledger.reacting import Round
from commonwire.ops import work

Settle = Callable[[Callable[[object], int]], None]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, data_dir: Path) -> None:
    monkeypatch.setattr(work, "IDLE", 0.001)
    monkeypatch.setattr(work, "AFTER_TROUBLE", 0.001)
    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    monkeypatch.setattr(reacting, "ROUNDS", {})
    data_dir.mkdir(exist_ok=True)


@pytest.fixture
def settling(monkeypatch: pytest.MonkeyPatch) -> Settle:
    """Put another `settle` in the worker's hands."""
    return lambda settle: monkeypatch.setattr(work, "settle", settle)


def _run(*, once: bool = False) -> int:
    return work.run(argparse.Namespace(once=once))


def _stop() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


@pytest.mark.django_db
def test_once_settles_until_nothing_is_due(settling: Settle) -> None:
    left, walked = [3, 2, 0], []
    reacting.ROUNDS["press.stale"] = Round(60, lambda: walked.append("stale"))
    settling(lambda _stop: left.pop(0))
    assert _run(once=True) == 0
    assert (left, walked) == ([], ["stale"])


def test_it_works_until_it_is_told_to_stop(settling: Settle) -> None:
    turns = []

    def settle(stop: object) -> int:
        turns.append("turn")
        if len(turns) == 5:
            _stop()
        return len(turns) % 2

    settling(settle)
    before = signal.getsignal(signal.SIGTERM)
    assert _run() == 0
    assert len(turns) == 5
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_database_that_is_away_is_tried_again(settling: Settle, caplog: pytest.LogCaptureFixture) -> None:
    turns = []

    def settle(stop: object) -> int:
        turns.append("turn")
        if len(turns) < 3:
            raise OperationalError("no such host")
        _stop()
        return 0

    settling(settle)
    assert _run() == 0
    assert len(turns) == 3
    assert [record.message for record in caplog.records] == ["The database is away; trying again"] * 2


def test_a_round_that_fails_hinders_nobody(settling: Settle, caplog: pytest.LogCaptureFixture) -> None:
    walked: list[str] = []

    def fail() -> None:
        walked.append("fails")
        raise ValueError("bad hour")

    reacting.ROUNDS["a.fails"] = Round(0, fail)
    reacting.ROUNDS["b.walks"] = Round(0, lambda: walked.append("walks"))
    reacting.ROUNDS["c.rarely"] = Round(3600, lambda: walked.append("rarely"))

    def settle(stop: object) -> int:
        if len(walked) > 4:
            _stop()
        return 0

    settling(settle)
    assert _run() == 0
    assert walked == ["fails", "walks", "rarely", "fails", "walks"]
    assert [record.message.split(":")[0] for record in caplog.records] == ["The round a.fails failed"] * 2


def test_a_second_worker_says_so(settling: Settle, capsys: pytest.CaptureFixture[str]) -> None:
    settling(lambda _stop: pytest.fail("it worked beside another"))
    with (Path(settings.DATA_DIR) / "worker.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert _run() == 3
    assert capsys.readouterr().err == "Another worker is at work on this folder; one is enough.\n"


def test_it_does_not_outlive_its_parent(settling: Settle, monkeypatch: pytest.MonkeyPatch) -> None:
    parents = [1000, 1000, 1]
    monkeypatch.setattr("commonwire.ops.work.os.getppid", lambda: parents.pop(0))
    turns: list[int] = []

    def settle(stop: object) -> int:
        turns.append(1)
        return 1

    settling(settle)
    assert _run() == 0
    assert len(turns) == 1
