"""The whole way through the door, as a browser without JavaScript goes it."""

import re
from base64 import b32decode

import pytest
from django.test import Client

from commonwire.accounts.attempts import MOST
from commonwire.accounts.doors import COOKIE
from commonwire.accounts.invite import first_steward_link, invite_member, join_path
from commonwire.accounts.models import Invitation, Member, Session
from tests.accounts.make import PASSWORD, browser, digits, someone
from tests.conftest import SITE_URL, Clock

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]
STEP_ONE = {"handle": "Heron", "new": PASSWORD, "again": PASSWORD}


def state_in(page: str) -> str:
    found = re.search(r'name="state" value="([^"]+)"', page)
    assert found, page
    return found[1]


def seed_in(page: str) -> bytes:
    """As a person types it from the page into their authenticator."""
    found = re.search(r'<code class="accounts-secret">([A-Z2-7 ]+)</code>', page)
    assert found, page
    return b32decode(found[1].replace(" ", ""))


def codes_in(page: str) -> list[str]:
    return re.findall(r"<li><code>([0-9a-z-]{19})</code></li>", page)


def post(client: Client, path: str, status: int, **fields: str) -> str:
    answer = client.post(path, fields)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def test_the_first_steward_comes_in_by_the_link_and_back_by_signing_in(frozen: Clock) -> None:
    link = first_steward_link()
    assert link is not None
    client = browser()
    assert "Join the collective" in client.get(link).content.decode()
    page = post(client, link, 200, **STEP_ONE)
    seed = seed_in(page)
    assert not Member.objects.exists() and COOKIE not in client.cookies
    page = post(client, link, 200, state=state_in(page), code=digits(seed))
    codes = codes_in(page)
    assert len(codes) == 8
    assert Member.objects.get().role == "steward"
    assert "Heron" in client.get("/desk/you/").content.decode()
    assert client.post("/desk/sign-out/").headers["Location"] == "/desk/sign-in/"
    assert client.get("/desk/you/").status_code == 303

    frozen.move(minutes=1)
    answer = client.post("/desk/sign-in/", {"handle": "heron", "password": PASSWORD, "code": digits(seed), "next": "/desk/people/"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/people/")
    assert client.get("/desk/people/").status_code == 200
    assert first_steward_link() is None


def test_the_cookie_is_as_narrow_as_cookies_go(frozen: Clock) -> None:
    heron = someone()
    frozen.move(minutes=1)
    client = browser()
    answer = client.post("/desk/sign-in/", {"handle": "Heron", "password": PASSWORD, "code": heron.digits})
    header = answer.cookies[COOKIE].OutputString()
    token = answer.cookies[COOKIE].value
    assert header == f"wire_session={token}; HttpOnly; Path=/desk/; SameSite=Strict; Secure"
    gone = client.post("/desk/sign-out/").cookies[COOKIE]
    assert (gone.value, gone["path"], gone["max-age"]) == ("", "/desk/", 0)


def test_a_link_works_once_and_a_spent_one_says_so() -> None:
    link = join_path(invite_member(role="editor"))
    client = browser()
    page = post(client, link, 200, **STEP_ONE)
    post(client, link, 200, state=state_in(page), code=digits(seed_in(page)))
    assert "no longer valid" in post(browser(), link, 410, **STEP_ONE)
    assert "no longer valid" in post(browser(), link, 410, state=state_in(page), code=digits(seed_in(page)))
    assert browser().get(link).status_code == browser().get("/desk/join/nothing/").status_code == 410


def test_a_wrong_code_shows_the_same_secret_again() -> None:
    link = join_path(invite_member(role="editor"))
    client = browser()
    first = post(client, link, 200, **STEP_ONE)
    again = post(client, link, 422, state=state_in(first), code="000000")
    assert "The six digits do not match" in again
    assert seed_in(again) == seed_in(first)
    assert len(codes_in(post(client, link, 200, state=state_in(again), code=digits(seed_in(first))))) == 8


def test_the_state_of_one_link_opens_no_other(frozen: Clock) -> None:
    one, other = (join_path(invite_member(role=role)) for role in ("moderator", "steward"))
    page = post(browser(), one, 200, **STEP_ONE)
    fields = {"state": state_in(page), "code": digits(seed_in(page))}
    assert "too old to go on" in post(browser(), other, 422, **fields)
    assert "too old to go on" in post(browser(), one, 422, **{**fields, "state": "nonsense"})
    frozen.move(minutes=61)
    assert "too old to go on" in post(browser(), one, 422, **fields)
    assert not Member.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"handle": "x"}, "A handle has 2 to 30"),
        ({"handle": "EGRET"}, "has this handle already"),
        ({"handle": "a\x00b"}, "Null characters"),
        ({"new": "short", "again": "short"}, "at least 12 characters"),
        ({"again": "another password altogether"}, "The two passwords differ"),
        ({"handle": ""}, "This field is required"),
    ],
)
def test_what_is_wrong_is_said_and_the_password_not_repeated(wrong: dict[str, str], sentence: str) -> None:
    someone(handle="Egret")
    page = post(browser(), join_path(invite_member(role="editor")), 422, **{**STEP_ONE, **wrong})
    assert sentence in page
    assert PASSWORD not in page and "<pre" not in page


