"""Composing through the door, as a browser without scripts: a form is read, filled in, sent, and read again."""

import io
import re
from typing import Any

import pytest
from django.test import Client

from commonwire.features import queries
from commonwire.features.models import Feature
from commonwire.ledger.models import Entry
from commonwire.media.models import File
from commonwire.newswire.models import Post
from commonwire.press.bake import shelf
from tests import make
from tests.accounts.make import Someone, browser, someone
from tests.media.pictures import quarters, saved
from tests.newswire.door import Form, the_form

NEW = "/desk/features/new/"


@pytest.fixture
def egret() -> Someone:
    return someone("Egret", "editor")


@pytest.fixture
def client(egret: Someone) -> Client:
    return browser(egret)


def opened(client: Client, path: str = NEW) -> Form:
    answer = client.get(path)
    assert answer.status_code == 200, answer.content.decode()
    return the_form(answer.content.decode(), "/desk/features/")


def press(client: Client, form: Form, act: str, status: int = 200, **files: Any) -> str:
    answer = client.post(form.action, {**form.data, "act": act, **files})
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def again(client: Client, form: Form, act: str, status: int = 200, **files: Any) -> Form:
    return the_form(press(client, form, act, status, **files), "/desk/features/")


def saved_at(client: Client, form: Form) -> str:
    answer = client.post(form.action, {**form.data, "act": "save"})
    assert answer.status_code == 303, answer.content.decode()
    return str(answer.headers["Location"])


def baked(path: str) -> str:
    return (shelf().read(path) or b"").decode()


def body_of(page: str) -> str:
    """The article alone, without what only the page or only its preview has around and below it."""
    found = re.search(r"<article[^>]*>(.*?)<p class=\"meta\">(?:by|<a href=\"[^\"]*history/|</p>)", page, re.S)
    assert found, page
    return "\n".join(line for line in (line.strip() for line in found[1].split("\n")) if line)


def test_only_editors_compose() -> None:
    assert browser().get(NEW).headers["Location"] == "/desk/sign-in/?next=%2Fdesk%2Ffeatures%2Fnew%2F"
    assert browser(someone()).get(NEW).status_code == browser(someone("Gull")).get("/desk/features/").status_code == 403


def test_composed_previewed_and_published(client: Client, egret: Someone) -> None:
    make.topic("Labor")
    source = make.post("Not one boat sailed", body="First.\n\nNot one boat sailed today.", byline="Jo")
    form = opened(client).fill(
        headlines="Harbor stands still\n\n  No boats,  no business\nHarbor stands still",
        byline="the collective",
        body="It was **silent**.\n\n[quote 1]\n\nMore follows.",
        phase="live",
        topics="labor",
        summary="In short.",
    )
    form.fill(**{"row-0-label": "Coverage", "row-0-kind_first": "event", "link-0-0-label": "Port", "link-0-0-target": "port.example/a"})
    form = again(client, form.fill(find="BOAT sailed"), "find")
    form = again(client, form.fill(pick=source.public_id, pick_row="0"), "picks")
    assert (form["link-0-1-kind"], form["link-0-1-label"], form["link-0-1-target"]) == (["article"], [source.headline], [source.path])
    form = again(client, form.fill(**{"link-0-1-label": "Nothing moved"}), "quotation")
    form.fill(**{"quotation-0-words": "not one boat", "quotation-0-speaker": "Jo", "quotation-0-source": source.public_id})
    preview = press(client, form, "preview")
    assert not Feature.objects.exists()
    path = saved_at(client, the_form(preview, "/desk/features/"))
    page = baked(path)
    assert body_of(preview) == body_of(page)
    for said in (
        '<h1 dir="auto">Harbor stands still</h1><p dir="auto">No boats, no business</p><p dir="auto" aria-hidden="true">Harbor stands',
        '<span class="phase live">Live</span>',
        f'<footer>Jo, <a href="{source.path}#p2">Not one boat sailed, paragraph 2</a></footer>',
        '<span class="kind">event</span> <b class="label">Coverage</b>',
        '<a href="https://port.example/a" dir="auto" rel="nofollow noopener noreferrer">Port</a>',
        f'<span class="kind">article</span> <a href="{source.path}" dir="auto">Nothing moved</a>',
        "It was <strong>silent</strong>.",
    ):
        assert said in page
    feature = Feature.objects.get()
    assert (feature.post.summary, feature.post.byline, [place.slug for place in feature.post.topics.all()]) == (
        "In short.",
        "the collective",
        ["labor"],
    )
    assert Entry.objects.get(verb="feature.composed").by == f"member:{egret.member.pk}"


