"""Coverage that gathers itself, end to end: from a report that is published to the pages on which it stands."""

import pytest
from django.test import Client

from commonwire.coverage.confirm import confirm_coverage, refuse_coverage
from commonwire.coverage.models import Proposal, Search
from commonwire.coverage.reactions import propose_older_reports
from commonwire.ledger.models import Entry
from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.models import Belonging, Mobilization
from commonwire.mobilizations.place_mobilization import change_mobilization
from commonwire.newswire.correct import correct_post
from commonwire.newswire.hide import hide, unhide
from commonwire.newswire.models import Post
from commonwire.newswire.release_post import release_post
from commonwire.newswire.withdraw import withdraw_post
from tests import make
from tests.conftest import Clock
from tests.mobilizations import made
from tests.newswire.door import the_form

HEADLINE = "Bay Area Stands with the People of Minnesota"


@pytest.fixture
def minnesota() -> Mobilization:
    return made.day("Strike ICE Out of Minnesota", names=["Day of Truth and Freedom"], place="Minnesota")


@pytest.fixture
def on_the_day(minnesota: Mobilization, frozen: Clock) -> Mobilization:
    make.settled()
    frozen.set(2026, 1, 23, 20, 5)
    return minnesota


def proposed(post: Post) -> Proposal | None:
    return Proposal.objects.filter(post=post).first()


def coverage(mobilization: Mobilization) -> str:
    make.settled()
    return made.lying(f"{mobilization.path}coverage/")


def sent_through_the_door(address: str, **words: str) -> Post:
    """As a browser does it: the form, the preview, the sending."""
    client = Client()
    page = client.get(address)
    assert page.status_code == 200, page.content.decode()
    form = the_form(page.content.decode(), "/publish/preview/").fill(headline="Five thousand at the pier", **words)
    preview = client.post(form.action, form.data)
    assert preview.status_code == 200, preview.content.decode()
    sending = the_form(preview.content.decode(), "/publish/send/")
    assert client.post(sending.action, sending.data).status_code in (200, 303)
    return Post.objects.get(headline="Five thousand at the pier")


def test_a_report_from_a_rallys_link_lands_on_rally_day_regions_and_topics(on_the_day: Mobilization) -> None:
    region, topic = make.region("Coast"), make.topic("Labor")
    rally = made.rally(on_the_day, "Rally at the pier", city="Oakland", regions=[region], topics=[topic])
    post = sent_through_the_door(f"/publish/for/{rally.code}/")
    make.settled()
    assert list(post.regions.all()) == [region]
    assert list(post.topics.all()) == [topic]
    for page in (coverage(on_the_day), made.lying(on_the_day.path), made.lying(rally.post.path or ""), made.lying(region.path)):
        assert "Five thousand at the pier" in page
    assert proposed(post) is None


def test_a_report_that_speaks_of_the_day_is_proposed_within_the_reaction(on_the_day: Mobilization) -> None:
    post, other = make.post(HEADLINE), make.post("A bakery opens")
    make.settled()
    found = proposed(post)
    assert found is not None
    assert ["names-place", "Minnesota"] in found.reasons
    assert proposed(other) is None
    assert HEADLINE not in coverage(on_the_day)


def test_confirmed_it_stands_on_the_day_and_on_the_rally(on_the_day: Mobilization) -> None:
    rally = made.rally(on_the_day, "Rally at the pier", city="Oakland")
    post = make.post("At the pier", body=f"See https://wire.example.org{rally.path} for hour and place.")
    make.settled()
    found = proposed(post)
    assert found is not None
    assert found.rally == rally
    confirm_coverage(proposal=found, by="member:1")
    confirm_coverage(proposal=found, by="member:1")
    belonging = Belonging.objects.get(post=post)
    assert (belonging.how, belonging.rally) == (Belonging.How.EDITOR, rally)
    assert "At the pier</a>" in coverage(on_the_day)
    assert "At the pier</a>" in made.lying(rally.post.path or "")
    assert "At the pier</a>" in made.lying(on_the_day.path)
    assert Entry.objects.filter(verb="coverage.confirmed", by="member:1").count() == 1