def test_signing_in_wrongly_says_one_sentence_and_keeps_the_handle() -> None:
    someone()
    page = post(browser(), "/desk/sign-in/", 422, handle="Heron", password="something else altogether", code="123456", next="/desk/room/1/")
    assert "Handle, password and code do not match." in page
    assert 'value="Heron"' in page and 'value="/desk/room/1/"' in page
    assert "something else altogether" not in page and "123456" not in page
    assert "This field is required" in post(browser(), "/desk/sign-in/", 422)


def test_too_many_tries_are_answered_with_429() -> None:
    for _ in range(MOST):
        post(browser(), "/desk/sign-in/", 422, handle="Heron", password=PASSWORD, code="123456")
    assert "Please try later" in post(browser(), "/desk/sign-in/", 429, handle="Heron", password=PASSWORD, code="123456")


def test_a_recovery_code_leads_to_a_new_authenticator(frozen: Clock) -> None:
    heron = someone()
    client = browser()
    answer = client.post("/desk/sign-in/", {"handle": "Heron", "password": PASSWORD, "code": heron.codes[0], "next": "/desk/people/"})
    assert answer.headers["Location"] == "/desk/you/authenticator/"
    assert "A new authenticator" in client.get("/desk/you/authenticator/").content.decode()
    assert "not your password" in post(client, "/desk/you/authenticator/", 422, password="something else altogether")
    page = post(client, "/desk/you/authenticator/", 200, password=PASSWORD)
    seed = seed_in(page)
    assert seed != heron.seed
    assert "do not match" in post(client, "/desk/you/authenticator/", 422, state=state_in(page), code="000000")
    post(client, "/desk/you/authenticator/", 303, state=state_in(page), code=digits(seed))
    assert "The new authenticator is in place" in client.get("/desk/you/?done=authenticator").content.decode()
    frozen.move(minutes=1)
    fields = {"handle": "Heron", "password": PASSWORD}
    assert browser().post("/desk/sign-in/", {**fields, "code": heron.digits}).status_code == 422
    assert browser().post("/desk/sign-in/", {**fields, "code": digits(seed)}).status_code == 303


def test_the_state_of_another_member_renews_nothing() -> None:
    heron, egret = someone(), someone(handle="Egret")
    page = post(browser(egret), "/desk/you/authenticator/", 200, password=PASSWORD)
    answer = post(browser(heron), "/desk/you/authenticator/", 422, state=state_in(page), code=digits(seed_in(page)))
    assert "too old to go on" in answer


def test_a_new_password(frozen: Clock) -> None:
    heron = someone()
    client = browser(heron)
    new = {"new": "eleven patient egrets", "again": "eleven patient egrets"}
    assert "not your password" in post(client, "/desk/you/password/", 422, current="something else altogether", **new)
    assert "nearly the handle" in post(client, "/desk/you/password/", 422, current=PASSWORD, new="heronheronheron", again="heronheronheron")
    post(client, "/desk/you/password/", 303, current=PASSWORD, **new)
    assert "Your password was changed" in client.get("/desk/you/?done=password").content.decode()
    frozen.move(minutes=1)
    fields = {"handle": "Heron", "code": heron.digits}
    assert browser().post("/desk/sign-in/", {**fields, "password": PASSWORD}).status_code == 422
    assert browser().post("/desk/sign-in/", {**fields, "password": "eleven patient egrets"}).status_code == 303


def test_new_recovery_codes_are_shown_once() -> None:
    heron = someone()
    assert "not your password" in post(browser(heron), "/desk/you/recovery/", 422, password="something else altogether")
    codes = codes_in(post(browser(heron), "/desk/you/recovery/", 200, password=PASSWORD))
    assert len(codes) == 8
    assert not any(code in browser(heron).get(path).content.decode() for code in codes for path in ("/desk/you/", "/desk/you/recovery/"))
    assert browser().post("/desk/sign-in/", {"handle": "Heron", "password": PASSWORD, "code": codes[7]}).status_code == 303