def test_sent_twice_is_one_feature(client: Client) -> None:
    form = again(client, opened(client).fill(headlines="Once"), "upload", upload=io.BytesIO(saved(quarters(), "PNG")))
    assert saved_at(client, form) == saved_at(client, form)
    assert Feature.objects.count() == 1


def test_everything_typed_stays_whatever_is_wrong(client: Client) -> None:
    typed = {
        "headlines": " ",
        "dated": "2026-02-30",
        "redated": "yesterday",
        "byline": "b" * 121,
        "body": "  kept <as> it is ",
        "row-0-label": "Row",
        "link-0-0-label": "",
        "link-0-0-target": "javascript:alert(1)",
        "note": "n",
    }
    form = again(client, opened(client).fill(**typed), "quotation")
    form.fill(**{"quotation-0-words": "", "quotation-0-source": "/2026/01/16/nowhere/", "quotation-0-paragraph": "x"})
    page = press(client, form, "save", 422)
    summary = re.search(r'<div class="error-summary".*?</div>', page, re.S)
    assert summary
    sentences = [re.sub("<[^>]+>", "", each) for each in re.findall(r"<li>(.*?)</li>", summary[0], re.S)]
    assert sentences == [
        "Headline lines: Write a headline.",
        "Published: Give the date as year, month and day: 2026-01-23.",
        "Updated: Give the date as year, month and day: 2026-01-23.",
        "Byline: This is too long: at most 120 characters, and there are 121.",
        "Label: Give this link a label.",
        "Leads to: This is not a web address. Write it like https://example.org/page.",
        "Words: Give the words that are quoted.",
        "Address of the post it is from: No post stands at this address. Search for it below, or leave the address empty until it arrives.",
        "Paragraph: Enter a whole number.",
    ]
    kept = the_form(page, "/desk/features/")
    assert {name: kept[name] for name in typed if name != "note"} == {name: [value] for name, value in typed.items() if name != "note"}
    assert kept["quotation-0-source"] == ["/2026/01/16/nowhere/"]
    assert not Post.objects.exists()


def test_the_browser_stops_no_button() -> None:
    """A row can be added before there is a headline: what must be there is asked for when it is previewed or saved."""
    page = browser(someone("Egret", "editor")).get(NEW).content.decode()
    assert re.search(r'<form class="form compose" method="post" novalidate', page)


def test_rows_and_links_are_put_in_order_added_and_removed(client: Client) -> None:
    form = opened(client).fill(**{"row-0-label": "Read More", "link-0-0-label": "a"})
    form = again(client, form, "link:0").fill(**{"link-0-1-label": "b", "link-0-1-order": "0"})
    form = again(client, form, "row").fill(**{"row-1-label": "Coverage", "row-1-order": "0", "link-1-0-label": "c"})
    form = again(client, form, "arrange")
    assert [form[name] for name in ("row-0-label", "link-0-0-label", "row-1-label", "link-1-0-label", "link-1-1-label")] == [
        ["Coverage"],
        ["c"],
        ["Read More"],
        ["b"],
        ["a"],
    ]
    form = again(client, form.fill(**{"row-0-remove": "on", "link-1-0-remove": "on"}), "arrange")
    assert (form["rows"], form["row-0-label"], form["link-0-0-label"], form["row-0-links"]) == (["1"], ["Read More"], ["a"], ["1"])


def test_a_picture_is_sent_described_and_replaced_by_a_copy(client: Client) -> None:
    form = opened(client).fill(headlines="Pictures", upload_alt="A gate", upload_credit="Heron")
    form = again(client, form, "upload", upload=io.BytesIO(saved(quarters(), "JPEG")))
    assert (form["picture-0-alt"], form["picture-0-credit"], form["upload_alt"]) == (["A gate"], ["Heron"], [""])
    page = baked(path := saved_at(client, form.fill(**{"picture-0-caption": "At six."})))
    assert 'alt="A gate"' in page and "At six." in page and "Heron" in page
    feature = Feature.objects.get()
    post = make.post("Taken from here", byline="Jo", licence="by-sa", files=[make.picture("The pier")])
    form = again(client, opened(client, f"/desk/features/{feature.post.public_id}/").fill(find="taken from"), "find")
    form = again(client, form, f"picture:{post.ordered_files[0].public_id}")
    assert (form["picture-1-alt"], form["picture-1-credit"]) == (["The pier"], ["Jo"])
    assert saved_at(client, form.fill(**{"picture-0-remove": "on"})) == path
    page = baked(path)
    assert 'alt="The pier"' in page and 'alt="A gate"' not in page and "ShareAlike 4.0" in page
    assert sorted(file.state for file in File.objects.all()) == ["erased", "ready", "ready"]


