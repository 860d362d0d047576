"""Addresses of the old site: their normal form, and the number in them.

The site had one number space for posts, events, features, parts and comments. Its first software numbered posts and features apart;
when they were brought together, a post's number became old × 10 + 1 and a feature's old × 10 + 2.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlsplit

HOSTS = frozenset({"indybay.org", "sf.indymedia.org", "sfbay.indymedia.org", "indybay.indymedia.org"})
OLD_NUMBERS_BEFORE = 2006

_ARCHIVED = re.compile(r"^https?://web\.archive\.org\.?/web/[0-9]{4,14}(?:[a-z]{2}_)?/", re.IGNORECASE)
_DAY = r"(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/(?P<day>[0-9]{2})"
_PATHS = {
    "post": re.compile(rf"/newsitems/{_DAY}/(?P<number>[0-9]{{1,12}})\.php"),
    "old": re.compile(r"/news/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/(?P<number>[0-9]{1,11})(?:_comment)?\.php"),
    "list": re.compile(r"/archives/archived_blurb_list\.php"),
    "calendar": re.compile(r"/calendar/ical_single_item\.php"),
    "file": re.compile(rf"/uploads/{_DAY}/(?P<file>[^/.][^/]*)"),
}
# What belongs to an address of that kind and what merely shapes its page.
_TELLING = {"list": ("page_id", "page_number"), "calendar": ("news_item_id",)}


@dataclass(frozen=True, slots=True)
class LegacyAddress:
    """kind is post, old, list, calendar or file; `number` as printed; `query` what merely shapes the page; `comment` from the #."""

    kind: str
    path: str
    number: int | None
    query: str = ""
    comment: int | None = None

    @property
    def ids(self) -> tuple[int, ...]:
        """The numbers it can mean in the one number space: two for an address of the first software, post before feature."""
        if self.number is None:
            return ()
        return (self.number * 10 + 1, self.number * 10 + 2) if self.kind == "old" else (self.number,)


def read_address(address: str) -> LegacyAddress | None:
    """What the address names; None for any that is not of the old site. A bare path counts as the old site's."""
    try:
        split = urlsplit(_ARCHIVED.sub("", address.strip(), count=1))
        host = (split.hostname or "").removeprefix("www.")
        path, query = unquote(split.path), parse_qsl(split.query, keep_blank_values=True)
    except ValueError:
        return None
    if (host and host not in HOSTS) or split.scheme.lower() not in ("", "http", "https"):
        return None
    path = re.sub(r"/{2,}", "/", path)
    for kind, pattern in _PATHS.items():
        if found := pattern.fullmatch(path):
            return _named(kind, path, found.groupdict(), query, split.fragment)
    return None


def legacy_id(address: str) -> int | None:
    """The number of the post, event or feature that the address names; for one of the first software that of the post."""
    found = read_address(address)
    return found.ids[0] if found and found.ids else None


def normalise(address: str) -> str:
    """The one spelling of an old address: a path, with its query where that belongs to it. Any other address comes back trimmed."""
    found = read_address(address)
    return found.path if found else address.strip()


def _named(kind: str, path: str, marks: dict[str, str], query: list[tuple[str, str]], fragment: str) -> LegacyAddress | None:
    if kind == "old" and int(marks["year"]) >= OLD_NUMBERS_BEFORE:
        return None
    telling = sorted((key, value) for key, value in query if key in _TELLING.get(kind, ()) and _is_number(value))
    rest = "&".join(f"{quote(key)}={quote(value)}" for key, value in query if key not in _TELLING.get(kind, ()))
    if kind in _TELLING and not telling:
        return None
    number = marks.get("number") or dict(telling).get("news_item_id")
    normal = quote(path.replace("_comment.php", ".php"))
    if telling:
        normal += "?" + "&".join(f"{key}={value}" for key, value in telling)
    return LegacyAddress(kind, normal, int(number) if number else None, rest, int(fragment) if _is_number(fragment) else None)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{1,12}", text))
