import re

import pytest

from commonwire.search.matching import marked, pattern_of, words_of


@pytest.mark.parametrize(
    ("word", "headline"),
    [
        ("cafe", "The Café closes"),
        ("CAFÉ", "the cafe closes"),
        ("sao", "News from São Tomé"),
        ("niño", "El NINO returns"),
        ("οδοσ", "ΟΔΟΣ"),
        ("привет", "ПРИВЕТ"),
        ("c++", "C++ for newsrooms"),
        ("[x]", "A [X] in a box"),
        ("a.b", "Site A.B is down"),
    ],
)
def test_a_word_is_found_whatever_its_case_and_accents(word: str, headline: str) -> None:
    assert re.search(pattern_of(word), headline)


@pytest.mark.parametrize(("word", "headline"), [("a.b", "axb"), ("cafe", "cafard"), ("^the", "the end"), (".*", "anything")])
def test_signs_are_themselves(word: str, headline: str) -> None:
    assert not re.search(pattern_of(word), headline)


def test_words_are_what_stands_between_spaces_each_once_and_at_most_eight() -> None:
    assert words_of("pier  4 – pier * strike") == ["pier", "4", "strike"]
    assert words_of("a b c d e f g h i j") == list("abcdefgh")
    assert words_of(" … ") == []


def test_what_was_found_is_marked_and_everything_else_escaped() -> None:
    assert marked("Café <b> & cafe", ["cafe"]) == "<mark>Café</mark> &lt;b&gt; &amp; <mark>cafe</mark>"
    assert marked("a <script>", ["script"]) == "a &lt;<mark>script</mark>&gt;"
    assert marked("strikers strike", ["strike", "strikers"]) == "<mark>strikers</mark> <mark>strike</mark>"
    assert marked("<i>", []) == "&lt;i&gt;"
