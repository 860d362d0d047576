import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from commonwire.newswire.hide import hide
from commonwire.newswire.sort import sort_post
from commonwire.press.bake import bake, shelf
from commonwire.search import queries
from tests import make


def results(status: int = 200, where: str = "/search/results/", **asked: str) -> str:
    answer = Client().get(where, asked)
    assert answer.status_code == status
    return answer.content.decode()


def headlines(page: str) -> list[str]:
    return [re.sub("<[^>]+>", "", each) for each in re.findall(r'<a href="/20[^"]+"[^>]*>(.*?)</a>', page)]


def test_all_words_must_stand_in_the_headline_in_any_order_newest_first() -> None:
    make.post("Café strike at the pier", published=datetime(2025, 3, 1, 9, 0, tzinfo=UTC))
    make.post("Strike: the cafe stays closed", published=datetime(2025, 3, 2, 9, 0, tzinfo=UTC))
    make.post("Strike at the mill")
    make.event("Cafe of the strike kitchen")
    page = results(q="STRIKE  café")
    assert headlines(page) == ["Cafe of the strike kitchen", "Strike: the cafe stays closed", "Café strike at the pier"]
    assert "<mark>Café</mark> <mark>strike</mark> at the pier" in page
    assert '<meta name="robots" content="noindex">' in page
    assert "3 posts" in page


def test_what_readers_do_not_see_is_not_found() -> None:
    hidden = make.post("Quay secret one")
    hide(submission=hidden, paragraph=make.paragraph())
    make.post("Quay secret two", held=True)
    assert "No headline holds all of this." in results(q="quay secret")


def test_filters_narrow_and_stand_alone() -> None:
    harbor, housing = make.region("Harbor"), make.topic("Housing")
    make.post("Rents rise", regions=[harbor], topics=[housing])
    sort_post(post=make.post("Rents fall", regions=[harbor]), standing="local", highlighted=True)
    make.event("Rents meeting")
    assert headlines(results(region="harbor")) == ["Rents fall", "Rents rise"]
    assert headlines(results(q="rents", topic="housing")) == ["Rents rise"]
    assert headlines(results(kind="event")) == ["Rents meeting"]
    assert headlines(results(standing="local")) == headlines(results(standing="highlighted", q="rents")) == ["Rents fall"]


def test_at_most_a_hundred(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST", 2)
    monkeypatch.setattr("commonwire.search.views.MOST", 2)
    for number in range(3):
        make.post(f"Tide {number}")
    page = results(q="tide")
    assert headlines(page) == ["Tide 2", "Tide 1"]
    assert "These are the newest 2." in page


def test_as_many_queries_for_three_as_for_one(django_assert_max_num_queries: object) -> None:
    for number in range(3):
        make.post(f"Tide {number}", regions=[make.region(f"Harbor {number}")])
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert len(headlines(results(q="tide"))) == 3


@pytest.mark.parametrize(
    ("asked", "status", "sentence"),
    [
        ({}, 200, "Give one word or more of a headline."),
        ({"q": "  "}, 200, "Give one word or more of a headline."),
        ({"q": "***"}, 200, "Signs alone cannot be searched for."),
        ({"q": "a\x00b\ud800"}, 200, "No headline holds all of this."),
        ({"q": "x" * 201}, 400, "Search for fewer words: at most 200 characters."),
        ({"kind": "nonsense"}, 400, "There is no such choice any more."),
        ({"region": "nowhere", "q": "tide"}, 400, "There is no such choice any more."),
        ({"topic": "a\x00b"}, 400, "Null characters are not allowed."),
        ({"q": "[[:alpha:]](?i)***=\\"}, 200, "No headline holds all of this."),
    ],
)
def test_whatever_is_asked_gets_a_sentence(asked: dict[str, str], status: int, sentence: str) -> None:
    assert sentence in results(status, **{name: value.encode("utf-8", "replace").decode() for name, value in asked.items()})


def test_the_query_is_escaped_in_its_field() -> None:
    assert 'value="&quot;&gt;&lt;script&gt;"' in results(q='"><script>')


def test_only_asking_is_answered() -> None:
    assert Client().post("/search/results/").status_code == 405


def test_the_bare_form_is_baked_for_each_language() -> None:
    make.region("Harbor", es="Puerto")
    bake(["site"])
    english, spanish = ((shelf().read(path) or b"").decode() for path in ("/search/", "/es/search/"))
    assert 'action="/search/results/"' in english and '<option value="harbor">Harbor</option>' in english
    assert 'action="/es/search/results/"' in spanish and '<option value="harbor">Puerto</option>' in spanish
    assert 'name="robots" content="noindex"' in english
    assert 'lang="es"' in results(where="/es/search/results/", q="nada")
