"""The screens of the desk, used as a browser without scripts uses them."""

import io
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commonwire.newswire.models import Post
from commonwire.subscriptions.accept_taken import accept_taken
from commonwire.subscriptions.models import Source, TakenEvent
from tests import make
from tests.accounts.make import browser, someone
from tests.newswire.door import Form, forms
from tests.subscriptions.calendars import calendar, event, row, source, states, take_in

DESK = "/desk/calendars/"
UPLOAD, FOLLOW = f"{DESK}upload/", f"{DESK}follow/"


@pytest.fixture
def client() -> Client:
    return browser(someone("Egret", "editor"))


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def the_form(told: str, where: str) -> Form:
    """The first that leads there; others on the page hold a button or two."""
    return next(form for form in forms(told) if form.action == where)


def send(client: Client, form: Form, status: int = 303, **more: object) -> str:
    """Where it leads to, or the page that came instead."""
    answer = client.post(form.action, {**form.data, **more})
    assert answer.status_code == status, answer.content.decode()
    return str(answer.headers["Location"]) if status == 303 else answer.content.decode()


def file(content: bytes, name: str = "our secret meetings.ics") -> io.BytesIO:
    upload = io.BytesIO(content)
    upload.name = name
    return upload


def of(harbor: Source) -> str:
    return f"{DESK}of/{harbor.public_id}/"


def one(uid: str = "one") -> str:
    return f"{DESK}event/{row(uid).public_id}/"


@pytest.mark.parametrize("path", [DESK, UPLOAD, FOLLOW, f"{DESK}of/x/", f"{DESK}event/x/"])
def test_members_only(path: str) -> None:
    assert browser().get(path).headers["Location"].startswith("/desk/sign-in/")
    assert browser().post(path).headers["Location"].startswith("/desk/sign-in/")


def test_moderators_decide_and_upload_but_follow_nothing() -> None:
    client = browser(someone())
    harbor = source()
    assert [client.get(path).status_code for path in (DESK, UPLOAD, of(harbor), FOLLOW)] == [200, 200, 200, 403]
    assert client.post(of(harbor), {"act": "drop"}).status_code == 403
    assert Source.objects.count() == 1 and "Drop this calendar" not in page(client, of(harbor))


def test_an_uploaded_file_waits_and_leaves_nothing_behind(client: Client) -> None:
    region = make.region("Harbor")
    form = the_form(page(client, UPLOAD), UPLOAD).fill(name="Harbor Council", regions=region.slug)
    where = send(client, form, file=file(calendar(event("one", SUMMARY="Rally"), event("two", "garbage"))))
    harbor = Source.objects.get()
    assert (where, harbor.url, [*harbor.regions.all()], states(harbor)) == (of(harbor), "", [region], {"one": "held"})
    told = page(client, where)
    assert "Gathering two: When it begins was not understood" in told and "1 event waits for you" in told
    assert [path for path in Path(settings.DATA_DIR).rglob("*") if "quarantine" in path.parts and path.is_file()] == []
    assert "secret meetings" not in told


def test_a_second_file_of_the_same_calendar(client: Client) -> None:
    harbor = source()
    take_in(harbor, event("one"))
    form = the_form(page(client, UPLOAD), UPLOAD).fill(source=harbor.public_id)
    send(client, form, file=file(calendar(event("one", SUMMARY="Renamed"), event("two"))))
    assert (Source.objects.count(), states(harbor), row("one").taken.summary) == (1, {"one": "held", "two": "held"}, "Renamed")


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"Dear friends", "Harbor", "This is not a calendar file"),
        (b"", "Harbor", "This is not a calendar file"),
        (b"BEGIN:VCALENDAR" + b" " * 5_000_001, "Harbor", "five megabytes at most"),
        (calendar(event()), "", "Give the calendar a name"),
        (calendar(event()), "Taken already", "There is a calendar of this name already"),
        (None, "Harbor", "Choose a file."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Client, content: bytes | None, name: str, words: str) -> None:
    source("Taken already")
    make.topic("Housing")
    form = the_form(page(client, UPLOAD), UPLOAD).fill(name=name, topics="housing", past="on")
    told = send(client, form, 422, **({} if content is None else {"file": file(content)}))
    again = the_form(told, UPLOAD)
    assert words in told and (again["name"], again["topics"], again["past"]) == ([name], ["housing"], ["on"])
    assert Source.objects.count() == 1


