"""A connection to one vetted address, and what is read from it: counted, and over when its time is."""

import io
import socket
import ssl
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse

from django.utils.translation import gettext as _

from commonwire.base.fetch.trouble import Refused, Unreachable
from commonwire.base.fetch.vet import Place

MOST_TRIED = 4  # addresses of one name
LEAST_SECONDS = 0.05
AROUND = 128 * 1024  # bytes beyond the content itself: the head of an answer, the marks of its chunks

Dial = Callable[[str, int, float], socket.socket]


class Deadline:
    """One budget of time for looking up, connecting and reading together."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds, never none: Unreachable when the time is over."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise Unreachable(_("The other side took too long to answer."))
        return left


def dial(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


def connect(addresses: list[str], place: Place, deadline: Deadline, through: Dial) -> socket.socket:
    """To the first of these addresses that answers; each but the last gets its share of the time."""
    tried = addresses[:MOST_TRIED]
    for number, address in enumerate(tried):
        try:
            return through(address, place.port, max(deadline.left() / (len(tried) - number), LEAST_SECONDS))
        except OSError as error:
            reason = error
    raise Unreachable(_("No connection to %(name)s could be made.") % {"name": place.name}) from reason


def secured(connection: socket.socket, place: Place, deadline: Deadline, context: ssl.SSLContext) -> socket.socket:
    """The same connection, proven to end at this name."""
    connection.settimeout(deadline.left())
    try:
        return context.wrap_socket(connection, server_hostname=place.name)
    except ssl.SSLCertVerificationError as error:
        raise Unreachable(_("%(name)s could not prove that it is the site of this name.") % {"name": place.name}) from error


class _Counted(io.RawIOBase):
    """What arrives: not after the deadline, however slowly it drips, and not more than so many bytes."""

    def __init__(self, connection: socket.socket, deadline: Deadline, most: int) -> None:
        self._connection, self._deadline, self._left = connection, deadline, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        self._connection.settimeout(self._deadline.left())
        count = self._connection.recv_into(buffer)
        self._left -= count
        if self._left < 0:
            raise Refused(_("What is there is too large."))
        return count


class _Reading:
    """The little of a socket that http.client reads an answer from."""

    def __init__(self, counted: _Counted) -> None:
        self._counted = counted

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self._counted)


def ask(connection: socket.socket, place: Place, headers: dict[str, str], deadline: Deadline, most_bytes: int) -> HTTPResponse:
    """Send one GET and read the head of its answer."""
    asking = HTTPConnection(place.name, place.port)
    asking.sock = connection
    connection.settimeout(deadline.left())
    asking.putrequest("GET", place.path, skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        asking.putheader(name, value)
    asking.endheaders()
    answer = HTTPResponse(_Reading(_Counted(connection, deadline, most_bytes + AROUND)), method="GET")  # type: ignore[arg-type]
    answer.begin()
    return answer
