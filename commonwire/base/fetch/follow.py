"""Fetch one URL: look up, vet, connect, ask, and follow a few redirections, each of them vetted as the first was."""

import ssl
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from http.client import HTTPException, HTTPResponse
from urllib.parse import urljoin

from django.utils.translation import gettext as _

from commonwire.base.fetch.line import Deadline, Dial, ask, connect, dial, secured
from commonwire.base.fetch.read import content_of
from commonwire.base.fetch.space import is_public
from commonwire.base.fetch.trouble import Refused, Unreachable
from commonwire.base.fetch.vet import Place, Resolve, look_up, place_of, vetted

MOST_REDIRECTIONS = 3
REDIRECTIONS = {301, 302, 303, 307, 308}
USER_AGENT = "Commonwire"


@dataclass(frozen=True)
class Known:
    """What was fetched before; when it still is the same, the answer has status 304 and no content."""

    etag: str


@dataclass(frozen=True)
class Fetched:
    """`status` is 200 or 304; `url` is where it was found in the end; `etag` is empty when none was given."""

    status: int
    url: str
    content: bytes
    content_type: str
    etag: str


class Fetcher:
    """`resolve`, `may`, `through` and `context` stand in for the network in tests; the house uses them as they are here."""

    def __init__(
        self,
        *,
        resolve: Resolve = look_up,
        may: Callable[[str], bool] = is_public,
        through: Dial = dial,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self._resolve, self._may, self._through, self._given_context = resolve, may, through, context

    @cached_property
    def _context(self) -> ssl.SSLContext:
        return self._given_context or ssl.create_default_context()

    def fetch(
        self,
        url: str,
        *,
        most_bytes: int,
        seconds: float = 10,
        accept: str = "*/*",
        known: Known | None = None,
        plain_http: bool = False,
    ) -> Fetched:
        """The content at a public address, `most_bytes` of it at most and within `seconds`; otherwise Refused or Unreachable."""
        deadline = Deadline(seconds)
        headers = {"User-Agent": USER_AGENT, "Accept": accept, "Accept-Encoding": "gzip", "Connection": "close"}
        if known and _sendable(known.etag):
            headers["If-None-Match"] = known.etag
        for _hop in range(MOST_REDIRECTIONS + 1):
            place = place_of(url, plain_http=plain_http)
            fetched = self._asked(place, headers, deadline, most_bytes)
            if isinstance(fetched, Fetched):
                return fetched
            url = fetched
        raise Refused(_("The address leads on to another too many times."))

    def _asked(self, place: Place, headers: dict[str, str], deadline: Deadline, most_bytes: int) -> Fetched | str:
        """What is there, or the URL to which it leads on."""
        addresses = vetted(place, self._resolve(place.name, deadline.left()), self._may)
        try:
            with closing(connect(addresses, place, deadline, self._through)) as plain:
                line = secured(plain, place, deadline, self._context) if place.scheme == "https" else plain
                with closing(line):
                    answer = ask(line, place, {"Host": place.name, **headers}, deadline, most_bytes)
                    return _answered(answer, place, most_bytes, "If-None-Match" in headers)
        except TimeoutError as error:
            raise Unreachable(_("The other side took too long to answer.")) from error
        except (OSError, HTTPException, ValueError, zlib.error) as error:
            raise Unreachable(_("The answer of %(name)s could not be read.") % {"name": place.name}) from error


def _answered(answer: HTTPResponse, place: Place, most_bytes: int, asked_before: bool) -> Fetched | str:
    location = answer.getheader("Location")
    if answer.status in REDIRECTIONS and location:
        return urljoin(place.url, location.encode("latin-1", "replace").decode("utf-8", "replace"))
    if answer.status != 200 and not (answer.status == 304 and asked_before):
        raise Unreachable(_("%(name)s answered with status %(status)s.") % {"name": place.name, "status": answer.status}, answer.status)
    content = content_of(answer, most_bytes) if answer.status == 200 else b""
    etag = answer.getheader("ETag") or ""
    return Fetched(answer.status, place.url, content, answer.getheader("Content-Type") or "", etag if _sendable(etag) else "")


def _sendable(etag: str) -> bool:
    """Whether it is one we would send back: printable, of a sensible length."""
    return 0 < len(etag) <= 200 and etag.isascii() and etag.isprintable()
