"""Proving through the door, as a browser without scripts: a page is read, a button pressed, a signature pasted."""

import re
from typing import Any

import pytest
from django.test import Client

from commonwire.organisations.confirm_website import confirm_website
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.note_call import note_call
from commonwire.organisations.statements import statement_of
from tests.newswire.door import Form, forms, the_form
from tests.organisations.test_signatures import KEY, armoured, line
from tests.organisations.words import organisation, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> Organisation:
    return organisation("Coast Labor Council", website="https://coast.example.org/", public_key=line(KEY))


def get(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def press(form: Form, act: str, status: int = 303, **more: Any) -> Any:
    answer = Client().post(form.action, {**form.data, "act": act, **more})
    assert answer.status_code == status, answer.content.decode()
    return answer


def button(html: str, act: str) -> Form:
    return next(form for form in forms(html) if any(each.get("value") == act for each in form.buttons))


def test_each_way_is_explained_and_nothing_is_asked_before_it_is_wanted(council: Organisation) -> None:
    html = get(f"{council.path}prove/")
    for words in (
        "A DNS record",
        "A file on your website",
        "A signed message",
        "A telephone call",
        "Coast Labor Council\nhttps://coast.example.org/",
    ):
        assert words in html, words
    assert Proof.objects.count() == 0
    assert 'name="robots" content="noindex"' in html


def test_a_record_step_by_step(council: Organisation) -> None:
    there = press(button(get(f"{council.path}prove/"), "ask:dns"), "ask:dns").headers["Location"]
    assert there == f"{council.path}prove/#dns"
    challenge = Proof.objects.get().challenge
    html = get(there.partition("#")[0])
    assert challenge in html
    assert "_commonwire.coast.example.org" in html
    assert "as soon as a member of the collective has found" in html
    confirm_website(organisation=council, by="member:1")
    form = button(get(f"{council.path}prove/"), "look:dns")
    press(form, "look:dns")
    assert Proof.objects.get().proven is None  # nothing is looked up in a request


def test_a_file_step_by_step(council: Organisation) -> None:
    press(button(get(f"{council.path}prove/"), "ask:well-known"), "ask:well-known")
    html = get(f"{council.path}prove/")
    assert "https://coast.example.org/.well-known/commonwire.txt" in html
    assert Proof.objects.get().challenge in html


def test_a_signature_step_by_step(council: Organisation) -> None:
    said(council, "We stand <b>behind</b> the day & the night.")
    where = f"{council.path}prove/?statement=a1b2c3d4e5f6g"
    press(button(get(where), "ask:signed"), "ask:signed")
    html = get(where)
    message = re.search(r"<pre[^>]*>(.*?)</pre>", html, re.S)
    assert message
    assert "<b>behind" not in html
    text = message[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    form = button(html, "check")
    wrong = press(form, "check", 422, signature="nonsense").content.decode()
    assert "no signature by the profile" in wrong
    assert ">nonsense</textarea>" in wrong
    press(form, "check", signature=armoured(text))
    assert "does not count yet" in get(where)
    key = statement_of(council, "key")
    assert key
    note_call(organisation=council, statement=key, by="member:1")
    assert "Signed with the key SHA256:" in get(where)


def test_the_key_has_a_page_of_its_own(council: Organisation) -> None:
    html = get(f"{council.path}prove/?statement=key")
    assert "SHA256:" in html
    assert "A signed message" not in html


def test_what_is_nobodys_to_prove_is_not_here(council: Organisation) -> None:
    said(organisation("Other"))
    held = organisation("Held body", held=True)
    for path in (
        f"{council.path}prove/?statement=a1b2c3d4e5f6g",
        f"{council.path}prove/?statement=../..",
        f"{held.path}prove/",
        "/organisations/none/prove/",
    ):
        assert Client().get(path).status_code == 404, path
    assert Client().post(f"{council.path}prove/", {"act": "ask:dns", "statement": "a1b2c3d4e5f6g"}).status_code == 404


@pytest.mark.parametrize("act", ["", "ask:", "ask:call", "ask:magic", "look:dns", "look:magic", "check", "nonsense"])
def test_no_act_breaks_the_page(council: Organisation, act: str) -> None:
    answer = Client().post(f"{council.path}prove/", {"act": act, "statement": ""})
    assert answer.status_code in (303, 422)
    assert Proof.objects.count() == 0


def test_a_bare_profile_is_told_what_it_lacks() -> None:
    bare = organisation("Bare")
    html = get(f"{bare.path}prove/")
    assert "names no website yet" in html
    assert "names no public key yet" in html
    assert "/send/amendment/bare/" in html


def test_in_the_language_of_the_address(council: Organisation) -> None:
    form = button(get(f"/es{council.path}prove/"), "ask:dns")
    assert press(form, "ask:dns").headers["Location"] == f"/es{council.path}prove/#dns"


NEW = "/send/organisation/-/"


def previewed(path: str, **words: Any) -> Any:
    form = the_form(get(path), "/send/").fill(**words)
    return Client().post(form.action, form.data)


def sent(path: str, **words: Any) -> Any:
    answer = previewed(path, **words)
    assert answer.status_code == 200, answer.content.decode()
    form = the_form(answer.content.decode(), "/send/")
    return Client().post(form.action, {**form.data, "act": "publish"})


def test_anyone_adds_a_profile() -> None:
    top = organisation("National Federation")
    answer = sent(
        NEW,
        name="Coast Labor Council",
        kind="federation",
        umbrella="national federation",
        homepage="coast.example.org",
        members="over 80,000",
        members_source="its release",
        members_stated="2026-01-16",
        affiliates="175+",
    )
    assert answer.headers["Location"] == "/organisations/coast-labor-council/"
    made = Organisation.objects.get(slug="coast-labor-council")
    assert (made.umbrella, made.website, made.website_confirmed) == (top, "https://coast.example.org", None)
    assert sorted((size.of, size.low, size.high) for size in made.sizes.all()) == [("affiliates", 175, None), ("members", 80_000, None)]
    assert made.receipt_until is not None


def test_the_preview_says_what_was_read_and_what_is_here_already() -> None:
    organisation("Coast Labour Council")
    html = previewed(NEW, name="Coast Labor Council", members="2 to 3 thousand", affiliates="many").content.decode()
    assert "2,000 to 3,000" in html
    assert "No number could be read" in html
    assert "Coast Labour Council" in html


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"name": ""}, "Give the organisation&#x27;s name."),
        ({"name": "Coast Labor Council"}, "There is a profile of this name already"),
        ({"umbrella": "Coast Labour Council"}, "Did you mean: Coast Labor Council (coast-labor-council)?"),
        ({"umbrella": "Zebra"}, "No profile is called so."),
        ({"homepage": "javascript:alert(1)"}, "This is not a web address."),
        ({"homepage": "https://user:secret@example.org/"}, "This is not a web address."),
        ({"members_source": "somewhere"}, "Say how many"),
        ({"members": "3", "members_stated": "2027-01-01"}, "has not come yet"),
        ({"members": "3", "members_stated": "yesterday"}, "Write the day like"),
        ({"public_key": "ssh-rsa AAAA"}, "no public Ed25519 key"),
        ({"area": "x" * 201}, "This is too long"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(words: dict[str, str], sentence: str) -> None:
    organisation("Coast Labor Council")
    answer = previewed(NEW, **{"name": "New body", "about": "kept words", **words})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert sentence in html
    assert "kept words" in html


def test_the_same_name_in_another_town_is_another_body() -> None:
    organisation("Local 88", place="Port Ellery")
    assert previewed(NEW, name="Local 88", place="Sandover").status_code == 200
    assert previewed(NEW, name="local 88", place="PORT ELLERY").status_code == 422


def test_anyone_proposes_a_correction(council: Organisation) -> None:
    path = f"/send/amendment/{council.slug}/"
    assert "This is what the profile says already" in previewed(path).content.decode()
    html = previewed(path, place="Sandover", source="their letterhead").content.decode()
    assert "<ins" in html
    answer = sent(path, place="Sandover", source="their letterhead")
    assert "Held for the desk" in answer.content.decode()
    assert council.amendments.get().changes["words"] == {"place": {"old": "", "new": "Sandover"}}
    assert previewed(path, umbrella=council.name).status_code == 422