def test_a_refused_picture_costs_a_sentence_and_no_word(client: Client) -> None:
    form = opened(client).fill(headlines="Pictures", upload_alt="A gate")
    page = press(client, form, "save", 422, upload=io.BytesIO(b"%PDF-1.7 not a picture"))
    assert "This is a PDF" in page
    assert the_form(page, "/desk/features/")["upload_alt"] == ["A gate"]
    hidden = make.post(files=[make.picture()], held=True).ordered_files[0]
    assert "no longer shown" in press(client, form, f"picture:{hidden.public_id}")
    assert "no longer here" in press(client, form.fill(pictures="1", **{"picture-0-file": "forged:handle"}), "preview", 422)


def test_a_change_begins_from_what_stands_and_tells_who_came_first(client: Client) -> None:
    source = make.post("Source", body="One.")
    form = opened(client).fill(headlines="First\nSecond", body="Old words.", **{"link-0-0-label": "L", "link-0-0-target": source.path})
    path = saved_at(client, form)
    feature = Feature.objects.get()
    where = f"/desk/features/{feature.post.public_id}/"
    mine, theirs = opened(client, where), opened(client, where)
    assert (mine["headlines"], mine["link-0-0-target"], mine["dated"], mine["redated"]) == (
        ["First\nSecond"],
        [source.path],
        ["2026-01-16"],
        [""],
    )
    assert saved_at(client, theirs.fill(body="New words.", note="put right")) == path
    assert "(updated" in baked(path)
    history = baked(f"{path}history/")
    assert "“put right”" in history and "<del>Old </del><ins>New </ins>words." in history and "First published." in history
    page = press(client, mine.fill(body="Mine."), "save", 409)
    assert "Theirs is revision 2." in page
    assert saved_at(client, the_form(page, "/desk/features/")) == path
    assert "Mine." in baked(path) and feature.revisions.count() == 3


def test_a_session_that_ended_gives_back_what_was_typed(client: Client) -> None:
    form = opened(client).fill(headlines="Written for hours", body="A <long> text.", **{"link-0-0-label": "L"})
    answer = browser().post(NEW, {**form.data, "act": "save"})
    page = answer.content.decode()
    assert answer.status_code == 403 and "You are no longer signed in" in page and "A &lt;long&gt; text." in page
    kept = again(client, the_form(page, NEW), "edit")
    assert (kept["headlines"], kept["body"], kept["link-0-0-label"]) == (["Written for hours"], ["A <long> text."], ["L"])


def test_the_list_names_every_feature_and_goes_on(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No feature yet." in client.get("/desk/features/").content.decode()
    for number in range(3):
        saved_at(client, opened(client).fill(headlines=f"Feature {number}"))
    monkeypatch.setattr(queries, "AT_ONCE", 2)
    first = client.get("/desk/features/").content.decode()
    assert re.findall(r"dir=\"auto\">(Feature \d)</a>", first) == ["Feature 2", "Feature 1"]
    more = re.search(r'href="(/desk/features/\?after=\w+)"', first)
    assert more and re.findall(r"dir=\"auto\">(Feature \d)</a>", client.get(more[1]).content.decode()) == ["Feature 0"]


def test_nonsense_is_answered_without_breaking(client: Client) -> None:
    assert client.get("/desk/features/0000000000000/").status_code == client.get("/desk/features/nothing/").status_code == 404
    report = make.post("A report is no feature")
    assert client.get(f"/desk/features/{report.public_id}/").status_code == 404
    form = opened(client)
    odd = {"rows": "x", "draft": "forged", "seen": "-1", "find": "a\x00b", "pick": ["\x00", "x"], "pick_row": "²", "regions": ["\x00"]}
    for act in ("", "picks", "link:-5", "link:x", "picture:\x00", "row:", "find", "\x00"):
        assert press(client, form.fill(**odd), act)
    assert press(client, form.fill(headlines="\x00", phase="none", language="xx"), "save", 422)
