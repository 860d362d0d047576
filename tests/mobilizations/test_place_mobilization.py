"""A day of action is called, changed, taken back."""

from datetime import date

import pytest

from commonwire.ledger.models import Entry
from commonwire.mobilizations import reactions
from commonwire.mobilizations.call_day import call_day
from commonwire.mobilizations.models import Demand, Endorsement, Mobilization
from commonwire.mobilizations.place_mobilization import change_mobilization
from commonwire.mobilizations.queries import current, free_slug
from commonwire.newswire.hide import hide, unhide
from commonwire.newswire.release_post import release_post
from commonwire.newswire.withdraw import withdraw_post
from tests import make
from tests.conftest import Clock
from tests.mobilizations import made


def test_it_lives_at_the_address_of_its_first_name() -> None:
    day = made.day("No Boats, No Business")
    assert (day.post.path, day.path, day.slug) == (
        "/actions/no-boats-no-business/",
        "/actions/no-boats-no-business/",
        "no-boats-no-business",
    )
    assert "kind:action" in Entry.objects.get(verb="mobilization.called").touched


def test_the_ledger_knows_which_member_called_it() -> None:
    call_day(wording=make.wording("No Boats", kind="action"), details={"first_day": made.DAY, "zone": "UTC"}, by="member:1")
    assert set(Entry.objects.filter(verb__in=["mobilization.called", "post.published"]).values_list("by", flat=True)) == {"member:1"}


def test_a_second_one_of_the_same_name_has_a_number() -> None:
    assert [made.day("No Boats").slug, made.day("No Boats").slug, made.day("No Boats!").slug] == ["no-boats", "no-boats-2", "no-boats-3"]


def test_a_year_is_no_slug() -> None:
    assert free_slug("2026") == "action-2026"


def test_a_held_one_gets_its_address_when_it_is_released() -> None:
    held = made.day("No Boats", held=True)
    assert held.post.path is None
    assert made.day("No Boats").slug == "no-boats-2"
    assert release_post(post=held.post).path == "/actions/no-boats/"


def test_its_demands_are_numbered_and_its_pledge_has_terms() -> None:
    day = made.day(pledge_name="Clean Harbor", pledge_terms="We stay closed.")
    assert [each.number for each in day.demands.all()] == [1, 2, 3]
    assert [(each.name, each.terms) for each in day.pledge_types.all()] == [("Clean Harbor", "We stay closed.")]


def test_a_change_of_days_counts_up_for_calendars() -> None:
    day = made.day()
    change_mobilization(post=day.post, details={"last_day": date(2026, 1, 24)})
    change_mobilization(post=day.post, details={"slogan": "Stop"})
    day.refresh_from_db()
    assert (day.sequence, day.slogan, day.final_day) == (1, "Stop", date(2026, 1, 24))


def test_withdrawn_nothing_of_its_words_is_left() -> None:
    day = made.day(
        "No Boats", slogan="needle-slogan", press_contact="needle-contact", legal_help="needle-number", demands=["needle-demand"]
    )
    made.endorsement(day, "needle-body")
    make.settled()
    withdraw_post(post=day.post)
    make.settled()
    assert not Demand.objects.exists()
    assert not Endorsement.objects.exists()
    assert "needle" not in str(Mobilization.objects.values())
    assert made.status(day.path) == 410
    for part in ("demands/", "rallies/", "map/", "endorsements/", "endorsements.csv", "pledges.json", "press/", "calendar/calendar.ics"):
        assert made.status(f"{day.path}{part}") == 404, part
    assert "No Boats" not in made.lying("/actions/")


@pytest.mark.parametrize("part", ["demands/", "rallies/", "map/", "calendar/", "endorsements/", "pledges.csv", "press/"])
def test_hidden_its_parts_go_and_come_back_with_it(part: str) -> None:
    day = made.day("No Boats")
    make.settled()
    assert made.lying(f"{day.path}{part}")
    hide(submission=day.post, paragraph=make.paragraph())
    make.settled()
    assert made.status(f"{day.path}{part}") == 404
    assert "No Boats" not in made.lying("/actions/") + made.lying("/actions/2026/")
    unhide(submission=day.post)
    make.settled()
    assert made.lying(f"{day.path}{part}")


def test_what_can_be_joined_is_current(frozen: Clock) -> None:
    day = made.day()
    made.day("Hidden one", held=True)
    assert [each.pk for each in current()] == [day.pk]
    frozen.move(days=100)
    assert current() == []


def test_withdrawn_its_tables_are_scrubbed(monkeypatch: pytest.MonkeyPatch) -> None:
    scrubbed: list[str] = []
    monkeypatch.setattr(reactions, "scrub", scrubbed.extend)
    day = made.day()
    withdraw_post(post=day.post)
    make.settled()
    assert {"mobilizations_demand", "mobilizations_demandwording", "mobilizations_endorsement", "mobilizations_pledge"} <= set(scrubbed)
