"""The rules by which a report is proposed, tried with plain values. Nothing here is stored."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonwire.coverage.proposing import ENOUGH, LONGEST, MOST, Called, Judged, RallyTold, Reported, judge
from commonwire.coverage.reasons import SENTENCES, sentences

NOON = datetime(2026, 1, 23, 18, tzinfo=UTC)  # noon in Minneapolis
US, BAY, LABOR = 1, 2, 7
OAKLAND = RallyTold(5, "Oakland", NOON + timedelta(hours=4), frozenset({"/r/abcde/", "/2026/01/20/oakland/"}), frozenset({BAY}))
MINNESOTA = Called(
    names=["January 23: Strike ICE Out of Minnesota", "Day of Truth and Freedom", "No Work, School, or Shopping"],
    days=[date(2026, 1, 23)],
    zone=ZoneInfo("America/Chicago"),
    place="Minnesota",
    demands=["ICE must leave Minnesota now.", "The agent who killed Renee Good must be held legally accountable."],
    links=frozenset({"/actions/january-23/", "/n/0123456789abc/"}),
    outside=frozenset({"minneapolisunions.org"}),
    regions=frozenset({US}),
    topics=frozenset({LABOR}),
    rallies=[OAKLAND],
)


def report(headline: str, text: str = "", *, published: datetime = NOON, **more: Any) -> Reported:
    sets = {name: frozenset(value) for name, value in more.items()}
    return Reported(headline, text, published, **sets)


def judged(*args: Any, **more: Any) -> Judged:
    return judge(report(*args, **more), MINNESOTA)


def codes(*args: Any, **more: Any) -> list[str]:
    return [code for code, _ in judged(*args, **more).reasons]


@pytest.mark.parametrize("days_later", [0, 1, 3])
def test_the_coverage_of_the_source_document_is_found(days_later: int) -> None:
    found = judged("Bay Area Stands with the People of Minnesota", published=NOON + timedelta(days=days_later))
    assert found.is_enough
    assert ("names-place", "Minnesota") in found.reasons


def test_so_is_its_second_report_by_words_time_and_region() -> None:
    headline = "Protest at Santa Clara Hilton Hotel Calls Out Company's Enabling of ICE"
    found = judged(headline, "Outside of the hotel hundreds called on Hilton to leave ICE.", regions=[BAY])
    assert found.is_enough
    assert found.reasons == [("same-day", ""), ("words-in-headline", "ice"), ("same-region", "")]


def test_what_it_links_to_as_well_is_no_proof_alone() -> None:
    """The see-also articles of the source document are about the same thing; one was written for another day."""
    found = judged("A talk on strikes", published=NOON - timedelta(days=7), links=["minneapolisunions.org"])
    assert codes("A talk on strikes", links=["minneapolisunions.org"]) == ["same-day", "same-source"]
    assert not found.is_enough


@pytest.mark.parametrize("link", ["/actions/january-23/", "/n/0123456789abc/"])
def test_a_link_to_the_call_is_enough_whenever_it_came(link: str) -> None:
    late = judged("A year later", published=NOON + timedelta(days=400), links=[link])
    assert late.is_enough
    assert late.reasons == [("links-to-call", "")]


def test_a_link_to_a_rally_names_the_rally() -> None:
    found = judged("Downtown", links=["/r/abcde/"])
    assert (found.rally, found.is_enough) == (5, True)
    assert sentences([list(found.reasons[0])]) == ["links to the rally in Oakland"]


def test_the_same_evening_in_the_same_region_needs_one_word_more() -> None:
    evening = OAKLAND.starts + timedelta(hours=2)
    assert codes("Hundreds downtown", published=evening, regions=[BAY]) == ["same-hours", "same-region"]
    assert not judged("Hundreds downtown", published=evening, regions=[BAY]).is_enough
    assert not judged("A bakery opens in Oakland", published=NOON + timedelta(days=20), regions=[BAY]).is_enough
    found = judged("Hundreds downtown against ICE", published=evening, regions=[BAY])
    assert (found.is_enough, found.rally) == (True, 5)


def test_a_name_or_a_demand_counts_as_whole_words_without_case_and_accents() -> None:
    assert "names-it" in codes("dáy OF truth, and freedom!")
    assert "names-it" not in codes("A holiday of truth and freedomlessness")
    assert "repeats-demand" in codes("Slogans", "They shouted: ICE must leave Minnesota NOW")


@pytest.mark.parametrize(
    "headline", ["Workers strike for freedom", "National day of action", "General strike at the port on January 23", "A cat is found"]
)
def test_the_words_of_every_call_prove_nothing(headline: str) -> None:
    assert not judged(headline).is_enough


def test_best_first() -> None:
    strong = judged("Strike ICE Out of Minnesota", links=["/actions/january-23/", "/r/abcde/"], regions=[US], topics=[LABOR])
    weak = judged("Bay Area Stands with the People of Minnesota")
    assert ENOUGH <= weak.score < strong.score <= MOST
    assert strong.reasons[0][0].startswith("links-to")


def test_long_before_and_long_after_words_count_no_more() -> None:
    for days in (-40, 80):
        assert codes("Minnesota and ICE", published=NOON + timedelta(days=days), regions=[US]) == []


def test_several_days_count_each() -> None:
    called = Called(names=["Two days"], days=[date(2026, 1, 23), date(2026, 3, 1)], zone=ZoneInfo("UTC"), place="Minnesota")
    second = judge(report("From Minnesota", published=datetime(2026, 3, 1, 12, tzinfo=UTC)), called)
    assert ("same-day", "") in second.reasons


def test_a_day_without_names_place_or_rallies_proposes_nothing() -> None:
    bare = Called(names=["…"], days=[date(2026, 1, 23)], zone=ZoneInfo("UTC"))
    assert judge(report("…  …"), bare).reasons == [("same-day", "")]


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_it(headline: str, text: str, name: str, town: str) -> None:
    rally = RallyTold(1, town, NOON)
    called = Called(names=[name, headline], days=[date(2026, 1, 23)], zone=ZoneInfo("UTC"), place=name, demands=[text], rallies=[rally])
    found = judge(report(headline, text), called)
    assert 0 <= found.score <= MOST
    assert all(code in SENTENCES for code, _ in found.reasons)
    assert all(sentences([[code, words]]) for code, words in found.reasons)


def test_a_million_letters_cost_no_more_than_the_first_ones() -> None:
    text = "x" * LONGEST + " Day of Truth and Freedom"
    assert "names-it" not in codes("Long", text + "Minnesota " * 100_000)


def test_the_words_of_an_address_are_not_counted_as_words() -> None:
    assert codes("Here", "https://example.org/day-of-truth-and-freedom-minnesota") == ["same-day"]


def test_among_several_rallies_none_is_guessed_but_a_named_town_decides() -> None:
    berkeley = RallyTold(6, "Berkeley", NOON + timedelta(hours=4), regions=frozenset({BAY}))
    called = replace(MINNESOTA, rallies=[OAKLAND, berkeley])
    evening = OAKLAND.starts + timedelta(hours=1)
    unnamed = judge(report("Against ICE", published=evening, regions=[BAY]), called)
    assert (unnamed.is_enough, unnamed.rally) == (True, None)
    assert sentences([list(unnamed.reasons[0])]) == ["within hours of one of its rallies, in the same region"]
    named = judge(report("Against ICE in Berkeley", published=evening, regions=[BAY]), called)
    assert named.rally == 6
    assert ("same-hours", "Berkeley") in named.reasons
