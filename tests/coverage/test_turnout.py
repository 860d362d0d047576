"""How many came: filed by anyone, kept apart by who says it, shown as ranges, and written as tables."""

import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.utils import IntegrityError
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commonwire.coverage.confirm_estimate import confirm_estimate, doubt_estimate
from commonwire.coverage.file_estimate import file_estimate
from commonwire.coverage.models import Estimate
from commonwire.coverage.queries import said_of
from commonwire.coverage.table import written
from commonwire.coverage.turnout import Said, Sum, sums
from commonwire.ledger.models import Entry
from commonwire.mobilizations.models import Mobilization, Rally
from commonwire.newswire.correct_submission import correct_submission
from commonwire.newswire.hide import hide, unhide
from commonwire.newswire.withdraw_submission import withdraw_submission
from commonwire.press.bake import bake
from commonwire.press.reactions import bake_stale
from tests import make
from tests.conftest import Clock
from tests.mobilizations import made
from tests.newswire.door import the_form


@pytest.fixture
def day(frozen: Clock) -> Mobilization:
    called = made.day("No Boats, No Business")
    frozen.set(2026, 1, 23, 23, 5)
    return called


@pytest.fixture
def rallies(day: Mobilization) -> list[Rally]:
    return [made.rally(day, f"At pier {n}", city=town) for n, town in enumerate(("Port Ellery", "Sandover", "Wick"))]


def estimate(day: Mobilization, rally: Rally | None, low: int, high: int, said_by: str = "organisers", **given: Any) -> Estimate:
    words = {"method": "claim", **given}
    return file_estimate(mobilization=day, rally=rally, low=low, high=high, said_by=said_by, **words)


def table(day: Mobilization, name: str = "turnout") -> list[dict[str, str]]:
    make.settled()
    return list(csv.DictReader(io.StringIO(made.lying(f"{day.path}{name}.csv"))))


def page_of(day: Mobilization) -> str:
    make.settled()
    return made.lying(f"{day.path}turnout/")


def test_sayers_are_never_mixed_and_sums_say_for_how_many() -> None:
    said = [
        Said(1, "organisers", 4000, 6000, 2),
        Said(2, "organisers", 100, 150, 1),
        Said(1, "police", 1500, 1500, 1),
        Said(None, "organisers", 9000, 9000, 1),
    ]
    assert sums(said, 3) == [Sum("organisers", 4100, 6150, 3, 2, 3), Sum("police", 1500, 1500, 1, 1, 3)]


def test_a_range_is_the_lowest_and_the_highest_of_one_sayer(day: Mobilization, rallies: list[Rally]) -> None:
    estimate(day, rallies[0], 4000, 5000)
    estimate(day, rallies[0], 4500, 6000)
    estimate(day, rallies[0], 1500, 1500, "police")
    assert sorted(said_of(day), key=lambda each: each.sayer) == [
        Said(rallies[0].pk, "organisers", 4000, 6000, 2),
        Said(rallies[0].pk, "police", 1500, 1500, 1),
    ]


def test_the_page_shows_ranges_and_no_number_that_nobody_said(day: Mobilization, rallies: list[Rally]) -> None:
    estimate(day, rallies[0], 4000, 6000, source="https://example.org/count", note="Grid of 40 <fields>")
    estimate(day, rallies[1], 100, 150)
    estimate(day, rallies[0], 1500, 1500, "police", method="police")
    estimate(day, None, 9000, 9000, "press", method="press")
    page = page_of(day)
    for words in ("4,000 to 6,000", "4,100 to 6,150", "for 2 of 3 rallies", "for 1 of 3 rallies", "1,500", "9,000", "&lt;fields&gt;"):
        assert words in page
    for invented in ("5,000", "2,750", "5,125", "10,500"):
        assert invented not in page
    assert "4,100 to 6,150" in made.lying(day.path)
    assert "4,000 to 6,000" in made.lying(rallies[0].post.path or "")
    assert "9,000" not in made.lying(rallies[0].post.path or "")


