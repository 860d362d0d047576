"""The calendar moves a day of action from call to report-back, on the clocks of its place, unless somebody set the phase."""

from commonwire.mobilizations.models import Mobilization, Phase
from commonwire.mobilizations.put_on_front import put_on_front
from commonwire.mobilizations.reactions import move_phases
from commonwire.mobilizations.set_phase import set_phase
from tests import make
from tests.conftest import Clock
from tests.mobilizations import made


def _phase(day: Mobilization) -> str:
    move_phases()
    day.refresh_from_db()
    return day.phase


def test_midnight_is_that_of_its_own_zone(frozen: Clock) -> None:
    day = made.day(zone="America/Chicago")
    frozen.set(2026, 1, 23, 5, 59)
    assert _phase(day) == Phase.CALLED
    frozen.set(2026, 1, 23, 6, 0)
    assert _phase(day) == Phase.UNDER_WAY
    frozen.set(2026, 1, 24, 5, 59)
    assert _phase(day) == Phase.UNDER_WAY
    frozen.set(2026, 1, 24, 6, 0)
    assert _phase(day) == Phase.REPORT_BACK


def test_east_of_us_the_day_begins_on_the_day_before(frozen: Clock) -> None:
    day = made.day(zone="Pacific/Kiritimati")
    frozen.set(2026, 1, 22, 10, 0)
    assert _phase(day) == Phase.UNDER_WAY


def test_further_days_keep_it_under_way(frozen: Clock) -> None:
    day = made.day(further_days=["2026-01-30"])
    frozen.set(2026, 1, 27, 12, 0)
    assert _phase(day) == Phase.UNDER_WAY
    frozen.set(2026, 1, 31, 12, 0)
    assert _phase(day) == Phase.REPORT_BACK


def test_set_by_hand_it_stays_until_given_back(frozen: Clock) -> None:
    day = made.day()
    set_phase(mobilization=day, phase=Phase.CALLED)
    frozen.set(2026, 1, 23, 12, 0)
    assert _phase(day) == Phase.CALLED
    set_phase(mobilization=day, phase=None)
    assert _phase(day) == Phase.UNDER_WAY


def test_help_stands_on_top_while_under_way(frozen: Clock) -> None:
    day = made.day(legal_help="555 0100")
    make.settled()
    before = made.lying(day.path)
    assert before.index("555 0100") > before.index("<h1")
    frozen.set(2026, 1, 23, 12, 0)
    move_phases()
    make.settled()
    during = made.lying(day.path)
    assert during.index("555 0100") < during.index("<h1")


def test_the_front_page_shows_it_when_an_editor_says_so() -> None:
    day = made.day("No Boats")
    make.settled()
    assert "No Boats" not in made.lying("/").split("<main")[0]
    put_on_front(mobilization=day, by="member:1")
    make.settled()
    assert "No Boats" in made.lying("/").split("<main")[0]
    put_on_front(mobilization=day, on_front=False)
    make.settled()
    assert "No Boats" not in made.lying("/").split("<main")[0]
