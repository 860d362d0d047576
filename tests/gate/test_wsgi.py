"""The promise kept a second time: what Django may know of a request, even if something but the gate came to its socket."""

import io
from typing import Any

import pytest

from commonwire.wsgi import WholeBody, without_identity


def _environ(path: str = "/publish/", **more: Any) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": path,
        "QUERY_STRING": "a=b",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_LENGTH": "5",
        "CONTENT_TYPE": "text/plain",
        "HTTP_X_WIRE_VERDICT": "hold",
        "wsgi.input": io.BytesIO(b"hello"),
        "wsgi.errors": io.StringIO(),
        "REMOTE_ADDR": "203.0.113.77",
        "REMOTE_PORT": "5",
        "REMOTE_HOST": "needle",
        "HTTP_HOST": "needle.example",
        "HTTP_USER_AGENT": "needle",
        "HTTP_REFERER": "needle",
        "HTTP_ACCEPT_LANGUAGE": "needle",
        "HTTP_X_FORWARDED_FOR": "203.0.113.77",
        "HTTP_FORWARDED": "for=203.0.113.77",
        "HTTP_COOKIE": "session=1",
        "PATH": "/usr/bin",
        **more,
    }


def test_nothing_else_passes() -> None:
    given = _environ()
    clean = without_identity(given, "https://wire.example.org")
    body = clean.pop("wsgi.input")
    assert clean == {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/publish/",
        "QUERY_STRING": "a=b",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_LENGTH": "5",
        "CONTENT_TYPE": "text/plain",
        "HTTP_X_WIRE_VERDICT": "hold",
        "HTTP_HOST": "wire.example.org",
        "SERVER_NAME": "wire.example.org",
        "SERVER_PORT": "443",
        "wsgi.url_scheme": "https",
        "wsgi.errors": given["wsgi.errors"],
    }
    assert body.read() == b"hello"


@pytest.mark.parametrize(("path", "passes"), [("/desk/queue/", True), ("/deskless/", False), ("/es/desk/", False), ("/", False)])
def test_a_cookie_is_seen_at_the_desk_only(path: str, passes: bool) -> None:
    assert ("HTTP_COOKIE" in without_identity(_environ(path), "http://127.0.0.1:8000")) is passes


def test_half_a_body_is_an_error() -> None:
    assert WholeBody(io.BytesIO(b"hello and more"), 5).read() == b"hello"
    body = WholeBody(io.BytesIO(b"hello"), 5)
    assert [body.read(2), body.read(9), body.read(9), body.read()] == [b"he", b"llo", b"", b""]
    with pytest.raises(ConnectionError):
        WholeBody(io.BytesIO(b"hel"), 5).read()
