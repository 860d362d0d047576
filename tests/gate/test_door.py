"""Counting by keyed buckets: what is held, what refused, and that nothing of an address stays."""

from dataclasses import dataclass
from typing import cast

import pytest

from commonwire.gate import door as doors
from commonwire.gate.asking import Scope
from commonwire.gate.door import HOUR, Door, address_of, prefix


class Clock:
    def __init__(self) -> None:
        self.at = 1_000 * HOUR

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(clock: Clock) -> Door:
    return Door(per_hour=5, clock=clock)


def _verdicts(door: Door, count: int, address: str = "192.0.2.1", path: str = "/publish/send/") -> list[str]:
    return [door.verdict(address, path) for _ in range(count)]


def test_held_above_the_number_and_refused_from_ten_times(door: Door) -> None:
    assert _verdicts(door, 60) == ["ok"] * 5 + ["hold"] * 44 + ["refuse"] * 11
    assert _verdicts(door, 1, "192.0.2.2") == ["ok"]


def test_a_preview_is_never_held_but_a_flood_of_them_is_refused(door: Door) -> None:
    assert _verdicts(door, 51, path="/publish/preview/") == ["ok"] * 49 + ["refuse"] * 2
    assert _verdicts(door, 1, path="/es/publish/event/send/") == ["ok"]
    assert _verdicts(door, 7, "192.0.2.3", "/comment/0123456789abc/") == ["ok"] * 5 + ["hold"] * 2
    assert _verdicts(door, 7, "192.0.2.4", "/es/send/endorsement/no-boats/") == ["ok"] * 5 + ["hold"] * 2


def test_the_count_slides(door: Door, clock: Clock) -> None:
    _verdicts(door, 10)
    clock.at += HOUR  # all ten of the hour before still weigh
    assert _verdicts(door, 1) == ["hold"]
    clock.at += 0.75 * HOUR  # a quarter of them, and one of this hour
    assert _verdicts(door, 2) == ["ok", "hold"]
    clock.at += 2 * HOUR
    assert _verdicts(door, 1) == ["ok"]


def test_signing_in(door: Door) -> None:
    assert _verdicts(door, 22, path="/desk/sign-in/") == ["ok"] * 20 + ["refuse"] * 2
    assert _verdicts(door, 5) == ["ok"] * 5  # another bucket


def test_trying_receipts(door: Door, clock: Clock) -> None:
    assert _verdicts(door, 32, path="/es/receipt/") == ["ok"] * 30 + ["refuse"] * 2
    clock.at += 60
    assert _verdicts(door, 1, path="/receipt/") == ["ok"]


def test_work_at_the_desk_is_not_counted(door: Door) -> None:
    assert set(_verdicts(door, 500, path="/desk/hide/")) == {"ok"}


def test_networks() -> None:
    assert prefix("192.0.2.1") == prefix("::ffff:192.0.2.1") != prefix("192.0.2.2")
    assert prefix("2001:db8:0:aa00::1") == prefix("2001:db8:0:aaff:ffff::2") != prefix("2001:db8:0:ab00::1")
    assert prefix("fe80::1%eth0") == prefix("fe80::2")
    assert prefix("") == prefix("unix:") == prefix("needle") == b""


def test_nothing_of_an_address_stays(door: Door, clock: Clock) -> None:
    """What is held in memory is eight keyed bytes and a number; another key makes other bytes, and keys go with their hour."""
    _verdicts(door, 3, "203.0.113.77")
    rows = dict(door._now.counts)
    assert [(len(bucket), count) for bucket, count in rows.items()] == [(8, 3)]
    assert Door(per_hour=5, clock=clock)._now.key != door._now.key
    key = door._now.key
    assert repr(key) not in repr(door._now)
    clock.at += HOUR
    _verdicts(door, 1, "203.0.113.77")
    assert door._before.key == key
    assert not set(rows) & set(door._now.counts)
    clock.at += HOUR
    _verdicts(door, 1)
    assert key not in (door._now.key, door._before.key)


def test_memory_is_bounded(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "ROWS", 50)
    _verdicts(door, 6, "192.0.2.1")
    for number in range(200):
        door.verdict(f"198.51.{number}.1", "/publish/send/")
        if number % 10 == 0:
            assert door.verdict("192.0.2.1", "/publish/send/") == "hold"  # who sends is not forgotten
    assert len(door._now.counts) == 50


def test_uploads_at_once(door: Door, clock: Clock) -> None:
    mine = [door.begin_upload("192.0.2.1", 6) for _ in range(5)]
    assert [ticket is not None for ticket in mine] == [True] * 4 + [False]
    others = [door.begin_upload(f"192.0.2.{number}", 6) for number in (2, 3, 4)]
    assert [ticket is not None for ticket in others] == [True, True, False]
    clock.at += HOUR  # the key has changed; tickets are still given back
    for ticket in mine + others:
        if ticket is not None:
            door.end_upload(ticket)
    assert door._uploads == {}


@dataclass
class _Scope:
    client: str
    fields: list[tuple[str, str]]

    @property
    def headers(self) -> "_Scope":
        return self

    def items(self) -> list[tuple[str, str]]:
        return self.fields


@pytest.mark.parametrize(
    ("client", "forwarded", "trusted", "address"),
    [
        ("192.0.2.1:5000", [], False, "192.0.2.1"),
        ("[2001:db8::1]:5000", [], False, "2001:db8::1"),
        ("192.0.2.1:5000", ["203.0.113.9"], False, "192.0.2.1"),
        ("127.0.0.1:5000", ["203.0.113.9"], True, "203.0.113.9"),
        ("127.0.0.1:5000", ["198.51.100.1, 203.0.113.9"], True, "203.0.113.9"),
        ("127.0.0.1:5000", ["203.0.113.9", "203.0.113.8"], True, "203.0.113.8"),
        ("127.0.0.1:5000", ["203.0.113.9:443"], True, "203.0.113.9"),
        ("127.0.0.1:5000", ["[2001:db8::9]:443"], True, "2001:db8::9"),
        ("127.0.0.1:5000", ["2001:db8::9"], True, "2001:db8::9"),
        ("127.0.0.1:5000", [], True, "127.0.0.1"),
    ],
)
def test_whose_address(client: str, forwarded: list[str], trusted: bool, address: str) -> None:
    scope = _Scope(client, [("x-forwarded-for", value) for value in forwarded])
    assert address_of(cast(Scope, scope), trusted_proxy=trusted) == address