def test_a_calendar_is_followed_changed_and_dropped(client: Client) -> None:
    form = the_form(page(client, FOLLOW), FOLLOW).fill(url="webcal://harbor.example.org/c.ics", name="Harbor", hours="12")
    where = send(client, form)
    harbor = Source.objects.get()
    assert (harbor.url, harbor.hours, harbor.trusted, harbor.next_look is not None) == ("https://harbor.example.org/c.ics", 12, False, True)
    form = the_form(page(client, where), where)
    assert (form["url"], form["hours"], form["paused"]) == (["https://harbor.example.org/c.ics"], ["12"], [])
    send(client, form.fill(trusted="on", paused="on", name="Harbor Council"), act="save")
    harbor.refresh_from_db()
    assert (harbor.name, harbor.trusted, harbor.paused, harbor.next_look) == ("Harbor Council", True, True, None)
    assert send(client, the_form(page(client, where), where), act="drop") == DESK
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://harbor.example.org/c.ics", "Only addresses that begin with https:// are followed."),
        ("https://127.0.0.1/c.ics", "An address of numbers is not followed."),
        ("https://printer.local/", "exists only within"),
        ("https://harbor.example.org:8080/", "Only the usual ports"),
        ("file:///etc/passwd", "This is not an address that can be followed."),
        ("https://you:secret@harbor.example.org/", "This is not an address that can be followed."),
        ("", "Give the address of the calendar."),
        ("harbor.example.org/taken.ics", "This address is followed already."),
    ],
)
def test_an_address_that_cannot_be_followed(client: Client, url: str, words: str) -> None:
    source("Other", url="https://harbor.example.org/taken.ics")
    told = send(client, the_form(page(client, FOLLOW), FOLLOW).fill(url=url, name="Harbor", hours="24"), 422)
    again = the_form(told, FOLLOW)
    assert words in told and (again["url"], again["name"], again["hours"]) == ([url], ["Harbor"], ["24"])


def test_accepted_by_ticking(client: Client) -> None:
    harbor = source()
    take_in(harbor, event("one"), event("two"), event("three"))
    region = make.region("Coast")
    form = the_form(page(client, DESK), DESK).fill(taken=[row("one").public_id, row("three").public_id], placed="on", regions=region.slug)
    assert send(client, form, act="accept") == f"{DESK}?done=2"
    assert states(harbor) == {"one": "accepted", "two": "held", "three": "accepted"}
    assert [[*post.regions.all()] for post in Post.objects.all()] == [[region], [region]]
    assert "Done with 2 events." in page(client, f"{DESK}?done=2")


def test_refused_by_ticking_within_one_calendar(client: Client) -> None:
    harbor, other = source(), source("Other")
    take_in(harbor, event("one"))
    take_in(other, event("two"))
    here = f"{DESK}?of={harbor.public_id}"
    told = page(client, here)
    assert "Gathering one" in told and "Gathering two" not in told
    assert send(client, the_form(told, here).fill(taken=row("one").public_id), act="refuse") == f"{here}&done=1"
    assert states(harbor) == {"one": "refused"}


