"""Each rule on sentences that other newsrooms could have written."""

from collections.abc import Callable

import pytest

from commonwire.findings.facts import FactKind
from commonwire.findings.lines import lines_of
from commonwire.findings.reading import LONGEST, read_lines
from commonwire.newswire.models import Post
from tests import make

BOATS = """\
PORT UNIONS AND TENANTS JOIN CALL FOR MARCH 14: A DAY WITHOUT BOATS

NO FERRIES, NO CLASSES, OR DELIVERIES

FOR IMMEDIATE RELEASE
Ana Duarte Coast Labor Council Press Officer

PORT ELLERY – The Coast Labor Council, CLC-ITW together with local bodies across the coast, including the Sandover Trades Council and the \
Wick Fishers Union, has endorsed the coastwide walkout on March 14: A Day Without Boats. Nothing else will move.

Rosa Lind, President of the Sandover Trades Council, said: “Nobody sails short-handed again, whatever the company prints on its boards \
this spring, and nobody sails alone.”

The crews demand:
* No boat sails without a full crew.
* Coast companies to become Safe Harbor Firms — keep nine to a boat and lock nobody out.

###

The Coast Labor Council is the umbrella organization of harbor unions and includes about 40 affiliated locals representing more than \
12,500 dock workers across three counties. https://council.example
"""


def _of(kind: FactKind, *posts: Post) -> list[dict[str, str]]:
    return [fact.value for fact in read_lines(posts).facts if fact.kind == kind]


@pytest.fixture
def release() -> Post:
    return make.post("Boats stop", body=BOATS, kind="press-release")


def test_names_dates_and_ways(release: Post) -> None:
    assert _of(FactKind.NAME, release) == [{"name": "A Day Without Boats"}]
    assert _of(FactKind.DATE, release) == [{"day": "2026-03-14"}]
    assert _of(FactKind.WAY, release) == [{"words": "no ferries"}, {"words": "no classes"}, {"words": "no deliveries"}]
    assert _of(FactKind.REACH, release) == [{"reach": "coastwide"}]


def test_bodies_their_level_and_what_they_belong_to(release: Post) -> None:
    assert _of(FactKind.ENDORSER, release) == [
        {"body": "Coast Labor Council, CLC-ITW", "level": ""},
        {"body": "Sandover Trades Council", "level": "local bodies across the coast"},
        {"body": "Wick Fishers Union", "level": "local bodies across the coast"},
    ]
    assert {"body": "Coast Labor Council, CLC-ITW", "umbrella": "CLC-ITW"} in _of(FactKind.UMBRELLA, release)
    assert {"body": "harbor unions", "umbrella": "Coast Labor Council", "note": "not named one by one"} in _of(FactKind.UMBRELLA, release)


def test_sizes_area_website(release: Post) -> None:
    assert _of(FactKind.SIZE, release) == [
        {"body": "Coast Labor Council", "of": "affiliates", "wording": "about 40"},
        {"body": "Coast Labor Council", "of": "members", "wording": "more than 12,500"},
    ]
    assert _of(FactKind.AREA, release) == [{"body": "Coast Labor Council", "area": "three counties"}]
    assert _of(FactKind.WEBSITE, release) == [{"body": "Coast Labor Council", "url": "https://council.example"}]


def test_demands_pledge_contact_quotation(release: Post) -> None:
    assert [each["text"] for each in _of(FactKind.DEMAND, release)] == [
        "No boat sails without a full crew.",
        "Coast companies to become Safe Harbor Firms — keep nine to a boat and lock nobody out.",
    ]
    assert _of(FactKind.PLEDGE, release) == [
        {"name": "Safe Harbor Firm", "terms": "keep nine to a boat and lock nobody out", "by": "Coast companies"}
    ]
    contact = _of(FactKind.CONTACT, release)
    assert [(each["name"], each["organisation"], each["role"]) for each in contact] == [
        ("Ana Duarte", "Coast Labor Council", "Press Officer")
    ]
    assert [(each["speaker"], each["role"]) for each in _of(FactKind.QUOTATION, release)] == [
        ("Rosa Lind", "President of the Sandover Trades Council")
    ]


def test_a_demand_of_two_posts_is_one_with_both_lines(release: Post) -> None:
    other = make.post("What they ask", body="We join the demands:\n\n- No boat sails without a full crew.\n- Open the books.\n")
    demands = [fact for fact in read_lines([release, other]).facts if fact.kind == FactKind.DEMAND]
    assert [(fact.value["text"], [line.post for line in fact.twins]) for fact in demands] == [
        ("No boat sails without a full crew.", [other]),
        ("Coast companies to become Safe Harbor Firms — keep nine to a boat and lock nobody out.", []),
        ("Open the books.", []),
    ]


def test_a_list_without_demands_above_it_is_no_demand() -> None:
    post = make.post("Bring", body="Bring with you:\n\n- Water.\n- A hat.\n\nNo demands were made.\n\n- Not one.")
    assert _of(FactKind.DEMAND, post) == []


def test_places_of_rallies() -> None:
    post = make.post(
        "Around", body="Marches and vigils were held in many towns, including Port Ellery, St. Ives, Wick and Great Skerry. It rained."
    )
    assert [each["place"] for each in _of(FactKind.RALLY, post)] == ["Port Ellery", "St. Ives", "Wick", "Great Skerry"]
    other = make.post("Fish", body="Herring is landed in Port Ellery, Wick and Sandover.")
    assert _of(FactKind.RALLY, other) == []


def test_another_year_is_a_contradiction_and_another_day_is_not() -> None:
    post = make.post("Walkout on 3/14/25", body="The day of action on March 14, 2026 begins at dawn. She was asked on 3/1/26.")
    assert _of(FactKind.DATE, post) == [{"day": "2026-03-14"}]
    assert _of(FactKind.CONTRADICTION, post) == [{"day": "2025-03-14"}]


def test_every_fact_stands_in_the_line_it_names(release: Post) -> None:
    texts = {line.fragment: " ".join(line.text.split()) for line in lines_of(release)}
    for fact in read_lines([release]).facts:
        assert " ".join(fact.words.split()) in texts[fact.line.fragment], fact


def test_what_no_rule_understands_is_listed() -> None:
    post = make.post("Herring", body="The herring is late.\n\nSo is spring.")
    read = read_lines([post])
    assert (read.facts, [line.text for line in read.unread]) == ([], ["Herring", "The herring is late.", "So is spring."])


@pytest.mark.parametrize(
    "made",
    [
        lambda: "A " * LONGEST,
        lambda: "The " + "Aa " * (LONGEST // 4) + "endorse",
        lambda: "Rallies in " + "Aa, " * (LONGEST // 5),
        lambda: "NO " + "WORK, " * (LONGEST // 8),
        lambda: "to become X" + " —" * (LONGEST // 3),
        lambda: "“" + "a, " * (LONGEST // 4),
        lambda: "March 14: " * (LONGEST // 11),
        lambda: "1,000 " * (LONGEST // 7),
        lambda: "call for " + "day of " * (LONGEST // 8),
    ],
)
def test_no_text_takes_long(made: Callable[[], str]) -> None:
    """Not a time limit: a rule that walks back and forth would take minutes, and the suite would tell."""
    post = make.post("Long", body=made())
    assert read_lines([post]).unread or read_lines([post]).facts
