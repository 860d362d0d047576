"""The live ticker: sent through the door, read on the page, in the feed and by machines, judged by organisers and the desk."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commonwire.chrome.scripts import script_address
from commonwire.coverage.check_entry import check_entry
from commonwire.coverage.models import TickerEntry
from commonwire.coverage.send_entry import send_entry
from commonwire.coverage.words import EntryState
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.set_phase import set_phase
from commonwire.mobilizations.words import Phase
from commonwire.newswire.correct_submission import correct_submission
from commonwire.newswire.hide import hide
from commonwire.newswire.withdraw_submission import withdraw_submission
from commonwire.press.bake import bake
from tests import make
from tests.conftest import Clock
from tests.mobilizations import made
from tests.newswire.door import the_form

REFRESH = '<noscript><meta http-equiv="refresh" content="60"></noscript>'


@pytest.fixture
def day() -> Mobilization:
    return made.day("No Boats, No Business", receipt=make.RECEIPT)


@pytest.fixture
def under_way(day: Mobilization, frozen: Clock) -> Mobilization:
    frozen.set(2026, 1, 23, 20, 5)
    set_phase(mobilization=day, phase=Phase.UNDER_WAY)
    return day


def live(day: Mobilization, below: str = "") -> str:
    make.settled()
    return made.lying(f"{day.path}live/{below}")


def entry(day: Mobilization, text: str = "The gates are shut.", **given: Any) -> TickerEntry:
    return send_entry(mobilization=day, text=text, **given)


def through_the_door(word: str, **typed: str) -> tuple[Client, Any]:
    client = Client()
    preview = client.post(f"/send/ticker/{word}/", typed)
    assert preview.status_code == 200, preview.content.decode()
    form = the_form(preview.content.decode(), "/send/ticker/")
    return client, client.post(form.action, form.data | {"act": "publish"})


def test_anyone_sends_an_entry_and_it_stands_as_unverified(under_way: Mobilization) -> None:
    rally = made.rally(under_way, "At the pier", city="Oakland")
    form = Client().get(f"/send/ticker/{rally.code}/").content.decode()
    assert 'value="Oakland"' in form
    _client, answer = through_the_door(rally.code, text="The gates are <shut>.", place="Gate 2", at="2026-01-23T13:40")
    assert answer.status_code in (200, 303)
    sent = TickerEntry.objects.get()
    assert (sent.at, sent.state, sent.rally) == (datetime(2026, 1, 23, 19, 40, tzinfo=UTC), EntryState.UNVERIFIED, rally)
    for page in (live(under_way), made.lying(under_way.path), made.lying(rally.post.path or "")):
        assert "The gates are &lt;shut&gt;." in page
        assert "unverified" in page


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"text": "  "}, "Write something first."),
        ({"text": "x" * 601}, "at most 600 characters, and there are 601"),
        ({"text": "ok", "at": "soon"}, "like 2026-01-23 14:20"),
        ({"text": "ok", "at": "0001-01-01T00:00"}, "like 2026-01-23 14:20"),
        ({"text": "ok", "at": "2026-01-23T23:00"}, "has not come yet"),
        ({"text": "ok", "at": "2025-01-01T00:00"}, "not within the time"),
        ({"text": "ok", "place": "y" * 121}, "at most 120 characters"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(under_way: Mobilization, typed: dict[str, str], sentence: str) -> None:
    answer = Client().post(f"/send/ticker/{under_way.slug}/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert all(value.strip() in page for value in typed.values())
    assert not TickerEntry.objects.exists()


def test_nothing_is_sent_about_what_is_not_there_or_long_over(day: Mobilization, frozen: Clock) -> None:
    assert Client().get("/send/ticker/no-such-day/").status_code == 404
    assert Client().get(f"/send/ticker/{day.slug}/").status_code == 200
    frozen.set(2026, 6, 1)
    assert Client().get(f"/send/ticker/{day.slug}/").status_code == 404
    frozen.set(2026, 1, 23)
    hide(submission=day.post, paragraph=make.paragraph())
    assert Client().get(f"/send/ticker/{day.slug}/").status_code == 404


def test_the_page_asks_for_itself_only_while_the_day_is_under_way(day: Mobilization, frozen: Clock) -> None:
    entry(day)
    assert REFRESH not in live(day)
    set_phase(mobilization=day, phase=Phase.UNDER_WAY)
    page = live(day)
    assert REFRESH in page
    assert f'<a href="{day.path}live/still/">' in page
    still = live(day, "still/")
    assert REFRESH not in still
    assert "The gates are shut." in still
    assert "noindex" in still
    assert f'<script src="{script_address("live")}" defer></script>' in page
    assert "script-src 'self'; connect-src 'self'\"" in page
    set_phase(mobilization=day, phase=Phase.REPORT_BACK)
    for quiet in (still, live(day), live(day, "2026/01/16/"), made.lying(day.path)):
        assert "script-src 'none'" in quiet
        assert REFRESH not in quiet
        assert "<script src" not in quiet


def test_newest_first_by_day_and_each_day_has_a_page(under_way: Mobilization) -> None:
    entry(under_way, "Second", at=datetime(2026, 1, 23, 19, 0, tzinfo=UTC))
    entry(under_way, "Third", at=datetime(2026, 1, 23, 19, 30, tzinfo=UTC))
    entry(under_way, "First", at=datetime(2026, 1, 23, 5, 59, tzinfo=UTC))  # still Thursday in Chicago
    page = live(under_way)
    assert page.index("Third") < page.index("Second") < page.index("First")
    assert "First" in live(under_way, "2026/01/22/")
    assert "First" not in live(under_way, "2026/01/23/")


def test_who_checks_it_says_how_sure_it_is(under_way: Mobilization) -> None:
    one = entry(under_way)
    check_entry(entry=one, state=EntryState.CHECKED, by="member:1")
    assert "checked" in live(under_way).partition("entry checked")[2]
    with pytest.raises(ValidationError):
        check_entry(entry=one, state=EntryState.CORRECTED)
    check_entry(entry=one, state=EntryState.CORRECTED, correction="Only gate 2 is <shut>.")
    page = live(under_way)
    assert "The gates are shut." in page
    assert "Only gate 2 is &lt;shut&gt;." in page
    with pytest.raises(ValidationError):
        check_entry(entry=one, state="certain")


def test_hidden_or_withdrawn_it_leaves(under_way: Mobilization) -> None:
    one, other = entry(under_way, "Spam"), entry(under_way, "Taken back", place="Secret corner")
    assert "Spam" in live(under_way)
    hide(submission=one, paragraph=make.paragraph())
    withdraw_submission(submission=other)
    for page in (live(under_way), made.lying(under_way.path), made.lying(f"{under_way.path}live/feed.json")):
        assert "Spam" not in page
        assert "Taken back" not in page
    other.refresh_from_db()
    assert (other.text, other.place) == ("", "")
    atom = made.lying(f"{under_way.path}live/feed.atom")
    assert atom.count("deleted-entry") == 2


def test_held_it_waits_and_says_only_the_hour(under_way: Mobilization) -> None:
    make.site(admission=3)
    through_the_door(under_way.slug, text="Held back")
    held = TickerEntry.objects.get()
    assert (held.visibility, held.at.minute, held.sent.minute) == ("held", 0, 0)
    assert "Held back" not in live(under_way)


def test_the_organisers_judge_with_the_receipt_of_the_day(under_way: Mobilization) -> None:
    one = entry(under_way)
    client = Client()
    asked: dict[str, str] = {"receipt_for": under_way.post.public_id, "receipt_words": make.RECEIPT, "act": "ticker"}
    form = client.post("/receipt/open/", asked).content.decode()
    assert "The gates are shut." in form
    answer = client.post("/receipt/open/", asked | {"save": "yes", "entry": one.public_id, "state": "corroborated"})
    assert answer.status_code in (200, 303), answer.content.decode()
    one.refresh_from_db()
    assert one.state == EntryState.CORROBORATED
    other = entry(made.day("Another day"), "Elsewhere")
    client.post("/receipt/open/", asked | {"save": "yes", "entry": other.public_id, "state": "checked"})
    other.refresh_from_db()
    assert other.state == EntryState.UNVERIFIED


def test_machines_read_a_live_blog(under_way: Mobilization, frozen: Clock) -> None:
    one = entry(under_way, "</script><b>Gates</b>", place="Gate 2")
    frozen.move(minutes=7)
    check_entry(entry=one, state=EntryState.CORRECTED, correction="One gate.")
    page = live(under_way)
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert found
    data = json.loads(found[1])
    update = data["liveBlogUpdate"][0]
    assert data["@type"] == "LiveBlogPosting"
    assert data["coverageStartTime"] == "2026-01-23T00:00:00-06:00"
    assert update["articleBody"] == "</script><b>Gates</b>"
    assert update["correction"] == "One gate."
    assert update["datePublished"] < update["dateModified"]
    assert f'id="{update["url"].partition("#")[2]}"' in page


def test_its_feed_says_how_sure_each_is(under_way: Mobilization, frozen: Clock) -> None:
    one = entry(under_way, "The gates are shut.", place="Gate 2")
    make.settled()
    items = json.loads(made.lying(f"{under_way.path}live/feed.json"))["items"]
    assert items[0]["title"] == "[unverified] Gate 2: The gates are shut."
    frozen.move(minutes=7)
    check_entry(entry=one, state=EntryState.CHECKED)
    make.settled()
    after = json.loads(made.lying(f"{under_way.path}live/feed.json"))["items"][0]
    assert after["title"] == "Gate 2: The gates are shut."
    assert after["date_modified"] > after["date_published"]
    assert after["id"] == items[0]["id"]


def test_a_page_of_three_asks_no_more_than_a_page_of_one(under_way: Mobilization) -> None:
    rally = made.rally(under_way, "At the pier", city="Oakland")
    counts = []
    for number in (1, 2):
        for _ in range(number):
            entry(under_way, rally=rally)
            make.settled()
        with CaptureQueriesContext(connection) as asked:
            bake([under_way.part("live")])
        counts.append(len(asked))
    assert counts[0] == counts[1]


GATES = {"text": "The gates are shut.", "place": "Gate 2", "at": None}


@pytest.mark.parametrize(
    "changed, state",
    [
        ({"text": "The gates are open."}, EntryState.UNVERIFIED),
        ({"place": "Gate 3"}, EntryState.UNVERIFIED),
        ({"at": datetime(2026, 1, 23, 19, 0, tzinfo=UTC)}, EntryState.UNVERIFIED),
        ({"at": datetime(2026, 1, 23, 20, 5, tzinfo=UTC)}, EntryState.CHECKED),  # the minute it had
        ({}, EntryState.CHECKED),
    ],
)
def test_what_its_author_changes_is_unverified_again(under_way: Mobilization, changed: dict[str, Any], state: str) -> None:
    one = entry(under_way, place="Gate 2")
    check_entry(entry=one, state=EntryState.CHECKED)
    correct_submission(submission=one, words=GATES | changed)
    one.refresh_from_db()
    assert one.state == state
    assert (one.text, one.place) == ((GATES | changed)["text"], (GATES | changed)["place"])