def test_what_will_not_go_is_said_and_stays_ticked(client: Client) -> None:
    take_in(source(), event("one"), event("two", RRULE="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
    ids = [row("one").public_id, row("two").public_id]
    told = send(client, the_form(page(client, DESK), DESK).fill(taken=ids), 422, act="accept")
    assert "Gathering two: This rule gives no date in the next ten years." in told
    assert (row("one").state, the_form(told, DESK)["taken"]) == ("accepted", [row("two").public_id])


@pytest.mark.parametrize("given", [{}, {"taken": "nothing", "act": "accept"}, {"act": "explode"}, {"taken": ["x" * 5000], "act": "refuse"}])
def test_nothing_chosen_is_said(client: Client, given: dict[str, object]) -> None:
    take_in(source(), event("one"))
    answer = client.post(DESK, given)
    assert answer.status_code == 422 and "Choose at least one event that waits for this." in answer.content.decode()


def test_one_event_in_full(client: Client) -> None:
    region = make.region("Coast")
    harbor = source(regions=[region])
    take_in(
        harbor,
        event("one", RRULE="FREQ=WEEKLY;COUNT=3", LOCATION="Pier 4", DESCRIPTION="<script>alert(1)</script>\\nBring soup", STATUS="MAYBE"),
    )
    told = page(client, one())
    for words in ("Pier 4", "Fri 23 Jan 2026, 19:00", "every", "Bring soup", "Its state “MAYBE” was not understood."):
        assert words in told
    assert "<script>alert" not in told
    form = the_form(told, one())
    assert form["regions"] == [region.slug]
    send(client, form.fill(regions=None), act="accept")
    made = row().event
    assert made and [*made.post.regions.all()] == []


def test_a_duplicate_by_its_address(client: Client) -> None:
    rally = make.event("Rally")
    take_in(source(), event("one"), event("two"))
    told = client.post(one(), {"act": "duplicate", "of": "https://wire.example.org/no/such/"})
    assert told.status_code == 422 and "No event was found at this address." in told.content.decode()
    assert client.post(one(), {"act": "duplicate", "of": f"https://wire.example.org{rally.post.path}"}).status_code == 303
    assert (row("one").state, row("one").twin) == ("duplicate", rally)
    proposed = row("two")
    answer = client.post(DESK, {"act": "duplicate", "taken": proposed.public_id})
    assert "Open it and give the address of the event that it duplicates." in answer.content.decode()


def test_a_change_is_shown_word_by_word_and_followed(client: Client) -> None:
    harbor = source()
    take_in(harbor, event("one", SUMMARY="Rally at the pier"))
    accept_taken(taken=row())
    take_in(harbor, event("one", "20260123T200000", SUMMARY="Rally at the bridge"))
    told = page(client, DESK)
    assert "<del>" in told and "<ins>" in told and "<b>When:</b>" in told
    assert "<h2>What its calendar changed</h2>" in page(client, one())
    send(client, the_form(told, DESK).fill(taken=row().public_id), act="accept")
    assert Post.objects.get().headline == "Rally at the bridge"


def test_what_left_its_calendar(client: Client) -> None:
    harbor = source()
    take_in(harbor, event("one"), event("two"))
    for uid in ("one", "two"):
        accept_taken(taken=row(uid))
    take_in(harbor)
    told = page(client, DESK)
    assert "No longer listed" in told
    send(client, the_form(told, DESK).fill(taken=row("one").public_id), act="cancel")
    client.post(one("two"), {"act": "keep"})
    first, second = row("one").event, row("two").event
    assert first and second and (first.state, second.state, states(harbor)) == ("cancelled", "scheduled", {"one": "kept", "two": "kept"})


def test_an_act_that_came_too_late(client: Client) -> None:
    take_in(source(), event("one"))
    accept_taken(taken=row())
    answer = client.post(one(), {"act": "refuse"})
    assert answer.status_code == 422 and "This does not fit any more: it is accepted." in answer.content.decode()
    assert client.post(f"{DESK}event/nobody/").status_code == 404


def test_a_long_queue_goes_on(client: Client) -> None:
    take_in(source(), *(event(f"e{number:02}", f"20260201T{number % 24:02}{number // 24:02}00") for number in range(60)))
    first = page(client, DESK)
    last = TakenEvent.objects.all()[49]
    assert first.count('name="taken"') == 50 and f"?queue=held&amp;after={last.public_id}" in first
    assert page(client, f"{DESK}?queue=held&after={last.public_id}").count('name="taken"') == 10


def test_one_and_many_take_the_same_number_of_queries(client: Client) -> None:
    harbor, counts = source(), []
    take_in(harbor, event("one"))
    for name in ("Other", "Third"):
        with CaptureQueriesContext(connection) as counted:
            page(client, DESK)
        counts.append(len(counted))
        take_in(harbor, event("one"), event("two"), event("three"))
        take_in(source(name), event(name))
    assert counts[0] == counts[1]