def test_other_browsers_are_listed_and_signed_out(frozen: Clock) -> None:
    heron = someone()
    frozen.move(minutes=1)
    other = browser()
    other.post("/desk/sign-in/", {"handle": "Heron", "password": PASSWORD, "code": heron.digits})
    page = browser(heron).get("/desk/you/").content.decode()
    listed = re.findall(r'name="session" value="([0-9a-z]{13})"', page)
    assert sorted(listed) == sorted(Session.objects.values_list("public", flat=True))
    assert (page.count("this browser"), page.count("Sign out number")) == (1, 1)
    theirs = Session.objects.latest("pk").public
    post(browser(heron), "/desk/you/sessions/", 303, session=theirs)
    assert (other.get("/desk/you/").status_code, browser(heron).get("/desk/you/").status_code) == (303, 200)
    post(browser(heron), "/desk/you/sessions/", 303, all="yes")
    assert not Session.objects.exists()


def test_a_steward_invites_and_the_link_is_shown_once() -> None:
    steward = someone(role="steward")
    client = browser(steward)
    assert "not your password" in post(
        client, "/desk/people/invite/", 422, **{"invite-role": "editor", "invite-password": "wrong words here"}
    )
    assert Invitation.objects.filter(used=False).count() == 0
    page = post(client, "/desk/people/invite/", 200, **{"invite-role": "editor", "invite-password": PASSWORD})
    found = re.search(rf"{SITE_URL}(/desk/join/[\w-]{{43}}/)", page)
    assert found
    assert browser().get(found[1]).status_code == 200
    assert found[1] not in client.get("/desk/people/").content.decode()


def test_a_steward_changes_a_member() -> None:
    steward, heron = someone(handle="Egret", role="steward"), someone()
    client = browser(steward)

    def change(status: int, act: str, handle: str = "heron", password: str = PASSWORD) -> str:
        fields = {"change-handle": handle, "change-act": act, "change-password": password}
        return post(client, "/desk/people/change/", status, **fields)

    change(303, "editor")
    assert browser(heron).get("/desk/room/3/").status_code == 200
    change(303, "deactivate")
    assert browser(heron).get("/desk/room/3/").status_code == 303
    assert "no access" in client.get("/desk/people/").content.decode()
    change(303, "reactivate")
    assert Member.objects.get(handle="Heron").active
    assert "not your password" in change(422, "steward", password="something else altogether")
    assert "last steward" in change(422, "deactivate", handle="egret")
    assert "Select a valid choice" in change(422, "owner")
    assert "Select a valid choice" in change(422, "editor", handle="nobody")
    assert Member.objects.get(handle="Heron").role == "editor"


@pytest.mark.parametrize("role", ["moderator", "editor"])
def test_people_are_the_stewards_alone(role: str) -> None:
    client = browser(someone(role=role))
    assert [client.get("/desk/people/").status_code, client.post("/desk/people/invite/").status_code] == [403, 403]
    assert client.post("/desk/people/change/").status_code == 403
    assert Member.objects.get().role == role


def test_strangers_reach_no_screen() -> None:
    paths = ["you/", "you/password/", "you/authenticator/", "you/recovery/", "people/"]
    assert [browser().get(f"/desk/{path}").status_code for path in paths] == [303] * 5
    paths = [
        "sign-out/",
        "you/sessions/",
        "you/password/",
        "you/authenticator/",
        "you/recovery/",
        "people/invite/",
        "people/change/",
    ]
    assert [browser().post(f"/desk/{path}").status_code for path in paths] == [303] * 7


def test_no_page_has_inline_style_or_script_or_a_row_number() -> None:
    steward = someone(role="steward")
    client = browser(steward)
    link = join_path(invite_member(role="editor"))
    pages = [client.get(f"/desk/{path}").content.decode() for path in ("you/", "people/", "you/password/", "you/recovery/", "sign-in/")]
    pages += [browser().get(link).content.decode(), post(browser(), link, 200, **{**STEP_ONE, "handle": "Egret"})]
    pages += [
        post(client, "/desk/you/recovery/", 200, password=PASSWORD),
        post(client, "/desk/you/authenticator/", 200, password=PASSWORD),
    ]
    for page in pages:
        main = page.partition("<main")[2]
        assert main.count("<h1") == 1
        assert not re.search(r"\sstyle=|<style|<script|javascript:|\son\w+=|data:", main)
        assert not re.search(rf'value="{steward.member.pk}"|member:{steward.member.pk}', main)