def test_refused_it_is_never_proposed_again(on_the_day: Mobilization) -> None:
    post = make.post(HEADLINE)
    make.settled()
    found = proposed(post)
    assert found is not None
    refuse_coverage(proposal=found)
    correct_post(post=post, wording=make.wording(f"{HEADLINE}: Day of Truth and Freedom"))
    make.settled()
    Search.objects.all().delete()
    propose_older_reports()
    found.refresh_from_db()
    assert (found.state, Proposal.objects.count()) == ("refused", 1)


def test_taken_out_again_it_leaves_the_day(on_the_day: Mobilization) -> None:
    post = make.post(HEADLINE)
    make.settled()
    found = proposed(post)
    assert found is not None
    confirm_coverage(proposal=found)
    assert HEADLINE in coverage(on_the_day)
    refuse_coverage(proposal=found)
    assert HEADLINE not in coverage(on_the_day)
    assert HEADLINE not in made.lying(on_the_day.path)
    assert not Belonging.objects.filter(post=post).exists()


def test_a_corrected_report_is_judged_anew(on_the_day: Mobilization) -> None:
    post = make.post("A bakery opens")
    make.settled()
    assert proposed(post) is None
    correct_post(post=post, wording=make.wording(HEADLINE))
    make.settled()
    assert proposed(post) is not None
    correct_post(post=post, wording=make.wording("A bakery opens after all"))
    make.settled()
    assert proposed(post) is None


def test_older_reports_are_found_by_the_round_and_once_more_when_the_day_is_renamed(minnesota: Mobilization, frozen: Clock) -> None:
    frozen.set(2026, 1, 23, 20, 0)
    post = make.post("Hilton shelters them")
    make.settled()
    propose_older_reports()
    assert proposed(post) is None
    change_mobilization(post=minnesota.post, details={"names": ["Hilton shelters them"]})
    make.settled()
    propose_older_reports()
    assert proposed(post) is not None


def test_what_is_held_is_proposed_when_it_is_released(on_the_day: Mobilization) -> None:
    post = make.post(HEADLINE, held=True)
    make.settled()
    assert proposed(post) is None
    release_post(post=post)
    make.settled()
    assert proposed(post) is not None


def test_a_hidden_report_leaves_every_page_and_comes_back(on_the_day: Mobilization) -> None:
    rally = made.rally(on_the_day, "Rally at the pier")
    post = make.post("Pickets hold")
    let_belong(post=post, mobilization=on_the_day, rally=rally)
    month = f"{on_the_day.path}coverage/2026/01/"
    pages = (on_the_day.path, f"{on_the_day.path}coverage/", f"{on_the_day.path}coverage/text/", month, rally.post.path or "")
    make.settled()
    assert all("Pickets hold" in made.lying(page) for page in pages)
    hide(submission=post, paragraph=make.paragraph())
    make.settled()
    assert not any("Pickets hold" in made.lying(page) for page in pages)
    unhide(submission=post)
    make.settled()
    assert all("Pickets hold" in made.lying(page) for page in pages)
    withdraw_post(post=post)
    make.settled()
    assert not any("Pickets hold" in made.lying(page) for page in pages)


def test_a_held_report_lands_when_it_is_released(on_the_day: Mobilization) -> None:
    post = make.post("Held back", held=True)
    let_belong(post=post, mobilization=on_the_day)
    assert "Held back" not in coverage(on_the_day)
    release_post(post=post)
    assert "Held back" in coverage(on_the_day)


def test_when_the_day_is_hidden_its_pages_go_and_come_back(on_the_day: Mobilization) -> None:
    post = make.post("Pickets hold")
    let_belong(post=post, mobilization=on_the_day)
    make.settled()
    below = ("coverage/", "live/", "live/still/", "turnout/", "turnout.csv", "estimates.csv", "feed.rss", "live/feed.json")
    assert {made.status(f"{on_the_day.path}{each}") for each in below} == {200}
    hide(submission=on_the_day.post, paragraph=make.paragraph())
    make.settled()
    assert {made.status(f"{on_the_day.path}{each}") for each in below} == {404}
    unhide(submission=on_the_day.post)
    make.settled()
    assert {made.status(f"{on_the_day.path}{each}") for each in below} == {200}


def test_only_what_flows_in_the_newswire_is_coverage(on_the_day: Mobilization) -> None:
    event = make.event("A meeting in Minnesota")
    make.settled()
    assert proposed(event.post) is None
    let_belong(post=event.post, mobilization=on_the_day)
    assert "A meeting in Minnesota" not in coverage(on_the_day)
