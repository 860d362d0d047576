"""The desk links to screens of rooms that it does not know."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from commonwire.accounts import screens
from commonwire.accounts.models import Member, Role
from commonwire.accounts.rules import may_edit, may_steward
from commonwire.accounts.screens import Screen, register_screen, screens_for


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    with patch.dict(screens.SCREENS, {}, clear=True):
        register_screen(Screen("/desk/tides/", "Tides"))
        register_screen(Screen("/desk/boats/", "Boats", rule=may_edit, count=lambda: 3))
        register_screen(Screen("/desk/anchors/", "Anchors", rule=may_steward))
        yield


@pytest.mark.parametrize(
    ("role", "opened"),
    [
        (Role.MODERATOR, [("Tides", None)]),
        (Role.EDITOR, [("Boats", 3), ("Tides", None)]),
        (Role.STEWARD, [("Anchors", None), ("Boats", 3), ("Tides", None)]),
    ],
)
def test_each_sees_what_their_role_opens(role: str, opened: list[tuple[str, int | None]]) -> None:
    assert [(str(screen.title), count) for screen, count in screens_for(Member(handle="ada", role=role, active=True))] == opened


def test_strangers_see_nothing() -> None:
    assert screens_for(None) == []
    assert screens_for(Member(handle="ada", role=Role.STEWARD, active=False)) == []


def test_registered_twice_it_stands_once() -> None:
    register_screen(Screen("/desk/tides/", "High tides"))
    assert [str(screen.title) for screen, _ in screens_for(Member(role=Role.MODERATOR, active=True))] == ["High tides"]
