"""Django, in a process of its own behind the gate. The gate forwards no address; here the promise is kept a second time.

Run by granian as `--factory commonwire.wsgi:behind_the_gate`.
"""

import io
import multiprocessing
import os
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from django.core.wsgi import get_wsgi_application

from commonwire.base.parent import die_with_parent
from commonwire.environment import read_environment

Environ = dict[str, Any]
Start = Callable[..., Any]

_KEPT = frozenset(
    {
        "REQUEST_METHOD",
        "SCRIPT_NAME",
        "PATH_INFO",
        "QUERY_STRING",
        "SERVER_PROTOCOL",
        "CONTENT_TYPE",
        "CONTENT_LENGTH",
        "HTTP_ORIGIN",
        "HTTP_SEC_FETCH_SITE",
        "HTTP_X_WIRE_VERDICT",
    }
)


class WholeBody(io.RawIOBase):
    """The request's body, which ends only where its length says: half a report, cut off, must not pass for a whole one."""

    def __init__(self, body: Any, length: int) -> None:
        self._body = body
        self._left = length

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._body.read(min(self._left, len(buffer))) if self._left else b""
        if self._left and not piece:
            raise ConnectionError("the sending was cut off on its way")
        buffer[: len(piece)] = piece
        self._left -= len(piece)
        return len(piece)


def without_identity(environ: Environ, site_url: str) -> Environ:
    """What Django may know of a request. Everything not named is gone: address, agent, referrer, languages, forwarding headers."""
    site = urlsplit(site_url)
    clean = {name: value for name, value in environ.items() if name in _KEPT or name.startswith("wsgi.")}
    if environ.get("PATH_INFO", "").startswith("/desk/") and "HTTP_COOKIE" in environ:
        clean["HTTP_COOKIE"] = environ["HTTP_COOKIE"]
    length = str(environ.get("CONTENT_LENGTH") or "0")
    return clean | {
        "HTTP_HOST": site.netloc,
        "SERVER_NAME": site.hostname or "",
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": io.BufferedReader(WholeBody(environ["wsgi.input"], int(length) if length.isdigit() else 0), 65536),
    }


def application(environ: Environ, start_response: Start) -> Iterable[bytes]:
    return _django(without_identity(environ, _site_url), start_response)


def behind_the_gate() -> Callable[[Environ, Start], Iterable[bytes]]:
    """The application, in a process that ends with the server that started it."""
    parent = multiprocessing.parent_process()
    if parent is not None and parent.pid is not None:
        die_with_parent(parent.pid)
    return application


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonwire.settings")
_site_url = read_environment().site_url
_django = get_wsgi_application()
