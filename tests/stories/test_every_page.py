"""Every kind of page, light and dark, wide and narrow: nothing inaccessible, nothing cut off, nobody else asked, nothing kept."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.guarantees.sender import Answer, Sender, answers
from tests.house.serving import Served
from tests.media.pictures import quarters, saved
from tests.newswire.door import body, the_form

pytestmark = pytest.mark.browser
PARTS = ("demands", "rallies", "map", "calendar", "endorsements", "pledges", "press", "coverage", "live", "turnout")
PHOTO = saved(quarters(900, 700), "JPEG")
RELEASE = (
    "NO WORK NO SCHOOL\nFOR IMMEDIATE RELEASE\nAda Quay, Dockers Local 7, organizer\n\nHARBOR – We strike on Friday, see "
    "https://example.org/a-very-long-address-without-any-break/that-goes-on-and-on-and-on-for-ever.\n\n"
    "• bread\n• roses\n\n###\nWe are dockers."
)
FULL = {
    "headline": "Harborfrontworkersunionrepresentatives meet at the quay",
    "byline": "Ada",
    "summary": "A summary of what happened.",
    "body": "# What happened\n\nText with "
    "https://example.org/a-very-long-address-without-any-break/that-goes-on-and-on-and-on.\n\n> quoted\n\n1. one\n2. two\n\n" + "W" * 90,
    "related_url": "https://example.org/related",
    "media_title_1": "Film",
    "media_url_1": "https://video.example.org/1",
    "credit": "Production of Low Tide",
    "credit_url": "https://radio.example.org/",
}


def _location(answer: Answer) -> str:
    return {name.lower(): value for name, value in answer.headers.items()}["location"]


def _organising(one: Sender, day: date, times: dict[str, str]) -> dict[str, str | tuple[str, dict[str, object]]]:
    """A day of action with a rally, an organisation and an entry in its ticker; the pages of all that."""
    given = {
        "first_day": date.today().isoformat(),
        "action_zone": "Europe/Berlin",
        "called_by": "Dockers",
        "ways": "no-work",
        "slogan": "Nine",
    }
    given |= {
        "demands": "Bread\nRoses → the harbor board",
        "pledge_name": "Fair Firm",
        "pledge_terms": "To keep nine.",
        "press_contact": "Ada",
    }
    action = _location(one.publish(where="/publish/action/", **body(headline="No Boats", kind="action", **given)))
    slug = action.strip("/").split("/")[-1]
    today = times | {"start_date": date.today().isoformat(), "about_action": slug, "city": "Harbor", "point": "53.5, 9.9", "type": "rally"}
    rally = _location(one.publish(where="/publish/event/", **body(headline="Rally at the quay", kind="event", **today)))
    profile = one.post("/send/organisation/-/", {"name": "Dockers Local 7", "kind": "union"}).text
    body_at = _location(one.post("/send/organisation/-/", the_form(profile, "/send/").data | {"act": "publish"}))
    entry = one.post(f"/send/ticker/{slug}/", {"text": "The gates are shut."}).text
    one.post(f"/send/ticker/{slug}/", the_form(entry, "/send/").data | {"act": "publish"})
    return {
        "calendar week": f"/calendar/{day:%G}/w{day:%V}/",
        "calendar map": "/calendar/map/",
        "calendar of a type": "/calendar/type/rally/",
        "calendar filter": "/calendar/filter/?type=rally",
        "actions": "/actions/",
        "action": action,
        "rally": rally,
        **{f"action {part}": f"{action}{part}/" for part in PARTS},
        "organisations": "/organisations/",
        "organisation": body_at,
        "prove": f"{body_at}prove/",
        "action form": "/publish/action/",
        "rally form": f"/publish/for/{slug}/event/",
        "endorse": f"/send/endorsement/{slug}/",
        "endorse with errors": (f"/send/endorsement/{slug}/", {"name": ""}),
        "endorse preview": (f"/send/endorsement/{slug}/", {"name": "Dockers Local 7"}),
        "pledge": f"/send/pledge/{slug}/",
        "estimate": f"/send/estimate/{slug}/",
    }


@pytest.fixture(scope="module")
def places(served: Served) -> dict[str, str | tuple[str, dict[str, object]]]:
    """Kinds of page → where; a pair is an address and the form that is sent to it."""
    answers(served.url)
    names = {f"upload_{n}": ("x.jpg", PHOTO) for n in (1, 2, 3)}
    said = {f"upload_{word}_{n}": f"{word} {n}" for n in (1, 2, 3) for word in ("alt", "caption", "credit")}
    for command in (["site", "name=Harbor Wire", "tagline=News and tides", "languages=en,es"],):
        served.command(*command)
    one = Sender(served.url)
    full = one.preview(names, **FULL, **said)
    article = _location(one.post("/publish/send/", full.data))
    receipt_form = one.preview(headline="Taken back")
    receipt_page = one.post("/publish/preview/", body(headline="Taken back", draft=receipt_form["draft"][0])).text
    gone = _location(one.post("/publish/send/", receipt_form.data))
    words = " ".join(part.split("</span>")[0] for part in receipt_page.split('class="words"')[1].split("</p>")[0].split("<span>")[1:])
    held = _location(one.post("/publish/send/", one.preview(headline="Held").fill(website="x").data))
    other = one.preview(headline="Kept open")
    other_words = " ".join(
        p.split("</span>")[0]
        for p in one.post("/publish/preview/", other.data).text.split('class="words"')[1].split("</p>")[0].split("<span>")[1:]
    )
    opened = _location(one.post("/publish/send/", other.data))
    keys: dict[str, object] = {"receipt_for": opened, "receipt_words": other_words}
    day = date.today() + timedelta(days=1)
    times = {
        "start_date": day.isoformat(),
        "start_time": "18:30",
        "end_time": "20:00",
        "zone": "Europe/Berlin",
        "place": "Pier 4",
        "access": "step-free",
    }
    event = _location(one.publish(where="/publish/event/", **body(headline="Rally", kind="event", **times)))
    folded = _location(one.publish(names, headline="Folded", content_note="violence", **said))
    release = _location(one.publish(headline="Release", kind="press-release", body=RELEASE))
    where = the_form(one.get(article).text, "/comment/").action
    for kind in ("comment", "addition"):
        talk = one.post(where, {"kind": kind, "body": "I saw it.", "title": "Seen", "byline": "Bo"}).text
        one.post(where, the_form(talk, "/comment/").data | {"act": "publish"})
    withdrawn = one.post("/receipt/open/", {"receipt_for": gone, "receipt_words": words, "act": "withdraw", "sure": "yes"})
    assert withdrawn.status == 303
    served.command("bake")
    return {
        "front": "/",
        "front es": "/es/",
        "list": "/newswire/",
        "list of a medium": "/newswire/medium/photo/",
        "month": f"/newswire/{date.today():%Y/%m}/",
        "article": article,
        "release": release,
        "folded": folded,
        "event": event,
        "gone": gone,
        "held": held,
        "404": "/nowhere/",
        "calendar": "/calendar/",
        "calendar month": f"/calendar/{day:%Y/%m}/",
        "calendar day": f"/calendar/{day:%Y/%m/%d}/",
        **_organising(one, day, times),
        "features": "/features/",
        "regions": "/regions/",
        "about": "/about/",
        "feeds": "/feeds/",
        "hidden": "/hidden/",
        "publish": "/publish/",
        "publish es": "/es/publish/",
        "event form": "/publish/event/",
        "receipt": "/receipt/",
        "search": "/search/",
        "filter": "/newswire/filter/?medium=photo",
        "publish with errors": ("/publish/preview/", {"headline": "", "related_url": "javascript:x", "media_title_1": "x"}),
        "event with errors": ("/publish/event/preview/", {"headline": "", "start_date": "x"}),
        "preview": ("/publish/preview/", body(**FULL | {"body": RELEASE})),
        "comment preview": (where, {"kind": "comment", "body": "Talk", "title": "T"}),
        "comment with errors": (where, {"kind": "comment", "body": ""}),
        "receipt wrong": ("/receipt/open/", {"receipt_for": "x", "receipt_words": "y"}),
        "receipt choices": ("/receipt/open/", keys),
        "correct": ("/receipt/open/", keys | {"act": "correct"}),
        "part": ("/receipt/open/", keys | {"act": "part"}),
        "withdraw": ("/receipt/open/", keys | {"act": "withdraw"}),
    }


KINDS = (
    """front|front es|list|list of a medium|month|article|release|folded|event|gone|held|404|calendar|calendar month
