import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commonwire.desk import queues
from commonwire.ledger.models import Due
from commonwire.ledger.settle import TRIES
from commonwire.newswire.hide import hide
from tests import make
from tests.accounts.make import browser, someone


def page(path: str = "/desk/", status: int = 200, client: Client | None = None) -> str:
    answer = (client or browser(someone())).get(path)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def section(html: str, code: str) -> str:
    found = re.search(rf'<section class="desk-queue" id="{code}".*?</section>', html, re.S)
    assert found, html
    return found[0]


def test_strangers_are_sent_to_sign_in() -> None:
    for path in ("/desk/", f"/desk/case/{make.post().public_id}/"):
        answer = browser().get(path)
        assert (answer.status_code, answer.headers["Location"]) == (303, f"/desk/sign-in/?next={path.replace('/', '%2F')}")


def test_an_empty_desk_says_so_in_every_queue() -> None:
    html = page()
    sentences = [re.sub("<[^>]+>", "", each) for each in re.findall(r'<p class="empty">(.*?)</p>', html)]
    assert sentences == [str(queue.nothing) for queue in queues.QUEUES]
    assert "No page waits to be baked." not in html  # the invitation and the joining were just recorded
    assert "wait to be done." in html


def test_a_held_post_stands_with_its_text_folded_and_every_act_as_a_form() -> None:
    make.paragraph("spam")
    post = make.post("Gate <closed>", byline="dock", summary="Why.", body="First.\n\n<b>Second</b>", held=True)
    html = section(page(), "held")
    assert f'<h3><a href="/desk/case/{post.public_id}/" dir="auto">Gate &lt;closed&gt;</a></h3>' in html
    assert "held since" in html and "dock" in html
    assert "<details><summary>Text</summary>" in html and "<p>&lt;b&gt;Second&lt;/b&gt;</p>" in html
    assert re.findall(r'<form[^>]*method="post" action="([^"]+)"', html) == [
        f"/desk/case/{post.public_id}/show/",
        f"/desk/case/{post.public_id}/hide/",
    ]
    assert '<option value="spam">Spam – It is spam.</option>' in html


def test_a_long_text_is_cut_in_the_queue_and_whole_on_its_own_page() -> None:
    post = make.post("Long", body="a" * 9_000 + "\n\n" + "b" * 9_000 + "\n\nthe end", held=True)
    assert "the end" not in section(page(), "held") and "The whole text" in section(page(client=browser(someone("Egret"))), "held")
    assert "the end" in page(f"/desk/case/{post.public_id}/", client=browser(someone("Curlew")))


def test_one_queue_alone_goes_on_where_the_page_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queues, "MOST", 1)
    first, second = make.post("First", held=True), make.post("Second", held=True)
    client = browser(someone())
    more = f"/desk/?queue=held&after={first.public_id}"
    assert more.replace("&", "&amp;") in section(page(client=client), "held")
    html = page(more, client=client)
    assert second.headline in html and first.headline not in html and 'id="new"' not in html
    assert f'name="queue" value="held"><input type="hidden" name="after" value="{first.public_id}"' in html
    assert "There are no more." in page(f"/desk/?queue=held&after={second.public_id}", client=client)
    assert page("/desk/?queue=nonsense&after=%00", client=client).count('class="desk-queue"') == len(queues.QUEUES)


def test_three_cases_cost_no_more_queries_than_two() -> None:
    make.region()
    make.topic()
    make.paragraph()
    client, under = browser(someone()), make.post("Under")
    counts = []
    for number in range(3):
        make.post(f"held {number}", held=True, files=[make.picture()])
        make.post(f"new {number}", files=[make.picture()])
        make.comment(under, held=True)
        hide(submission=make.part(under, f"part {number}"), paragraph=make.paragraph())
        with CaptureQueriesContext(connection) as asked:
            page(client=client)
        counts.append(len(asked))
    assert counts[1] == counts[2]


def test_stalled_work_is_seen() -> None:
    client = browser(someone())
    make.settled()
    assert "No page waits to be baked." in page(client=client)
    make.post("A post")
    Due.objects.filter(reaction="press.reactions.bake_touched").update(parked=True, tries=TRIES)
    html = page(client=client)
    assert "1 step was given up after many tries:" in html and "press.reactions.bake_touched (post.published)" in html


def test_a_case_shows_everything_whatever_its_state() -> None:
    words: dict[str, Any] = {"body": "**Bold** text", "related_url": "https://elsewhere.example/x", "content_note": "noise"}
    post = make.post("Gate closed", files=[make.picture()], **words)
    client = browser(someone())
    html = page(f"/desk/case/{post.public_id}/", client=client)
    assert "<strong>Bold</strong>" in html and "Content note: noise" in html and "<code>https://elsewhere.example/x</code>" in html
    assert '<figure class="file picture">' in html
    comment = make.comment(post, "Talk", held=True)
    assert "below" in page(f"/desk/case/{comment.public_id}/", client=client)
    assert "§ More" in page(f"/desk/case/{make.part(post, 'More').public_id}/", client=client)
    page("/desk/case/0000000000000/", 404, client)


def test_the_desk_tells_nothing_to_a_cache() -> None:
    answer = browser(someone()).get("/desk/")
    assert answer.headers["Cache-Control"] == "no-store"