def test_hidden_estimates_and_hidden_rallies_count_no_more(day: Mobilization, rallies: list[Rally]) -> None:
    one = estimate(day, rallies[0], 77_777, 77_777)
    other = estimate(day, rallies[1], 55_555, 55_555)
    assert "133,332" in page_of(day)
    hide(submission=one, paragraph=make.paragraph())
    assert "77,777" not in page_of(day)
    unhide(submission=one)
    hide(submission=rallies[1].post, paragraph=make.paragraph())
    page = page_of(day)
    assert "77,777" in page
    assert "55,555" not in page
    assert [row["title"] for row in table(day, "estimates")] == ["At pier 0"]
    withdraw_submission(submission=one)
    other.refresh_from_db()
    assert "77,777" not in page_of(day)
    one.refresh_from_db()
    assert (one.low, one.high, one.source) == (0, 0, "")


def test_anyone_files_one_through_the_door(day: Mobilization, rallies: list[Rally]) -> None:
    client = Client()
    typed = {"low": "4,000", "high": "", "said_by": "count", "method": "grid", "source": "two of us, two maps", "at": "2026-01-23T14:20"}
    preview = client.post(f"/send/estimate/{rallies[0].code}/", typed)
    assert "4,000" in preview.content.decode()
    form = the_form(preview.content.decode(), "/send/estimate/")
    assert client.post(form.action, form.data | {"act": "publish"}).status_code in (200, 303)
    filed = Estimate.objects.get()
    assert (filed.low, filed.high, filed.rally, filed.at) == (4000, 4000, rallies[0], datetime(2026, 1, 23, 20, 20, tzinfo=UTC))


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"low": "many"}, "Write a whole number"),
        ({"low": "-5"}, "Write a whole number"),
        ({"low": "1.5"}, "Write a whole number"),
        ({"low": "٣٤"}, ""),
        ({"low": "9" * 9}, "More than 50000000 people"),
        ({"low": "9" * 4000}, "Write a whole number"),
        ({"low": "500", "high": "400"}, "is less than"),
        ({"low": "500", "said_by": "oracle"}, "oracle"),
        ({"low": "500", "source": "https://user:secret@example.org/"}, "not a web address"),
        ({"low": ""}, "Write how many at least."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(day: Mobilization, typed: dict[str, str], sentence: str) -> None:
    whole = {"high": "", "said_by": "press", "method": "press", "source": "", "at": "", "note": "kept as typed"} | typed
    answer = Client().post(f"/send/estimate/{day.slug}/", whole)
    page = answer.content.decode()
    if sentence:
        assert answer.status_code == 422
        assert sentence in page
        assert "kept as typed" in page
    assert not Estimate.objects.exists()


def test_the_database_holds_no_range_upside_down(day: Mobilization) -> None:
    with pytest.raises(IntegrityError):
        estimate(day, None, 500, 400)


def test_the_table_has_the_columns_of_researchers(day: Mobilization, rallies: list[Rally]) -> None:
    estimate(day, rallies[0], 4000, 5000, source="=HYPERLINK(1)")
    estimate(day, rallies[0], 1500, 1500, "police", source="statement")
    rows = table(day)
    assert [row["locality"] for row in rows] == ["Port Ellery", "Sandover", "Wick"]
    first = rows[0]
    assert (first["date"], first["macroevent"], first["title"]) == ("2026-01-23", "No Boats, No Business", "At pier 0")
    assert (first["size_low"], first["size_high"]) == ("1500", "5000")
    assert first["size_text"] == "organisers 4000-5000; police 1500"
    assert {first["source_1"], first["source_2"]} == {"'=HYPERLINK(1)", "statement"}
    assert "No boat sails without a full crew." in first["claims"]
    assert first["notes"] == f"https://wire.example.org{rallies[0].post.path}"
    assert "size_mean" not in first
    assert (rows[1]["size_low"], rows[1]["size_text"]) == ("", "")
    apart = table(day, "estimates")
    assert [(row["said_by"], row["low"], row["locality"]) for row in apart] == [
        ("police", "1500", "Port Ellery"),
        ("organisers", "4000", "Port Ellery"),
    ]


def test_a_place_that_is_not_shown_stands_in_no_table(day: Mobilization) -> None:
    where: dict[str, Any] = {"place": "Secret hall", "address": "12 Quay Street", "city": "Wick", "latitude": 1.23456, "longitude": 2.34567}
    rally = made.rally(day, "Somewhere", precision="city", **where)
    estimate(day, rally, 10, 20)
    make.settled()
    whole = made.lying(f"{day.path}turnout.csv") + made.lying(f"{day.path}estimates.csv") + page_of(day)
    assert "Wick" in whole
    for secret in ("Secret hall", "12 Quay", "1.23456"):
        assert secret not in whole


def test_cells_that_are_formulas_are_made_harmless() -> None:
    assert written(("a", "b"), [{"a": "=1+1", "b": -3}]) == b"a,b\r\n'=1+1,-3\r\n"


def test_a_page_of_three_asks_no_more_than_a_page_of_one(day: Mobilization, rallies: list[Rally]) -> None:
    counts = []
    for some in (rallies[:1], rallies[1:]):
        for rally in some:
            estimate(day, rally, 100, 200)
        make.settled()
        with CaptureQueriesContext(connection) as asked:
            bake([day.part("turnout")])
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_before_it_begins_nobody_is_asked_how_many_came(day: Mobilization, frozen: Clock) -> None:
    frozen.set(2026, 1, 20, 12, 0)
    rally = made.rally(day, "At pier 9", city="Wick")
    make.settled()
    assert "How many came" not in made.lying(day.path)
    assert "How many came" not in made.lying(rally.post.path or "")
    frozen.set(2026, 1, 23, 18, 1)
    for _look in range(20):  # a few pages at a look
        bake_stale()
    assert "Nobody has said yet how many came." in made.lying(rally.post.path or "")
    estimate(day, None, 10, 20)
    make.settled()
    assert "10 to 20" in made.lying(day.path)


NAMING = "filed by a reader, naming the police as source"


def test_a_reader_who_names_the_police_is_not_the_police(day: Mobilization, rallies: list[Rally]) -> None:
    one = estimate(day, rallies[0], 1500, 1600, "police", method="police")
    estimate(day, rallies[0], 3, 4, "police", method="police")
    for page in (page_of(day), made.lying(day.path), made.lying(rallies[0].post.path or "")):
        assert NAMING in page
        assert "confirmed by an editor" not in page
    confirm_estimate(estimate=one, by="member:1")
    page = page_of(day)
    assert page.index("1,500 to 1,600") < page.index("3 to 4")  # confirmed and claimed are two ranges
    assert "3 to 1,600" not in page
    assert "confirmed by an editor" in page
    assert NAMING in page
    doubt_estimate(estimate=one, by="member:1")
    assert "3 to 1,600" in page_of(day)


def test_tables_tell_what_was_confirmed(day: Mobilization, rallies: list[Rally]) -> None:
    one = estimate(day, rallies[0], 1500, 1500, "police")
    estimate(day, rallies[0], 900, 900, "police")
    assert [row["confirmed"] for row in table(day)] == ["0", "0", "0"]
    confirm_estimate(estimate=one)
    assert {row["low"]: row["standing"] for row in table(day, "estimates")} == {"1500": "confirmed", "900": "claimed"}
    first = table(day)[0]
    assert (first["size_text"], first["confirmed"]) == ("police 1500 (confirmed); police 900", "1")


def test_confirming_twice_does_it_once_and_new_figures_are_a_claim_again(day: Mobilization) -> None:
    one = estimate(day, None, 1500, 1500, "police")
    for _twice in range(2):
        confirm_estimate(estimate=one, by="member:1")
    assert Entry.objects.filter(verb="estimate.confirmed").count() == 1
    words = {"low": 1500, "high": 1500, "method": "claim", "said_by": "police", "source": "", "at": None, "note": ""}
    correct_submission(submission=one, words=words)
    assert Estimate.objects.get().is_confirmed
    correct_submission(submission=one, words=words | {"high": 9000})
    assert not Estimate.objects.get().is_confirmed
    hide(submission=one, paragraph=make.paragraph())
    with pytest.raises(ValidationError):
        confirm_estimate(estimate=one)
