"""Feeds of a day of action, and what every feed says first of an event that does not take place as announced."""

import json
from collections.abc import Iterator

import pytest

from commonwire.calendar.cancel_event import cancel_event
from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.models import Mobilization
from commonwire.newswire.hide import hide
from commonwire.newswire.marks import MARKING, Mark
from commonwire.newswire.models import Post
from commonwire.newswire.withdraw import withdraw_post
from tests import make
from tests.conftest import Clock
from tests.mobilizations import made


@pytest.fixture
def day() -> Mobilization:
    make.site(zone="UTC", languages=["en", "es"])
    return made.day("No Boats, No Business")


def items(path: str) -> list[dict[str, str]]:
    make.settled()
    found: list[dict[str, str]] = json.loads(made.lying(f"{path}feed.json"))["items"]
    return found


def titles(path: str) -> set[str]:
    return {each["title"] for each in items(path)}


def test_a_day_has_its_three_feeds_in_each_language(day: Mobilization) -> None:
    let_belong(post=make.post("Pickets hold"), mobilization=day)
    make.event("A rally is in the calendar")
    assert titles(day.path) == titles(f"/es{day.path}") == {"Pickets hold", "No Boats, No Business"}
    for ending, mark in (("rss", "<rss"), ("atom", "<feed")):
        content = made.lying(f"{day.path}feed.{ending}")
        assert mark in content
        assert "Pickets hold" in content
    page = made.lying(f"{day.path}coverage/")
    assert f'href="{day.path}feed.atom"' in page


def test_rallies_are_left_to_the_calendar(day: Mobilization) -> None:
    made.rally(day, "At the pier")
    assert titles(day.path) == {"No Boats, No Business"}


def test_what_is_hidden_or_withdrawn_leaves_a_grave(day: Mobilization) -> None:
    one, other = make.post("Spam"), make.post("Taken back")
    for post in (one, other):
        let_belong(post=post, mobilization=day)
    make.settled()
    hide(submission=one, paragraph=make.paragraph())
    assert titles(day.path) == {"Taken back", "No Boats, No Business"}
    withdraw_post(post=other)
    assert titles(day.path) == {"No Boats, No Business"}
    atom = made.lying(f"{day.path}feed.atom")
    graves = atom.partition("deleted-entry")[2]
    assert one.short_path in graves
    assert other.short_path in graves
    assert "Spam" not in atom
    assert "Taken back" not in atom


def test_when_the_day_is_hidden_its_feeds_are_gone(day: Mobilization) -> None:
    make.settled()
    assert made.status(f"{day.path}feed.rss") == 200
    hide(submission=day.post, paragraph=make.paragraph())
    make.settled()
    assert made.status(f"{day.path}feed.rss") == made.status(f"/es{day.path}feed.json") == 404


@pytest.fixture
def marked() -> Iterator[None]:
    """A room above knows something that must be read first."""
    known = list(MARKING)
    MARKING.append(lambda posts: {post.pk: Mark("moved", "MOVED", "Now at <pier> 5.") for post in posts if "pier 4" in post.headline})
    yield
    MARKING[:] = known


def test_a_mark_stands_before_title_summary_and_text(marked: None) -> None:
    make.site(zone="UTC", languages=["en"])
    make.post("Meeting at pier 4", summary="All are invited.")
    make.post("Another")
    entry = next(each for each in items("/newswire/") if "pier 4" in each["title"])
    assert entry["title"] == "MOVED: Meeting at pier 4"
    assert entry["summary"] == "Now at <pier> 5. All are invited."
    assert entry["content_html"].startswith("<p><b>MOVED.</b> Now at &lt;pier&gt; 5.</p>")
    assert "Another" in titles("/newswire/")


def test_a_cancelled_event_says_so_in_the_calendars_feed(frozen: Clock) -> None:
    make.site(zone="UTC", languages=["en", "es"])
    event = make.event("Vigil", place="Pier 4")
    assert titles("/calendar/") == {"Vigil"}
    before = items("/calendar/")[0]
    frozen.move(minutes=10)
    cancel_event(event=event, note="The hall is closed.")
    after = items("/calendar/")[0]
    assert after["title"] == "CANCELLED: Vigil"
    assert after["date_modified"] > after["date_published"] == before["date_published"]
    assert after["id"] == before["id"]
    assert "The hall is closed." in after["content_html"]
    assert "CANCELLED: Vigil" in made.lying("/calendar/feed.atom")
    assert Post.objects.get().headline == "Vigil"
