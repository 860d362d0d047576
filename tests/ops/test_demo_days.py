"""The example's events, organisations and days of action as data: each phase, each state, each way to show a place has its example."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from commonwire.calendar.point import read_point
from commonwire.calendar.recurrence.rule import read_rule
from commonwire.calendar.words import AccessFact, EventType, Precision, State
from commonwire.coverage.words import EntryState, Method, Sayer
from commonwire.mobilizations.models import Belonging
from commonwire.mobilizations.words import DemandState, WayToTakePart
from commonwire.ops.demo.content import OUTLINES, calendar_file, read_content
from commonwire.ops.demo.nouns import Content, Event
from commonwire.ops.demo.nouns_actions import Action, Said
from commonwire.organisations.words import Method as Proof
from commonwire.organisations.words import OrganisationKind, SizeOf
from commonwire.subscriptions.reading.read import read_calendar

SUNDAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(SUNDAY)


@pytest.fixture(scope="module")
def actions(content: Content) -> dict[str, Action]:
    """By phase, as the calendar will see it."""
    return {"called" if each.day > 0 else "under-way" if each.day == 0 else "report-back": each for each in content.actions}


def all_said(action: Action) -> Iterator[Said]:
    yield from action.endorsement
    yield from (taken for promise in action.pledge for taken in promise.taken)


def test_events_lie_around_today_and_fill_a_year_of_months(content: Content) -> None:
    days = [event.day for event in content.events if not event.rule]
    assert sum(0 <= day < 7 for day in days) >= 12
    assert {-day // 31 for day in days if day < 0} >= set(range(11))
    assert all(event.start is None or event.end is None or event.end != event.start for event in content.events)
    assert all(event.description and event.organizer and event.topics for event in content.events)


def test_every_word_for_an_event_is_known_and_used(content: Content) -> None:
    assert {event.type for event in content.events} == set(EventType.values)
    assert {event.precision for event in content.events} == {Precision.EXACT, Precision.NEIGHBOURHOOD, Precision.CITY}
    assert {event.state for event in content.events} == {State.SCHEDULED, State.CANCELLED, State.POSTPONED}
    facts = {fact for event in content.events for fact in event.facts}
    assert set(AccessFact.values) >= facts >= {"step-free", "sign-language", "captions", "interpreting", "children", "masks", "quiet-space"}
    assert [event.key for event in content.events if event.start is None] == ["event-strike"]
    assert [event.key for event in content.events if event.first] == ["event-school-board"]
    assert [event.exact_hours for event in content.events if event.exact_hours] == [3]
    assert all(bool(event.url) == event.online for event in content.events)
    assert sum(event.language == "es" for event in content.events) >= 5


def test_series_have_rules_that_hold_and_changed_dates(content: Content) -> None:
    series = [event for event in content.events if event.rule]
    assert {str(read_rule(event.rule).frequency) for event in series} == {"WEEKLY", "MONTHLY"}
    assert {change.cancelled for event in series for change in event.change} == {True, False}
    assert any(event.confirmed_ago and event.confirmed_ago.days > 13 * 7 for event in series)
    assert all(event.until_day for event in series), "without an end every series would lay pages two years ahead"


def points(events: tuple[Event, ...]) -> Iterator[tuple[float, float]]:
    for event in events:
        for place in (event, event.first, *event.change):
            if place and place.point:
                yield place.point


def test_points_lie_on_a_coast_that_is_nowhere(content: Content) -> None:
    found = list(points(content.events))
    assert len(found) >= 40
    assert all(43.8 < latitude < 44.2 and -20.9 < longitude < -19.7 for latitude, longitude in found)
    assert all(read_point(f"{latitude}, {longitude}") == (latitude, longitude) for latitude, longitude in found)


def test_outlines_are_those_of_regions(content: Content) -> None:
    shapes = {each["properties"]["slug"]: each["geometry"] for each in json.loads(OUTLINES.read_text())["features"]}
    assert set(shapes) < {region.key for region in content.regions}
    assert sorted(shape["type"] for shape in shapes.values()) == ["MultiPolygon", "Point", "Polygon", "Polygon", "Polygon"]
    rings = [ring for shape in shapes.values() if shape["type"] == "Polygon" for ring in shape["coordinates"]]
    assert all(ring[0] == ring[-1] and len(ring) > 35 for ring in rings)


def test_there_is_a_day_of_action_in_each_phase(content: Content, actions: dict[str, Action]) -> None:
    assert set(actions) == {"called", "under-way", "report-back"}
    for action in actions.values():
        assert action.names and action.slogan and action.called_by and action.press_contact
        assert set(action.ways) <= set(WayToTakePart.values)
        assert 4 <= len(action.demand) <= 5
        assert any(demand.text_es for demand in action.demand)
    now = actions["under-way"]
    assert now.legal_help and now.medical_help and now.arrest_support and now.on_front
    (feature,) = (each for each in content.features if each.action)
    assert feature.action == now.key
    assert "[demands]" in feature.text.split("\n\n")
    assert any(row.fills_from == "coverage" and row.links for row in feature.row)


def test_demands_stand_in_every_state(actions: dict[str, Action]) -> None:
    assert {demand.state for demand in actions["report-back"].demand} == set(DemandState.values)
    assert all(demand.state == "open" for demand in actions["called"].demand)
    assert any(demand.before and demand.before != demand.text for demand in actions["under-way"].demand)
    assert all(demand.state_source for action in actions.values() for demand in action.demand if demand.state != "open")


def test_what_bodies_say_stands_in_every_state_and_is_proven_in_every_way(content: Content, actions: dict[str, Action]) -> None:
    said = [each for action in actions.values() for each in all_said(action)]
    assert {each.standing for each in said} == {"held", "claimed", "confirmed", "withdrawn", "broken"}
    assert {each.proof for each in said} == {"", *Proof.values}
    assert all(each.note for each in said if each.standing in ("confirmed", "broken"))
    assert all(each.source for each in said if each.standing == "broken")
    assert {each.kind for each in said if each.kind} <= set(OrganisationKind.values)
    assert sum(len(promise.taken) for promise in actions["under-way"].pledge) >= 12
    profiles = {organisation.key: organisation for organisation in content.organisations}
    assert all(each.body in profiles if each.body else each.name for each in said)
    assert all(profiles[each.body].website for each in said if each.proof in ("dns", "well-known"))


def test_bodies_stand_in_a_hierarchy(content: Content) -> None:
    above = {organisation.key: organisation.umbrella for organisation in content.organisations}
    seen: set[str] = set()
    for key, umbrella in above.items():
        assert umbrella in seen or not umbrella, f"{key} stands before the body above it"
        seen.add(key)
    assert above[above[above["local31-sandover"]]] == "federation"
    assert {size.of for organisation in content.organisations for size in organisation.size} == set(SizeOf.values)
    assert any(not organisation.size for organisation in content.organisations)
    assert {organisation.kind for organisation in content.organisations} <= set(OrganisationKind.values)


def test_reports_and_rallies_are_known(content: Content, actions: dict[str, Action]) -> None:
    posts = {post.key: post for post in content.posts if post.visibility == "shown"}
    rallies = {event.key: event.action for event in content.events if event.action}
    assert sum(action == actions["under-way"].key for action in rallies.values()) >= 7
    for action in actions.values():
        assert {report.post for report in action.report} <= set(posts)
        assert {spoken.post for spoken in action.spoken} <= set(posts)
        assert {report.how for report in action.report} <= set(Belonging.How.values)
        named = {*(one.rally for one in action.report), *(one.rally for one in action.entry), *(one.rally for one in action.turnout)}
        assert {rallies[key] for key in named if key} <= {action.key}
        assert all(demand.state_source in posts or "://" in demand.state_source for demand in action.demand if demand.state_source)


def test_ticker_and_turnout_use_every_word(actions: dict[str, Action]) -> None:
    now = actions["under-way"]
    assert len(now.entry) >= 12
    assert {entry.state for entry in now.entry} == set(EntryState.values)
    assert all(bool(entry.correction) == (entry.state == "corrected") for entry in now.entry)
    estimates = [each for action in actions.values() for each in action.turnout]
    assert {each.by for each in estimates} == set(Sayer.values)
    assert {each.method for each in estimates} <= set(Method.values)
    assert all(each.low <= each.high for each in estimates)


def test_the_other_calendar_can_be_read(content: Content) -> None:
    (calendar,) = content.calendars
    file = calendar_file(calendar, SUNDAY)
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    reading = read_calendar(file, zone=content.site.zone)
    assert len(reading.events) == 5
    assert reading.left_out == []
