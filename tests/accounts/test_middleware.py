from http.cookies import SimpleCookie

import pytest
from django.test import Client, override_settings

from commonwire.accounts.models import Member, Session
from tests.accounts.make import browser, someone

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]
REFUSED = "This form was not sent from this site"


def sent_with(**headers: str) -> int:
    """The status of a sign-out by a member whose browser sends these headers."""
    heron = someone(handle=f"Heron {Member.objects.count()}")
    client = Client(headers={name.replace("_", "-"): value for name, value in headers.items()})
    client.cookies = SimpleCookie({"wire_session": heron.token})
    before = Session.objects.count()
    answer = client.post("/desk/sign-out/")
    assert Session.objects.count() == before - (1 if answer.status_code == 303 else 0)
    assert (REFUSED in answer.content.decode()) is (answer.status_code == 403)
    return answer.status_code


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec_Fetch_Site": "same-origin"}, 303),
        ({"Sec_Fetch_Site": "none"}, 303),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": ""}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Origin": "https://wire.example.org"}, 403),
        ({"Origin": "https://wire.example.org"}, 303),
        ({"Origin": "https://wire.example.org:443"}, 303),
        ({"Origin": "http://wire.example.org"}, 403),
        ({"Origin": "https://wire.example.org:8443"}, 403),
        ({"Origin": "https://wire.example.org.evil.example"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Origin": "https://[broken"}, 403),
        ({"Origin": "https://wire.example.org:port"}, 403),
        ({"Referer": "https://wire.example.org/desk/you/"}, 403),
        ({}, 403),
    ],
)
def test_a_form_must_come_from_our_pages(headers: dict[str, str], status: int) -> None:
    assert sent_with(**headers) == status


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_every_method_that_changes_something_is_asked(method: str) -> None:
    assert getattr(Client(), method)("/desk/sign-in/").status_code == 403


def test_without_the_members_cookie_a_forged_sign_in_is_refused_as_well() -> None:
    assert Client(headers={"Sec-Fetch-Site": "cross-site"}).post("/desk/sign-in/", {"handle": "Heron"}).status_code == 403


def test_nobody_is_recognised_outside_of_the_desk() -> None:
    heron = someone()
    answer = browser(heron).get("/elsewhere/")
    assert (answer.content, answer.cookies) == (b"None None", SimpleCookie())
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_a_form_elsewhere_is_none_of_our_business() -> None:
    assert Client().post("/elsewhere/").status_code == 200


@pytest.mark.parametrize("path", ["/desk/sign-in/", "/desk/you/", "/desk/nowhere/", "/desk/join/nothing/", "/desk/boastful/"])
def test_nothing_of_the_desk_is_kept_by_anybody(path: str) -> None:
    answer = browser().get(path)
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "same-origin")


def test_outside_of_the_desk_no_query_is_made_for_a_cookie(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    client = browser()
    client.cookies["wire_session"] = "x" * 43
    with django_assert_num_queries(1):  # the site
        client.get("/elsewhere/")


def test_a_spoilt_cookie_is_nobody() -> None:
    for spoilt in ("", "x", "é" * 30, "x" * 5000):
        client = browser()
        client.cookies["wire_session"] = spoilt
        assert client.get("/desk/you/").status_code == 303


def test_a_site_on_plain_http_and_its_port() -> None:
    with override_settings(SITE_URL="http://192.168.1.5:8000"):
        assert sent_with(Origin="http://192.168.1.5:8000") == 303
        assert sent_with(Origin="http://192.168.1.5") == 403


@override_settings(SITE_URL="")
def test_without_an_address_of_its_own_the_site_trusts_no_origin() -> None:
    assert [sent_with(Origin=origin) for origin in ("null", "", "nonsense")] == [403, 403, 403]
