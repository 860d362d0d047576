"""A request, made clean: the forms we answer at all, and the few words of it that may pass to the application."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote

from commonwire.gate import sentences

MAX_PATH = 1_000
MAX_QUERY = 4_000
MEGABYTE = 1_000_000
_LARGE = re.compile(r"^(?:/[a-z]{2,3}(?:-[a-z0-9]{2,8})?)?/(?:publish|receipt|desk)(?:/|$)")
PATH_SAFE = "/~!$&'()*+,;=:@-._"
QUERY_SAFE = "%/?~!$&()*+,;=:@-._[]"
_BOUNDARY = re.compile(r';\s*boundary=("[^"\\]{1,200}"|[^\s;",]{1,200})', re.IGNORECASE)
_UNTOLD = frozenset("\ufffd\\")  # the first stands where the bytes were not UTF-8


class HeaderMap(Protocol):
    def get(self, key: str, default: str = ...) -> str: ...
    def items(self) -> Iterable[tuple[str, str]]: ...
    def __contains__(self, key: str) -> bool: ...


class Scope(Protocol):
    """What granian says of one request (RSGI 1.x); `path` is already percent-decoded."""

    @property
    def method(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def query_string(self) -> str: ...
    @property
    def client(self) -> str: ...
    @property
    def headers(self) -> HeaderMap: ...


class Refused(Exception):
    """Answered by the gate itself, with a status and one sentence."""

    def __init__(self, status: int, sentence: str, **more: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.more = more


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    query: str
    length: int
    waits: bool  # the asker holds the body back until told to go on
    known: str = ""  # the entity tags of what the asker has already; the gate compares them itself and passes none of them on

    @property
    def is_desk(self) -> bool:
        """Only below /desk/ does a cookie pass, in either direction."""
        return self.path.startswith("/desk/")

    @property
    def target(self) -> str:
        """Path and query as they go to the application: encoded anew from what we judged, so that both read the same address."""
        path = quote(self.path, safe=PATH_SAFE)
        return f"{path}?{quote(self.query, safe=QUERY_SAFE)}" if self.query else path


def read(scope: Scope) -> Asked:
    """Make a request clean, or raise Refused."""
    method, path, query = scope.method, scope.path, scope.query_string
    if method not in ("GET", "HEAD", "POST"):
        raise Refused(405, sentences.UNKNOWN_METHOD, allow="GET, HEAD, POST")
    if len(path) > MAX_PATH or len(query) > MAX_QUERY:
        raise Refused(414, sentences.TOO_LONG_ADDRESS)
    if not _is_plain(path):
        raise Refused(400, sentences.BAD_REQUEST)
    if method != "POST":
        return Asked(method, path, query, 0, False, scope.headers.get("if-none-match", ""))
    if "transfer-encoding" in scope.headers:
        # The end of a chunked body cannot be told from a lost connection here: half a report might pass for a whole one.
        raise Refused(411, sentences.NO_LENGTH)
    length = scope.headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit() and len(length) < 16):
        raise Refused(400, sentences.BAD_REQUEST)
    return Asked(method, path, query, int(length), "expect" in scope.headers)


def _is_plain(path: str) -> bool:
    """Whether a path has one meaning only: from the root, without control characters, empty or dotted segments."""
    if not path.startswith("/") or not path.isprintable() or not _UNTOLD.isdisjoint(path):
        return False
    return "//" not in path and not {".", ".."} & set(path.split("/"))


def body_limit(path: str, largest: int) -> int:
    """How many bytes a sending to this address may have; `largest` is for the forms that carry files."""
    return largest if _LARGE.match(path) else MEGABYTE


def passing(scope: Scope, asked: Asked, *, host: str, verdict: str) -> list[tuple[str, str]]:
    """Every header the application gets, and there are no others: no agent, referrer, language or address."""
    headers = [("host", host), ("x-wire-verdict", verdict), ("connection", "close")]
    given = {name: scope.headers.get(name, "") for name in ("content-type", "origin", "sec-fetch-site")}
    given["content-type"] = _form_type(given["content-type"])
    headers += [(name, value) for name, value in given.items() if value]
    if asked.method == "POST":
        headers.append(("content-length", str(asked.length)))
    if asked.is_desk:
        cookies = [value for name, value in scope.headers.items() if name == "cookie"]
        headers += [("cookie", "; ".join(cookies))] if cookies else []
    return headers


def _form_type(content_type: str) -> str:
    """The kind of form and its boundary, nothing else: a body is UTF-8, whatever charset somebody names (Python knows odd ones)."""
    kind = content_type.partition(";")[0].strip().lower()
    boundary = _BOUNDARY.search(content_type)
    return f"{kind}; boundary={boundary[1]}" if boundary and kind == "multipart/form-data" else kind
