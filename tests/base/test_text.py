import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonwire.base.text import clean_line, clean_text, excerpt, slug


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\n\ne"),
        ("page\x0cnext\x0bline\x85end", "page\nnext\nline\nend"),
        ("\n\n  a  \n\t\n\nb\n", "  a\n\n\nb"),
        ("a\u202eb\u2066c\x00d\x1be\ufefff\ud800g", "abcdefg"),
        ("e\u0301", "é"),
        ("e\u202a\u0301", "é"),
        ("ש\u200fa", "ש\u200fa"),
    ],
)
def test_clean_text(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing_and_loses_nothing_visible(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert clean_line(clean_line(text)) == clean_line(text)
    # NFC is the same for canonically equal texts; unassigned and private characters stay too.
    letters = [character for character in unicodedata.normalize("NFC", text) if character.isalnum()]
    assert [character for character in clean if character.isalnum()] == letters


def test_clean_line() -> None:
    assert clean_line("  Ferry\tworkers\r\n strike ") == "Ferry workers strike"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Ferry workers’ strike: day 3", "ferry-workers-strike-day-3"),
        ("Ñandú & Łódź", "nandu-lodz"),
        ("🙃", "upside-down"),
        ("???", "post"),
        ("a" * 80, "a" * 60),
        ("harbour " * 20, "harbour-harbour-harbour-harbour-harbour-harbour-harbour"),
    ],
)
def test_slug(text: str, made: str) -> None:
    assert slug(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("short text", "short text"),
        ("one two three, four", "one two…"),
        ("abcdefghijklmnop", "abcdefghi…"),
        ("ab cdefghijklmno", "ab cdefgh…"),
    ],
)
def test_excerpt(text: str, made: str) -> None:
    assert excerpt(text, 10) == made


@given(st.text(), st.integers(10, 100))
def test_an_excerpt_is_never_longer_than_asked(text: str, longest: int) -> None:
    assert len(excerpt(text, longest)) <= longest
