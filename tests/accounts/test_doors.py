import pytest

from commonwire.accounts.doors import safe_next
from tests.accounts.make import browser, someone

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]


@pytest.mark.parametrize("wanted", ["/desk/", "/desk/room/3/", "/desk/queue/?page=2&kind=report", "/desk/find/?q=a%20b//c"])
def test_places_to_go_on_to(wanted: str) -> None:
    assert safe_next(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "/",
        "/newswire/",
        "desk/",
        "//evil.example/desk/",
        "https://evil.example/desk/",
        "/desk//evil.example",
        "/desk/../publish/",
        "/desk/\\evil.example",
        "/desk/\nSet-Cookie:x",
        "/desk/x\n",
        "\t/desk/",
        "/deskx/",
        "javascript:alert(1)//desk/",
    ],
)
def test_places_not_to_go_on_to(wanted: str) -> None:
    assert safe_next(wanted) == "/desk/"


def test_strangers_are_sent_to_sign_in_and_back() -> None:
    answer = browser().get("/desk/room/3/?page=2&x=1")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/sign-in/?next=%2Fdesk%2Froom%2F3%2F%3Fpage%3D2%26x%3D1")


def test_a_role_that_does_not_fit_gets_a_sentence() -> None:
    answer = browser(someone(role="moderator")).get("/desk/room/3/")
    assert answer.status_code == 403
    assert "Your role does not open this page." in answer.content.decode()


def test_a_role_that_fits_comes_in() -> None:
    answer = browser(someone(role="editor")).get("/desk/room/3/")
    assert (answer.status_code, answer.content) == (200, b"Heron in room 3")
