"""What an editor ticks becomes a day of action; every fact keeps the line it came from."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from commonwire.archive.take_in import take_in
from commonwire.findings.facts import FactKind
from commonwire.findings.models import Finding, Reading, Unread
from commonwire.findings.read_posts import read_posts
from commonwire.findings.take_over import take_over
from commonwire.ledger.models import Entry
from commonwire.mobilizations.models import Belonging, Endorsement, Mobilization
from commonwire.newswire.correct import correct_post
from commonwire.newswire.models import Post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.organisations.models import Organisation
from commonwire.press.bake import shelf
from tests import make
from tests.accounts.make import browser, someone
from tests.findings.test_rules import BOATS

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture
def release() -> Post:
    return make.post("Boats stop", body=BOATS, kind="press-release")


def page_at(path: str) -> str:
    return (shelf().read(path) or b"").decode()


def _ticked(reading: Reading) -> list[int]:
    return [each.position for each in reading.findings.all() if each.is_taken_at_first]


def test_a_new_day_of_action_with_everything_the_release_says(release: Post) -> None:
    reading = read_posts(posts=[release])
    day = take_over(reading=reading, positions=_ticked(reading), by="member:1")
    assert (day.post.headline, f"{day.first_day}", day.further_ways) == (
        "A Day Without Boats",
        "2026-03-14",
        "no ferries, no classes, no deliveries",
    )
    assert [(each.number, each.wordings.get().text) for each in day.demands.all()] == [
        (1, "No boat sails without a full crew."),
        (2, "Coast companies to become Safe Harbor Firms — keep nine to a boat and lock nobody out."),
    ]
    assert all(each.source.startswith(f"{release.path}#") for each in day.demands.all())
    assert [(each.name, each.terms) for each in day.pledge_types.all()] == [("Safe Harbor Firm", "keep nine to a boat and lock nobody out")]
    council = Organisation.objects.get(name="Coast Labor Council, CLC-ITW")
    assert (council.umbrella and council.umbrella.name, council.area, council.website) == (
        "CLC-ITW",
        "three counties",
        "https://council.example",
    )
    assert {(size.of, size.low, size.wording) for size in council.sizes.all()} == {
        ("affiliates", 40, "about 40"),
        ("members", 12_500, "more than 12,500"),
    }
    assert set(Endorsement.objects.values_list("name", "organisation__name")) == {
        (name, name) for name in ("Coast Labor Council, CLC-ITW", "Sandover Trades Council", "Wick Fishers Union")
    }
    assert list(Belonging.objects.values_list("post", "how")) == [(release.pk, "editor")]
    assert not Organisation.objects.filter(name="harbor unions").exists()  # many, none of them by name
    assert Entry.objects.get(verb="reading.taken-over").by == "member:1"


def test_only_what_is_ticked(release: Post) -> None:
    reading = read_posts(posts=[release])
    wanted = [each.position for each in reading.findings.all() if each.kind in (FactKind.NAME, FactKind.DATE)]
    day = take_over(reading=reading, positions=wanted)
    assert (day.demands.count(), Endorsement.objects.count(), Organisation.objects.count(), day.further_ways) == (0, 0, 0, "")
    assert set(reading.findings.filter(taken_into=day).values_list("position", flat=True)) == set(wanted)


def test_without_a_name_or_a_date_there_is_no_day(release: Post) -> None:
    reading = read_posts(posts=[release])
    demands = [each.position for each in reading.findings.filter(kind=FactKind.DEMAND)]
    with pytest.raises(ValidationError, match="needs a name and a date"):
        take_over(reading=reading, positions=demands)
    assert not Mobilization.objects.exists()


def test_into_a_day_that_is_there_nothing_comes_twice(release: Post) -> None:
    first = take_over(reading=read_posts(posts=[release]), positions=_ticked(read_posts(posts=[release])))
    again = read_posts(posts=[release])
    day = take_over(reading=again, positions=_ticked(again), into=first.slug)
    assert (day, day.demands.count(), Endorsement.objects.count(), Mobilization.objects.count()) == (first, 2, 3, 1)


def test_a_day_that_is_there_gains_what_it_lacks_and_keeps_what_it_says(release: Post) -> None:
    reading = read_posts(posts=[release])
    named = [each.position for each in reading.findings.filter(kind__in=(FactKind.NAME, FactKind.DATE))]
    first = take_over(reading=reading, positions=named)
    other = make.post("The whole coast", body="The coastwide day of action. On March 14: A Day Of Quiet Ports will begin.\n\nNO FISH")
    again = read_posts(posts=[other, release])
    day = take_over(reading=again, positions=_ticked(again), into=first.slug)
    assert (day.post.headline, day.names, day.reach) == ("A Day Without Boats", ["A Day Of Quiet Ports"], "coastwide")
    assert "Ana Duarte" in day.press_contact
    assert reading.findings.filter(taken_into=day).count() == len(named)  # the first reading still says where its facts went


def test_withdrawn_or_corrected_words_are_forgotten(release: Post) -> None:
    other = make.post("Plain", body="The day of action on March 14, 2026 is near.\n\nSecret name: Ola.")
    reading = read_posts(posts=[release, other])
    take_over(reading=reading, positions=_ticked(reading))
    correct_post(post=other, wording=make.wording("Plain", body="The day of action on March 14, 2026 is near."))
    make.settled()
    assert not Unread.objects.filter(words__contains="Ola").exists()
    assert Unread.objects.filter(post=other).count() == 1
    withdraw_post(post=release)
    make.settled()
    assert not Finding.objects.filter(post=release).exists() and not Unread.objects.filter(post=release).exists()


def test_the_page_of_sources_quotes_each_line_and_leads_to_it(release: Post) -> None:
    reading = read_posts(posts=[release])
    day = take_over(reading=reading, positions=_ticked(reading))
    make.settled()
    page = page_at(f"{day.path}sources/")
    assert f'href="{release.path}#p' in page and "No boat sails without a full crew." in page
    assert f'href="{day.path}sources/"' in page_at(day.path)


class TestScreens:
    @pytest.fixture
    def client(self) -> Client:
        return browser(someone("Egret", role="editor"))

    def test_from_addresses_to_a_day_of_action(self, client: Client, release: Post) -> None:
        answer = client.post("/desk/findings/", {"addresses": f"http://testserver{release.path}\n"})
        assert answer.status_code == 303
        page = client.get(answer["Location"]).content.decode()
        assert "No boat sails without a full crew." in page and "Not understood" in page
        reading = Reading.objects.get()
        taken = client.post(answer["Location"], {"take": [str(each) for each in _ticked(reading)], "into": ""})
        assert (taken.status_code, taken["Location"]) == (303, Mobilization.objects.get().path)

    @pytest.mark.parametrize(
        ("typed", "told"),
        [("", "required"), ("/nothing/here/", "No post is shown at /nothing/here/"), ("\x00\x01", "")],
    )
    def test_bad_addresses_get_a_sentence_and_keep_what_was_typed(self, client: Client, typed: str, told: str) -> None:
        answer = client.post("/desk/findings/", {"addresses": typed})
        assert answer.status_code == 422 and told in answer.content.decode()

    def test_nothing_ticked_or_something_forged(self, client: Client, release: Post) -> None:
        reading = read_posts(posts=[release])
        for sent in ({}, {"take": ["99999"]}, {"take": ["x"]}, {"take": ["1"], "into": "no-such-day"}):
            assert client.post(f"/desk/findings/{reading.public_id}/", sent).status_code == 422
        assert client.get("/desk/findings/nosuchreading/").status_code == 404

    def test_a_moderator_is_not_let_in(self, release: Post) -> None:
        assert browser(someone("Wren", role="moderator")).get("/desk/findings/").status_code == 403


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two given pages are not beside this checkout")
def test_the_two_given_pages() -> None:
    posts = [take_in(text=file.read_text()).post for file in sorted(SEEDS.glob("*.txt"))]
    reading = read_posts(posts=posts)
    day = take_over(reading=reading, positions=_ticked(reading))
    assert (day.post.headline, f"{day.first_day}", f"{day.last_day}") == ("Strike ICE Out of Minnesota", "2026-01-23", "2026-01-23")
    assert day.names[0] == "Day of Truth and Freedom" and day.slogan == "Convict Killer ICE Agent Jonathan Ross"
    assert (day.place, day.reach) == ("Minnesota", "statewide, with solidarity elsewhere")
    assert set(day.ways) == {"strike", "no-work", "no-school", "no-shopping"}
    demands = list(reading.findings.filter(kind=FactKind.DEMAND))
    assert (len(demands), {len(each.twins) for each in demands}, day.demands.count()) == (4, {1}, 4)  # equal in both
    bodies = {
        "Saint Paul Regional Labor Federation",
        "West Area Labor Council",
        "North East Area Labor Council",
        "East Central Labor Council",
    }
    whole = "Minneapolis Regional Labor Federation, AFL-CIO"
    assert set(Endorsement.objects.filter(calls=False).values_list("name", flat=True)) == {whole, *bodies}
    assert set(Endorsement.objects.filter(calls=True).values_list("name", flat=True)) == {"Minneapolis AFL-CIO", "Minnesota AFL-CIO"}
    federation = Organisation.objects.get(name=whole)
    assert (federation.umbrella and federation.umbrella.name, federation.area) == ("AFL-CIO", "seven Minnesotan counties")
    assert {(size.of, size.low, size.high, size.wording) for size in federation.sizes.all()} == {
        ("affiliates", 175, None, "175+"),
        ("members", 80_000, None, "over 80,000"),
    }
    assert list(day.named_rallies.values_list("place", flat=True).order_by("pk")) == [
        "San Francisco", "Oakland", "Palo Alto", "San Jose", "Salinas", "Santa Cruz", "Fort Bragg", "Los Angeles", "New York",
    ]  # fmt: skip
    assert day.pledge_types.get().name == "4th Amendment Business"
    assert "Stacie Balkaran" in day.press_contact
    rows = [each.value["label"] for each in reading.findings.filter(kind=FactKind.COVERAGE) if each.value["row"]]
    assert len(rows) == 5 and reading.findings.get(kind=FactKind.EVENT).value["label"] == "ICE Out of MN"
    assert [each.words for each in reading.unread.all()] == [
        "ICE Out Say Minnesota AFL-CIO",
        "The Minnesota AFL-CIO has demanded that ICE get out Minnesota",
        "ICE Out of Our Schools",
        "Teachers are organizing against ICE terrorizing the students, families, teachers and staff.",
    ]