calendar day|calendar week|calendar map|calendar of a type|calendar filter|actions|action|rally|organisations|organisation|prove
action form|rally form|endorse|endorse with errors|endorse preview|pledge|estimate
features|regions|about|feeds|hidden|publish|publish es|event form|receipt|search|filter
publish with errors|event with errors|preview|comment preview|comment with errors|receipt wrong|receipt choices
correct|part|withdraw""".replace("\n", "|").split("|")
    + [f"action {part}" for part in PARTS]
)


class Watched:
    """A window that notes whoever else is asked, every cookie, and what the policy forbade."""

    def __init__(self, context: BrowserContext, served: Served) -> None:
        self.page: Page = context.new_page()
        self.context, self.served = context, served
        self.elsewhere: list[str] = []
        self.forbidden: list[str] = []
        self.page.on("request", lambda asked: None if asked.url.startswith((served.url, "data:")) else self.elsewhere.append(asked.url))
        self.page.on("console", lambda said: self.forbidden.append(said.text) if "Content Security Policy" in said.text else None)

    def open(self, place: str | tuple[str, dict[str, object]]) -> None:
        if isinstance(place, str):
            self.page.goto(f"{self.served.url}{place}")
            return
        address, data = place
        answer = Sender(self.served.url).post(address, data)
        headers = {
            name.lower(): value for name, value in answer.headers.items() if name.lower() not in ("content-length", "content-encoding")
        }

        def give(route: Route) -> None:
            route.fulfill(status=answer.status, headers=headers, body=answer.text)

        self.page.route(f"{self.served.url}{address}", give)
        self.page.goto(f"{self.served.url}{address}")
        self.page.unroute(f"{self.served.url}{address}")


@pytest.fixture(scope="module")
def wide(browser: Browser, served: Served) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    yield Watched(context, served)
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_page(kind: str, places: dict[str, str | tuple[str, dict[str, object]]], wide: Watched, axe: Callable[[Page], list[str]]) -> None:
    page, found = wide.page, []
    wide.elsewhere.clear()
    wide.forbidden.clear()
    page.set_viewport_size({"width": 1280, "height": 900})
    wide.open(places[kind])
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme} 1280: {each}" for each in axe(page)]
    page.set_viewport_size({"width": 390, "height": 844})
    found += [f"390: {each}" for each in axe(page)]
    page.set_viewport_size({"width": 320, "height": 700})
    if page.evaluate("document.documentElement.scrollWidth") > 320:
        found.append(f"scrolls sideways at 320: {page.evaluate(WIDE)}")
    found += [f"asked {url}" for url in wide.elsewhere] + [f"policy: {text}" for text in wide.forbidden]
    found += [f"cookie {cookie.get('name')}" for cookie in wide.context.cookies()]
    assert not found, "\n".join(found)


WIDE = """[...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > 321 && !each.closest('nav'))
.slice(0, 5).map(each => each.tagName + '.' + each.className)"""
