"""Rallies and reports belong to a day of action; a rally's code leads to it from paper; its exact place leaks nowhere."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from commonwire.calendar.cancel_event import cancel_event
from commonwire.mobilizations.belong import leave, let_belong
from commonwire.mobilizations.models import Belonging
from commonwire.mobilizations.name_rally import name_rally
from commonwire.mobilizations.queries import actions_of, by_code, counts_of, posts_of
from commonwire.mobilizations.rallies.table import row_of, spoken_of
from commonwire.newswire.hide import hide
from commonwire.newswire.release_post import release_post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.press.bake import bake
from tests import make
from tests.conftest import Clock
from tests.mobilizations import made


def test_an_event_becomes_a_rally_with_a_code() -> None:
    day = made.day()
    rally = made.rally(day, "Rally at Pier 4", city="Port Ellery")
    assert re.fullmatch("[0-9a-hjkmnp-tv-z]{5}", rally.code)
    assert by_code(f" {rally.code.upper()} ") == rally
    make.settled()
    assert "Rally at Pier 4" in made.lying(day.path)
    assert "Rally at Pier 4" in made.lying(f"{day.path}rallies/")
    assert "Rally at Pier 4" in made.lying(f"{day.path}calendar/calendar.ics")
    assert day.name in made.lying(rally.post.path or "")
    assert "RELATED-TO;RELTYPE=PARENT:action-" in made.lying(f"{day.path}calendar/calendar.ics")


def test_saying_it_twice_changes_nothing() -> None:
    day = made.day()
    rally = made.rally(day)
    let_belong(post=rally.post, mobilization=day)
    assert (day.rallies.get().code, day.belongings.count()) == (rally.code, 1)


def test_a_report_of_a_rally_is_counted_and_found() -> None:
    day = made.day()
    rally, report = made.rally(day), make.post("Pickets hold")
    let_belong(post=report, mobilization=day, rally=rally, how=Belonging.How.CODE)
    assert list(posts_of(day, rally)) == [report]
    assert list(posts_of(day)) == [report]
    assert actions_of(report) == [day]
    assert (counts_of(day).rallies, counts_of(day).reports) == (1, 1)
    make.settled()
    assert "reported from" in made.lying(report.path or "")
    hide(submission=report, paragraph=make.paragraph())
    assert counts_of(day).reports == 0


def test_no_day_belongs_to_itself_and_no_report_to_a_strange_rally() -> None:
    day, other = made.day(), made.day("Another one")
    with pytest.raises(ValidationError):
        let_belong(post=day.post, mobilization=day)
    with pytest.raises(ValidationError):
        let_belong(post=make.post(), mobilization=other, rally=made.rally(day))


def test_it_leaves() -> None:
    day = made.day()
    rally = made.rally(day, "Rally at Pier 4")
    make.settled()
    leave(post=rally.post, mobilization=day)
    make.settled()
    assert "Rally at Pier 4" not in made.lying(day.path)
    assert day.name not in made.lying(rally.post.path or "")


def test_the_code_of_a_rally_that_left_leads_to_its_event() -> None:
    day, other = made.day(), made.day("Rent day")
    rally = made.rally(day, "Rally at Pier 4")
    leave(post=rally.post, mobilization=day)
    make.settled()
    page = made.lying(rally.path)
    assert "no longer belongs" in page
    assert f'href="{rally.post.path}"' in page
    assert "Report from here" not in page
    assert (counts_of(day).rallies, by_code(rally.code)) == (0, None)
    assert Client().get(f"/r/{rally.code}/flyer.pdf").status_code == 404
    assert Client().get(f"/publish/for/{rally.code}/").status_code == 404
    let_belong(post=rally.post, mobilization=other)
    make.settled()
    found = by_code(rally.code)
    assert found
    assert found.mobilization == other
    assert "no longer belongs" not in made.lying(rally.path)


def test_a_withdrawn_rally_leaves_an_answer_at_its_code() -> None:
    day = made.day()
    rally = made.rally(day, "Needle rally", city="Needletown")
    make.settled()
    assert made.status(rally.path) == 200
    withdraw_post(post=rally.post)
    make.settled()
    assert made.status(rally.path) == 410
    assert made.status(f"{rally.path}qr.svg") == 404
    for path in ("", "rallies/", "map/", "calendar/calendar.ics"):
        assert "eedle" not in made.lying(f"{day.path}{path}")


def test_of_a_withdrawn_report_stays_only_that_it_stood_there() -> None:
    day = made.day()
    rally = made.rally(day, "Rally at Pier 4")
    shown, held = make.post("Pickets hold"), make.post("Never shown", held=True)
    for post in (shown, held):
        let_belong(post=post, mobilization=day, rally=rally, shows_demands=True)
        withdraw_post(post=post)
    left = Belonging.objects.exclude(post=rally.post).get()
    assert (left.post, left.rally, left.shows_demands) == (shown, None, False)
    assert not day.belongings.filter(post=held).exists()


def test_a_cancelled_rally_says_so_everywhere() -> None:
    day = made.day()
    rally = made.rally(day, "Rally at Pier 4")
    make.settled()
    assert rally.event
    cancel_event(event=rally.event, note="Flooded")
    make.settled()
    assert "cancelled" in made.lying(f"{day.path}rallies/")
    assert "cancelled" in made.lying(rally.path)
    assert "STATUS:CANCELLED" in made.lying(f"{day.path}calendar/calendar.ics")
    assert "EventCancelled" in made.lying(day.path)


def test_the_exact_place_stands_nowhere_before_its_hour(frozen: Clock) -> None:
    day = made.day()
    rally = made.rally(
        day,
        "Rally",
        city="Port Ellery",
        place="Needle Hall",
        address="7 Needle Street",
        latitude=38.12345,
        longitude=-123.54321,
        precision="city",
        exact_hours=2,
    )
    make.settled()
    frozen.move(minutes=1)
    pages = ["", "rallies/", "map/", "calendar/", "calendar/calendar.ics", "press/"]
    lying = [made.lying(f"{day.path}{each}") for each in pages] + [made.lying(rally.path), made.lying(rally.post.path or "")]
    for text in lying:
        assert text
        assert "Needle" not in text
        assert "38.123" not in text
    row = row_of(rally)  # what the flyer is set from
    assert row
    assert row.where.line == "Port Ellery"


def test_codes_typed_by_hand_lead_to_the_address() -> None:
    rally = made.rally(made.day())
    make.settled()
    answer = Client().get(f"/r/{rally.code.upper()}/")
    assert rally.code.isdigit() or (answer.status_code, answer.headers["Location"]) == (301, rally.path)
    assert Client().get("/r/zzzzz/").status_code == 404


def test_a_rally_that_was_spoken_of_goes_when_it_is_announced() -> None:
    day = made.day()
    name_rally(mobilization=day, place="Salinas", source="/2026/01/20/feature/#p2")
    make.settled()
    assert 'href="/2026/01/20/feature/#p2"' in made.lying(day.path)
    made.rally(day, "Rally on Main Street", city="salinas")
    make.settled()
    assert "Spoken of" not in made.lying(day.path)


def test_an_added_rally_is_in_the_list_when_its_own_page_is_printed() -> None:
    day = made.day()
    rally = made.rally(day, "Rally at Pier 4")
    bake([rally.post.key])
    assert "Rally at Pier 4" in made.lying(f"{day.path}rallies/")


def test_a_rally_that_waits_for_the_desk_announces_nothing() -> None:
    day = made.day()
    name_rally(mobilization=day, place="Salinas", source="")
    held = made.rally(day, "Rally on Main Street", city="Salinas", held=True)
    assert [each.place for each in spoken_of(day)] == ["Salinas"]
    release_post(post=held.post)
    assert spoken_of(day) == []
