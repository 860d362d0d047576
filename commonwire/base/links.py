"""Links that strangers give: which are safe to follow, where bare ones begin and end, and how they are written out."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

from django.utils.html import escape

LONGEST = 2_000
MOST_LINKS = 2_000  # in one text; further addresses stay text
# Ends a bare URL: white space, quotation marks, brackets of HTML, a code sign, a backslash.
_RUN = re.compile(r"(?:https?://|www\.)[^\s<>\"“”„«»`\\]*", re.IGNORECASE)
# Not inside of a word, but right after a character of a script without spaces.
URL_START = r"(?<![A-Za-z0-9])(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.)"
STARTS = re.compile(URL_START)
_TRAILING = ".,:;!?'’‘…*_~|(["
_WEB = re.compile(r"(https?)://([^/?#]*)(.*)", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[A-Za-z0-9.!#$&'*+/=^_{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.IGNORECASE)
# Controls, direction marks and other invisible signs, surrogates, and every kind of space.
_REFUSED = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"  # letters of Persian and Indic words need them; never in a host


def safe_href(url: str) -> str | None:
    """The address to print in an href (percent-encoded, its host in punycode), or None when nobody should follow it.

    Followed are http, https, one mail address, and addresses within the site (`/…`, `#…`). Its own answer stays as it is.
    """
    if not url or len(url) > LONGEST or any(_invisible(character) for character in url):
        return None
    if url.startswith("#") or (url.startswith("/") and url[1:2] not in ("/", "\\")):
        return _quoted(url)
    if _MAIL.fullmatch(url):
        return "mailto:" + url[7:]
    web = _WEB.fullmatch(url)
    if not web:
        return None
    scheme, authority, rest = web.groups()
    host, port = _split_port(authority)
    name = _ascii_host(host)
    if name is None or port is None:
        return None
    return f"{scheme.lower()}://{name}{port}{_quoted(rest)}"


def _invisible(character: str) -> bool:
    return unicodedata.category(character) in _REFUSED and character not in _JOINERS


def _quoted(rest: str) -> str:
    return quote(rest, safe="%/:?#[]@!$&'()*+,;=-._~")


def _split_port(authority: str) -> tuple[str, str | None]:
    """The host and `:port`, "" or None when the port is none. A user's name before the host is left in it, and so refused."""
    host, colon, port = authority.partition(":")
    if not colon or not port:
        return host, ""
    return host, f":{port}" if re.fullmatch(r"[0-9]{1,5}", port) else None


def _ascii_host(host: str) -> str | None:
    host = unicodedata.normalize("NFKC", host).lower().replace("。", ".")
    if not host or any(unicodedata.category(character)[0] not in "LNM" and character not in ".-_" for character in host):
        return None
    labels = [label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii") for label in host.split(".")]
    if not all(0 < len(label) <= 63 for label in (labels[:-1] if labels[-1] == "" else labels)) or len(host) > 253:
        return None
    return ".".join(labels)


def host_beside(href: str, shown: str) -> str:
    """` (xn--…)` when the link leads to a name in foreign letters that its text does not spell in ASCII: look-alikes show."""
    web = _WEB.fullmatch(href)
    host = web.group(2) if web else ""
    return f" ({host})" if "xn--" in host and host not in shown else ""


def bare_url(text: str, start: int, end: int | None = None) -> tuple[int, str] | None:
    """Where the URL that starts here ends, and its safe address; without closing punctuation and unbalanced brackets."""
    run = _RUN.match(text, start, min(len(text) if end is None else end, start + LONGEST + 1))
    if not run or run.end() - start > LONGEST:
        return None
    stop = start + len(_balanced(run.group()).rstrip(_TRAILING))
    url = text[start:stop]
    href = safe_href(url if "://" in url[:8] else f"http://{url}")
    if href is None or (not href.startswith("https:") and href.lower() in ("http://www", "http://www.")):
        return None
    return stop, href


def _balanced(url: str) -> str:
    """Up to the first closing bracket that nothing opened: `(see http://a.example/b_(c))` keeps `_(c)`."""
    open_now = {")": 0, "]": 0}
    for found in re.finditer(r"[()\[\]]", url):
        sign = found.group()
        if sign in "([":
            open_now[")" if sign == "(" else "]"] += 1
        elif open_now[sign]:
            open_now[sign] -= 1
        else:
            return url[: found.start()]
    return url


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """(text, address or "") from left to right; joined, the texts are the whole."""
    done = at = count = 0
    while count < MOST_LINKS and (found := STARTS.search(text, at)):
        start = found.start()
        url = bare_url(text, start)
        if not url:
            run = _RUN.match(text, start)
            at = run.end() if run else found.end()
            continue
        yield text[done:start], ""
        yield text[start : url[0]], url[1]
        done = at = url[0]
        count += 1
    yield text[done:], ""


def linked(text: str) -> str:
    """HTML of plain text: escaped once, its bare URLs as links."""
    return "".join(
        f'<a href="{escape(href)}">{escape(piece)}</a>{escape(host_beside(href, piece))}' if href else escape(piece)
        for piece, href in _pieces(text)
    )
