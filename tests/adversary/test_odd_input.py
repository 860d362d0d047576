"""Input that no browser sends, and addresses that deceive."""

import logging
from dataclasses import dataclass

import pytest
from django.test import Client

from commonwire.calendar.forms import EventForm
from commonwire.gate.asking import Asked, passing
from commonwire.newswire.forms import Address
from commonwire.site.queries import the_site


class _Fields(dict[str, str]):
    """As granian gives them: a value, or the word given instead."""

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]  # narrower than dict, as the gate wants it
        return super().get(key) or default


@dataclass
class _Scope:
    headers: _Fields
    method: str = "POST"
    path: str = "/publish/preview/"
    query_string: str = ""
    client: str = "192.0.2.7:1"


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        ("multipart/form-data; boundary=ab; charset=bz2", "multipart/form-data; boundary=ab"),
        ("multipart/form-data; charset*=utf-8''unicode_escape; boundary=\"a b\"", 'multipart/form-data; boundary="a b"'),
        ("application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded"),
        ("Multipart/Form-Data", "multipart/form-data"),
    ],
)
def test_no_charset_reaches_the_application(given: str, passed: str) -> None:
    asked = Asked("POST", "/publish/preview/", "", 0, waits=False)
    assert dict(passing(_Scope(_Fields({"content-type": given})), asked, host="wire.example.org", verdict="ok"))["content-type"] == passed


@pytest.mark.django_db
def test_a_wrong_address_leaves_no_line_in_the_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="commonwire"):
        assert client.get("/n/0000000000000/").status_code == 404
        assert client.post("/publish/preview/", b"x", content_type="multipart/form-data").status_code == 400
    assert [each for each in caplog.records if each.name.startswith("commonwire")] == []


@pytest.mark.parametrize("address", ["https://bank.example@evil.example/", "http://[::1]/", "https://a\u00adb.example.org:99999999/"])
def test_addresses_that_deceive_are_refused(address: str) -> None:
    field = Address()
    with pytest.raises(Exception, match=r"not a web address|address") as refused:
        field.clean(address)
    assert type(refused.value).__name__ == "ValidationError"


def test_look_alike_letters_show() -> None:
    assert Address().clean("https://\u0435xample.org/a") == "https://xn--xample-2of.org/a"
    assert Address().clean("https://example.org/ñ") == "https://example.org/ñ"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "kept"), [("https://meet.example.org/\x01\u202ea", "https://meet.example.org/a"), ("ftp://a.example.org/", None)]
)
def test_where_to_join_is_as_clean_as_any_address(address: str, kept: str | None) -> None:
    given = {"start_date": "2026-02-01", "start_time": "18:00", "zone": "UTC", "online_url": address}
    form = EventForm(given, site=the_site())
    assert form.is_valid() is (kept is not None)
    assert kept is None or form.cleaned_data["online_url"] == kept
