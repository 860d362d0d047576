"""The live page of a day of action in a browser: entries appear where one reads; without JavaScript it loads itself anew."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.guarantees.sender import Sender, answers
from tests.house.serving import Served
from tests.newswire.door import the_form

pytestmark = pytest.mark.browser
LATER = 16_000  # milliseconds: past the moment at which the page looks again
FORBIDDEN = "Content Security Policy"
REFRESH = "meta[http-equiv=refresh]"


@pytest.fixture(scope="module")
def live(served: Served) -> str:
    """A day of action that is today, with enough entries to scroll through."""
    answers(served.url)
    one = Sender(served.url)
    call: dict[str, Any] = {
        "headline": "The tide stands still",
        "first_day": date.today().isoformat(),
        "action_zone": "UTC",
        "phase": "under-way",
    }
    answer = one.publish(where="/publish/action/", kind="action", body="Nothing sails.", **call)
    address = {name.lower(): value for name, value in answer.headers.items()}["location"]
    for number in range(12):
        say(served, address, f"Entry {number}")
    return f"{address}live/"


def say(served: Served, day: str, text: str) -> None:
    one, where = Sender(served.url), f"/send/ticker/{day.rstrip('/').removesuffix('/live').rsplit('/', 1)[-1]}/"
    form = the_form(one.post(where, {"text": text, "place": "", "at": ""}).text, "/send/ticker/")
    assert one.post(form.action, form.data | {"act": "publish"}).status == 303
    for _look in range(100):
        if text in one.get(f"{day.rstrip('/').removesuffix('/live')}/live/").text:
            return
    raise AssertionError(f"{text!r} never came")


class Reading:
    """A reader's window on the page, whose clock the test turns."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.loads = page, 0
        self.forbidden: list[str] = []
        self.answered: list[int] = []
        page.on("console", lambda said: self.forbidden.append(said.text) if FORBIDDEN in said.text else None)
        page.on("pageerror", lambda error: self.forbidden.append(str(error)))
        page.on("load", lambda _page: setattr(self, "loads", self.loads + 1))
        page.on("response", lambda each: self.answered.append(each.status) if each.request.resource_type == "fetch" else None)
        page.clock.install()
        page.goto(address)

    def later(self) -> None:
        """Turn its clock until it has looked once more."""
        with self.page.expect_response(lambda each: each.request.resource_type == "fetch"):
            self.page.clock.fast_forward(LATER)


@pytest.fixture
def reading(open_context: Callable[..., BrowserContext], served: Served, live: str) -> Iterator[Reading]:
    context = open_context(reduced_motion="reduce")
    one = Reading(context.new_page(), served.url + live)
    yield one
    assert one.forbidden == []
    assert one.loads == 1
    assert context.cookies() == []
    assert one.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_an_entry_appears_without_loading_anew(reading: Reading, served: Served, live: str) -> None:
    page = reading.page
    expect(page.locator(REFRESH)).to_have_count(0)
    say(served, live, "The gates are shut.")
    reading.later()
    expect(page.get_by_text("The gates are shut.")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("1 new entry")
    expect(page.locator(".entry.new")).to_have_count(1)
    reading.later()
    expect(page.get_by_role("status")).to_have_text("")
    assert reading.answered == [200, 304]
    say(served, live, "A whistle at Pier 4.")
    say(served, live, "The ferry turns.")
    reading.later()
    expect(page.get_by_role("status")).to_have_text("2 new entries")


def test_what_is_being_read_stays_where_it_is(reading: Reading, served: Served, live: str) -> None:
    page = reading.page
    page.set_viewport_size({"width": 390, "height": 500})
    read = page.locator(".entry", has_text=re.compile(r"Entry 3\b"))
    read.evaluate("each => each.scrollIntoView({block: 'start'})")
    before = read.bounding_box()
    say(served, live, "Above everything.")
    reading.later()
    expect(page.get_by_role("status")).to_have_text("1 new entry")
    after = read.bounding_box()
    assert before and after
    assert abs(before["y"] - after["y"]) < 2
    page.evaluate("scrollTo(0, 0)")
    at_top = page.evaluate("scrollY")
    say(served, live, "Seen at the top.")
    reading.later()
    expect(page.get_by_text("Seen at the top.")).to_be_visible()
    assert page.evaluate("scrollY") == at_top


def test_nobody_looks_while_the_tab_is_hidden(reading: Reading, served: Served, live: str) -> None:
    page = reading.page
    hide = "hidden => { Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});"
    hide += " document.dispatchEvent(new Event('visibilitychange')); }"
    page.evaluate(hide, True)
    page.clock.fast_forward(10 * LATER)
    assert reading.answered == []
    say(served, live, "While you were away.")
    page.evaluate(hide, False)
    expect(page.get_by_text("While you were away.")).to_be_visible()


def test_when_the_site_is_away_it_waits_and_goes_on(reading: Reading, served: Served, live: str) -> None:
    page = reading.page
    page.route("**/live/", lambda route: route.fulfill(status=503, body="away"))
    reading.later()
    expect(page.get_by_text("Entry 3", exact=True)).to_be_visible()
    page.unroute("**/live/")
    say(served, live, "Back again.")
    page.clock.fast_forward(2 * LATER)
    expect(page.get_by_text("Back again.")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("1 new entry")


def test_without_javascript_the_page_loads_itself_anew(page_without_javascript: Page, served: Served, live: str) -> None:
    page = page_without_javascript
    page.goto(served.url + live)
    assert page.locator(REFRESH).get_attribute("content") == "60"
    page.goto(f"{served.url}{live}still/")
    expect(page.locator(REFRESH)).to_have_count(0)


def test_it_is_accessible_when_entries_arrived(reading: Reading, served: Served, live: str, axe: Callable[[Page], list[str]]) -> None:
    say(served, live, "Read it aloud.")
    reading.later()
    expect(reading.page.get_by_role("status")).to_have_text("1 new entry")
    look = partial(axe, reading.page)
    for scheme in ("light", "dark"):
        reading.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert look() == []


def test_the_policy_is_that_of_this_address_alone(served: Served, live: str) -> None:
    one = Sender(served.url)
    policies = {
        path: one.get(path).headers["content-security-policy"] for path in (live, f"{live}still/", live.removesuffix("live/"), "/nowhere/")
    }
    assert [("script-src 'self'" in policy, "script-src 'none'" in policy) for policy in policies.values()] == [(True, False)] + 3 * [
        (False, True)
    ]
