"""Wordings of sizes, as sources have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonwire.organisations.size_words import said_of
from commonwire.organisations.sizes import MOST, Range, read_size


@pytest.mark.parametrize(
    ("wording", "low", "high"),
    [
        ("300", 300, 300),
        ("300 members", 300, 300),
        ("175+", 175, None),
        ("175+ affiliated unions", 175, None),
        ("over 80,000", 80_000, None),
        ("over 80,000 people", 80_000, None),
        ("more than 80 000", 80_000, None),
        ("at least 12", 12, None),
        ("500 or more", 500, None),
        ("no fewer than 500", 500, None),
        ("about 5.000", 5_000, 5_000),
        ("~ 5’000", 5_000, 5_000),
        ("80k", 80_000, 80_000),
        ("80K+", 80_000, None),
        ("1.5 million", 1_500_000, 1_500_000),
        ("2,000–3,000", 2_000, 3_000),
        ("2.000 - 3.000", 2_000, 3_000),
        ("between 2,000 and 3,000", 2_000, 3_000),
        ("2 to 3 thousand", 2_000, 3_000),
        ("2-3k", 2_000, 3_000),
        ("2,000–3,000+", 2_000, None),
        ("up to 500", None, 500),
        ("fewer than 500", None, 500),
        ("no more than 40", None, 40),
        ("más de 300", 300, None),
        ("mas de 300", 300, None),
        ("al menos 300", 300, None),
        ("300 o más", 300, None),
        ("no menos de 300", 300, None),
        ("no más de 300", None, 300),
        ("hasta 300", None, 300),
        ("unos 80 mil", 80_000, 80_000),
        ("entre 2.000 y 3.000", 2_000, 3_000),
        ("1,5 millones", 1_500_000, 1_500_000),
    ],
)
def test_read(wording: str, low: int | None, high: int | None) -> None:
    assert read_size(wording) == Range(low, high)


@pytest.mark.parametrize(
    "wording",
    ["", "thousands", "many", "175+ unions, over 80,000 people", "80,000 people in 2024", "3,000–2,000", "1.2.3", "12,5", "99999999999999"],
)
def test_what_says_no_number_is_not_guessed(wording: str) -> None:
    assert not read_size(wording).is_stated


@given(st.text(max_size=80))
def test_no_text_is_too_strange(wording: str) -> None:
    read = read_size(wording)
    assert read.low is None or read.high is None or read.low <= read.high
    assert max(read.low or 0, read.high or 0) <= MOST


@given(st.integers(0, MOST), st.sampled_from(["{}", "{} members", "about {}", "ca. {}"]))
def test_every_number_with_commas_is_read(number: int, words: str) -> None:
    assert read_size(words.format(f"{number:,}")) == Range(number, number)


@pytest.mark.parametrize(
    ("wording", "of", "said"),
    [
        ("300", "members", "300 people"),
        ("1", "members", "1 person"),
        ("80k+", "members", "80k+ people"),
        ("over 140,000", "members", "over 140,000 people"),
        ("over 140,000 people", "members", "over 140,000 people"),
        ("about 5,000 tenants", "members", "about 5,000 tenants"),
        ("between 2,000 and 3,000", "members", "between 2,000 and 3,000 people"),
        ("11", "affiliates", "11 affiliated bodies"),
        ("11 affiliates", "affiliates", "11 affiliates"),
        ("thousands", "members", "thousands (people)"),
        ("half of the town", "members", "half of the town"),
    ],
)
def test_what_is_counted_is_said_once(wording: str, of: str, said: str) -> None:
    assert said_of(wording, of) == said


def test_numbers_without_words_are_said_with_their_unit() -> None:
    assert said_of("", "members", 80_000, None) == "at least 80,000 people"
    assert said_of("", "affiliates", 2, 3) == "2 to 3 affiliated bodies"
