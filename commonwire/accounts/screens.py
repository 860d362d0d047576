"""Screens for members that rooms above add: they register here, and the desk links to them without knowing the rooms.

register_screen(Screen("/desk/organisations/", _("Organisations"), count=how_many_wait))   # in a room's kinds.py or pages.py
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from commonwire.accounts.models import Member
from commonwire.accounts.rules import may_moderate


@dataclass(frozen=True)
class Screen:
    path: str  # below /desk/
    title: "str | Promise"
    rule: Callable[[Member | None], bool] = may_moderate  # who may open it, as given to `members_only`
    count: Callable[[], int] | None = None  # how much waits there


SCREENS: dict[str, Screen] = {}


def register_screen(screen: Screen) -> None:
    SCREENS[screen.path] = screen


def screens_for(member: Member | None) -> list[tuple[Screen, int | None]]:
    """What this member may open, in the order of the titles, with how much waits there."""
    open_to = (screen for screen in SCREENS.values() if screen.rule(member))
    return [(screen, screen.count() if screen.count else None) for screen in sorted(open_to, key=lambda screen: str(screen.title))]
