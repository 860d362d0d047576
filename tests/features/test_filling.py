"""Rows that fill themselves: pinned links first, what a room above knows behind them, and a new report there within a reaction."""

import re

import pytest
from django.test import Client

from commonwire.features.compose import compose_feature
from commonwire.features.composition import ComposedLink, ComposedRow, Composition
from commonwire.features.filling import _FILLINGS as FILLINGS
from commonwire.features.filling import LABELS, MOST_IN_ROW, Filled, fills_row
from commonwire.features.models import Feature
from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.models import Belonging, Mobilization
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from tests import make
from tests.accounts.make import browser, someone
from tests.mobilizations import made
from tests.newswire.door import Form, the_form


@pytest.fixture
def client() -> Client:
    return browser(someone("Egret", "editor"))


@pytest.fixture
def day() -> Mobilization:
    return made.day("Strike ICE Out of Minnesota")


def report(day: Mobilization, headline: str) -> Post:
    post = make.post(headline)
    let_belong(post=post, mobilization=day)
    return post


def feature(day: Mobilization, *links: ComposedLink, body: str = "") -> Feature:
    wording = make.wording("January 23", kind=Kind.FEATURE, body=body)
    made_ = compose_feature(composition=Composition(wording, rows=[ComposedRow(links, "Coverage", fills_from="coverage")]))
    let_belong(post=made_.post, mobilization=day)
    return made_


def row_of(page: str) -> list[str]:
    """The labels of the row of coverage, in order."""
    row = re.search(r'<b class="label">Coverage</b> <ul>(.*?)</ul>', page, re.S)
    return re.findall(r'<a href="[^"]*" dir="auto">(.*?)</a>', row[1]) if row else []


def printed(of: Feature) -> str:
    make.settled()
    return made.lying(of.post.path or "")


def test_pinned_links_stand_first_and_nothing_stands_twice(day: Mobilization) -> None:
    one, two = report(day, "Report one"), report(day, "Report two")
    shown = feature(day, ComposedLink("What we saw", "photo", one), ComposedLink("Elsewhere", "", None, "https://example.org/"))
    page = printed(shown)
    assert row_of(page) == ["What we saw", "Elsewhere", "Report two"] or row_of(page)[0] == "What we saw"
    assert page.count("Report one") == 0
    assert two.headline in page


def test_a_new_report_reaches_the_feature_and_a_hidden_one_leaves_it(day: Mobilization) -> None:
    shown = feature(day)
    assert row_of(printed(shown)) == []
    post = report(day, "Just now")
    assert row_of(printed(shown)) == ["Just now"]
    hide(submission=post, paragraph=make.paragraph())
    assert row_of(printed(shown)) == []


def test_an_empty_row_that_fills_itself_shows_no_label(day: Mobilization) -> None:
    assert '<b class="label">Coverage</b>' not in printed(feature(day))


def test_no_more_than_a_row_can_bear(day: Mobilization) -> None:
    shown = feature(day, ComposedLink("Pinned", url="https://example.org/"))
    for number in range(MOST_IN_ROW + 3):
        report(day, f"Report {number}")
    row = re.search(r'<b class="label">Coverage</b> <ul>(.*?)</ul>', printed(shown), re.S)
    assert row
    assert row[1].count("<li>") == MOST_IN_ROW


def test_a_row_of_a_room_that_was_taken_away_shows_its_pinned_links(day: Mobilization) -> None:
    wording = make.wording("January 23", kind=Kind.FEATURE)
    rows = [ComposedRow([ComposedLink("Kept", url="https://example.org/")], "Coverage", fills_from="gone")]
    assert "Kept" in printed(compose_feature(composition=Composition(wording, rows=rows)))


def test_another_room_may_offer_a_row() -> None:
    post = make.post("Offered")
    try:
        fills_row("offer", "an offer")(lambda feature, most: Filled([post], ("newswire",)))
        wording = make.wording("A feature", kind=Kind.FEATURE)
        rows = [ComposedRow([], "Coverage", fills_from="offer")]
        assert row_of(printed(compose_feature(composition=Composition(wording, rows=rows)))) == ["Offered"]
    finally:
        LABELS.pop("offer", None)
        FILLINGS.pop("offer", None)


def opened(client: Client, path: str = "/desk/features/new/") -> Form:
    answer = client.get(path)
    assert answer.status_code == 200
    return the_form(answer.content.decode(), "/desk/features/")


def sent(client: Client, form: Form, act: str, status: int) -> str:
    answer = client.post(form.action, {**form.data, "act": act})
    assert answer.status_code == status, answer.content.decode()
    return answer.headers["Location"] if status == 303 else answer.content.decode()


def test_composed_through_the_form_with_its_day_of_action(client: Client, day: Mobilization) -> None:
    """Day, row and demands are chosen in the form; the preview is the page."""
    report(day, "Just now")
    form = opened(client).fill(headlines="January 23", body="They demand:\n\n[demands]", about_action=day.slug)
    form.fill(**{"row-0-label": "Coverage", "row-0-fills_from": "coverage"})
    preview = sent(client, form, "preview", 200)
    assert row_of(preview) == ["Just now"]
    address = sent(client, the_form(preview, "/desk/features/"), "save", 303)
    make.settled()
    page = made.lying(address)
    assert row_of(page) == ["Just now"]
    assert "No boat sails without a full crew." in page
    belonging = Belonging.objects.get(post__path=address)
    assert belonging.mobilization == day
    again = opened(client, f"/desk/features/{belonging.post.public_id}/")
    assert again["about_action"] == [day.slug]
    assert again["row-0-fills_from"] == ["coverage"]
    sent(client, again.fill(about_action=""), "save", 303)
    assert not Belonging.objects.filter(post__path=address).exists()


def test_what_cannot_fill_a_row_is_said_beside_it(client: Client, day: Mobilization) -> None:
    form = opened(client).fill(headlines="January 23")
    form.fill(**{"row-0-label": "Coverage", "row-0-fills_from": "<horoscope>", "about_action": "no-such-day"})
    page = sent(client, form, "save", 422)
    assert "horoscope" in page
    assert "no-such-day" in page
    assert not Feature.objects.exists()
