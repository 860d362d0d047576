"""The editors' screen: what is proposed, confirmed and refused with one key each or many at once; the desk's screen for a ticker."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commonwire.coverage.file_estimate import file_estimate
from commonwire.coverage.models import Estimate, Proposal, TickerEntry
from commonwire.coverage.send_entry import send_entry
from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.models import Belonging, Mobilization
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Post
from tests import make
from tests.accounts.make import browser, someone
from tests.conftest import Clock
from tests.mobilizations import made
from tests.newswire.door import the_form

SCREEN = "/desk/coverage/"


@pytest.fixture
def day(frozen: Clock) -> Mobilization:
    called = made.day("Strike ICE Out of Minnesota", names=["Day of Truth and Freedom"], place="Minnesota")
    make.settled()
    frozen.set(2026, 1, 23, 20, 5)
    return called


@pytest.fixture
def editor() -> Client:
    return browser(someone("Egret", "editor"))


def proposed(headline: str = "Bay Area Stands with Minnesota", **given: object) -> tuple[Post, str]:
    post = make.post(headline, **given)  # type: ignore[arg-type]
    make.settled()
    return post, f"{Proposal.objects.get(post=post).mobilization.slug}:{post.public_id}"


def screen(client: Client, query: str = "") -> str:
    answer = client.get(SCREEN + query)
    assert answer.status_code == 200
    return answer.content.decode()


def states() -> list[str]:
    return sorted(Proposal.objects.values_list("state", flat=True))


def test_only_editors_decide(day: Mobilization) -> None:
    assert browser().get(SCREEN).status_code == 303
    assert browser(someone("Gull")).get(SCREEN).status_code == 403
    _post, handle = proposed()
    assert browser(someone("Tern")).post(SCREEN, {"confirm": handle}).status_code == 403
    assert states() == ["open"]


def test_best_first_with_reasons_and_access_keys(day: Mobilization, editor: Client) -> None:
    proposed("Bay Area Stands with <Minnesota>")
    proposed("At the pier", body="This is the Day of Truth and Freedom: https://wire.example.org/actions/strike-ice-out-of-minnesota/")
    page = screen(editor)
    assert page.index("At the pier") < page.index("Bay Area Stands with &lt;Minnesota&gt;")
    for words in ("links to the call", "names it: “Day of Truth and Freedom”", "names the place of the day: Minnesota", "on the same day"):
        assert words in page
    assert page.count('accesskey="c"') == page.count('accesskey="r"') == 1


def test_one_press_confirms_and_the_page_is_there(day: Mobilization, editor: Client) -> None:
    post, handle = proposed()
    answer = editor.post(SCREEN, {"confirm": handle}, follow=True)
    assert "1 report belongs to its day now." in answer.content.decode()
    assert post.headline in made.lying(f"{day.path}coverage/")
    assert Belonging.objects.get(post=post).how == Belonging.How.EDITOR
    assert editor.post(SCREEN, {"confirm": handle}).status_code == 303
    page = screen(editor)
    assert "Nothing is proposed." in page
    assert "Take it out again" in page
    editor.post(SCREEN, {"refuse": handle})
    make.settled()
    assert post.headline not in made.lying(f"{day.path}coverage/")
    assert states() == ["refused"]


def test_many_at_once(day: Mobilization, editor: Client) -> None:
    handles = [proposed(f"Minnesota number {number}")[1] for number in range(3)]
    form = the_form(screen(editor), SCREEN)
    assert {"name": "act", "value": "refuse"}.items() <= form.buttons[-1].items()
    answer = editor.post(SCREEN, {"act": "refuse", "marked": handles[:2]}, follow=True)
    assert "2 reports were refused. It is not proposed again." in answer.content.decode()
    assert states() == ["open", "refused", "refused"]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"act": "confirm"},
        {"act": "drop", "marked": "x:y"},
        {"confirm": "x"},
        {"confirm": "no-such-day:0000000000000"},
        {"confirm": ":"},
        {"refuse": "\0:\0"},
        {"act": "confirm", "marked": "day:" + "z" * 5000},
    ],
)
def test_what_names_nothing_is_refused_in_a_sentence(day: Mobilization, editor: Client, sent: dict[str, str]) -> None:
    answer = editor.post(SCREEN, sent)
    assert answer.status_code == 422
    assert "Choose at least one report" in answer.content.decode()


def test_what_was_hidden_meanwhile_cannot_be_confirmed(day: Mobilization, editor: Client) -> None:
    post, handle = proposed()
    hide(submission=post, paragraph=make.paragraph())
    assert post.headline not in screen(editor)
    answer = editor.post(SCREEN, {"confirm": handle})
    assert answer.status_code == 409
    assert "no longer shown" in answer.content.decode()
    assert not Belonging.objects.exists()


def test_what_its_author_said_already_is_not_asked(day: Mobilization, editor: Client) -> None:
    post, _handle = proposed()
    let_belong(post=post, mobilization=day)
    assert post.headline not in screen(editor)


@pytest.mark.parametrize(
    "query", ["?day=nothing", "?done=confirm&count=x", "?done=%3Cb%3E&count=3", "?count=٣", "?done=refuse&count=99999"]
)
def test_an_address_that_somebody_bent_says_nothing(day: Mobilization, editor: Client, query: str) -> None:
    proposed()
    page = screen(editor, query)
    assert 'role="status"' not in page
    assert "Bay Area Stands" in page


def test_of_one_day_alone(day: Mobilization, editor: Client) -> None:
    other = made.day("Another Day of Truth and Freedom in Ohio", place="Ohio")
    proposed()
    assert "Bay Area" in screen(editor, f"?day={day.slug}")
    assert "Bay Area" not in screen(editor, f"?day={other.slug}")


def test_a_screen_of_three_asks_no_more_than_a_screen_of_one(day: Mobilization, editor: Client) -> None:
    counts = []
    for number in (1, 2):
        for each in range(number):
            proposed(f"Minnesota {number} {each}")
        with CaptureQueriesContext(connection) as asked:
            screen(editor)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def entry(day: Mobilization, text: str = "The gates are shut.") -> TickerEntry:
    return send_entry(mobilization=day, text=text, at=datetime(2026, 1, 23, 20, 0, tzinfo=UTC))


def test_the_desk_says_how_sure_an_entry_is(day: Mobilization) -> None:
    one, path = entry(day), f"/desk/ticker/{day.slug}/"
    client = browser(someone("Gull"))
    assert browser().get(path).status_code == 303
    assert day.name in client.get("/desk/ticker/").content.decode()
    assert "The gates are shut." in client.get(path).content.decode()
    assert client.post(path, {"entry": one.public_id, "state": "checked", "correction": ""}).status_code == 303
    one.refresh_from_db()
    assert one.state == "checked"
    assert "entry checked" in made.lying(f"{day.path}live/")


def test_a_correction_needs_its_sentence_and_keeps_what_was_typed(day: Mobilization) -> None:
    one, path = entry(day), f"/desk/ticker/{day.slug}/"
    client = browser(someone("Gull"))
    empty = client.post(path, {"entry": one.public_id, "state": "corrected", "correction": " "})
    assert empty.status_code == 422
    assert "Write what is true instead." in empty.content.decode()
    long = client.post(path, {"entry": one.public_id, "state": "corrected", "correction": "z" * 601})
    assert long.status_code == 422
    assert "z" * 601 in long.content.decode()
    assert client.post(path, {"entry": "0000000000000", "state": "checked"}).status_code == 404
    assert client.post(path, {"entry": one.public_id, "state": "certain"}).status_code == 422
    assert client.get("/desk/ticker/nothing/").status_code == 404
    hide(submission=one, paragraph=make.paragraph())
    assert client.post(path, {"entry": one.public_id, "state": "checked", "correction": ""}).status_code == 422


def figure(day: Mobilization, low: int = 1500) -> Estimate:
    return file_estimate(mobilization=day, low=low, high=low, method="police", said_by="police", source="statement")


def test_an_editor_confirms_a_figure_and_takes_it_back(day: Mobilization, editor: Client) -> None:
    one, path = figure(day), f"/desk/turnout/{day.slug}/"
    assert browser().get(path).status_code == 303
    assert browser(someone("Gull")).post(path, {"confirm": one.public_id}).status_code == 403
    assert day.name in editor.get("/desk/turnout/").content.decode()
    assert "naming the police as source" in editor.get(path).content.decode()
    assert editor.post(path, {"confirm": one.public_id}).status_code == 303
    assert "confirmed by an editor" in made.lying(f"{day.path}turnout/")
    page = editor.get(f"{path}?done={one.public_id}").content.decode()
    assert "Take the confirmation back" in page
    assert 'role="status"' in page
    assert editor.post(path, {"doubt": one.public_id}).status_code == 303
    assert "confirmed by an editor" not in made.lying(f"{day.path}turnout/")


def test_what_names_no_figure_of_this_day_confirms_none(day: Mobilization, editor: Client) -> None:
    one, other = figure(day), figure(made.day("Another day"))
    path = f"/desk/turnout/{day.slug}/"
    for sent in ({}, {"confirm": "x"}, {"confirm": other.public_id}, {"act": one.public_id}, {"confirm": "0000000000000"}):
        assert editor.post(path, sent).status_code == 404, sent
    hide(submission=one, paragraph=make.paragraph())
    assert editor.post(path, {"confirm": one.public_id}).status_code == 409
    assert editor.get("/desk/turnout/nothing/").status_code == 404
    assert not Estimate.objects.filter(standing="confirmed").exists()


def test_the_screen_of_three_figures_asks_no_more_than_that_of_one(day: Mobilization, editor: Client) -> None:
    counts = []
    for number in (1, 2):
        for each in range(number):
            figure(day, 100 * number + each)
        with CaptureQueriesContext(connection) as asked:
            editor.get(f"/desk/turnout/{day.slug}/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
