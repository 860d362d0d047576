"""What holds for organisations. Pure: no queries."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

from commonwire.base import clock

DOMAIN = re.compile(r"(?=.{4,230}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")
FIRST_LOOKS = timedelta(minutes=1)
ASKED_FOR = timedelta(days=30)  # what was asked for and never found is forgotten after that
LOOKED_AGAIN = timedelta(days=30)  # what was found is looked for again
MISSES = 3  # on as many days in a row, before a proof counts as lost


def closes_a_circle(organisation: int, umbrella: int | None, above: Mapping[int, int]) -> bool:
    """Whether `umbrella` is the organisation itself or anywhere below it."""
    seen: set[int] = set()
    each = umbrella
    while each is not None and each not in seen:
        if each == organisation:
            return True
        seen.add(each)
        each = above.get(each)
    return False


def domain_of(website: str) -> str:
    """`example.org` of `https://www.example.org/about`: the name whose holder may prove; empty where there is none."""
    host = host_of(website)
    return host.removeprefix("www.") if host.count(".") > 1 else host


def host_of(website: str) -> str:
    """`www.example.org`, as the website is written; empty for a number or a name without a dot."""
    try:
        host = (urlsplit(website).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""
    return host if DOMAIN.fullmatch(host) and not _is_number(host) else ""


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def next_look(*, found: bool, shown: bool, misses: int) -> datetime:
    """When a proof is looked for next: soon at first, then ever more seldom; what readers see, every month and after a miss each day."""
    if found:
        return clock.minute() + LOOKED_AGAIN
    if shown:
        return clock.minute() + (timedelta(days=1) if misses < MISSES else LOOKED_AGAIN)
    wait: timedelta = FIRST_LOOKS * 2 ** min(misses, 12)
    return clock.minute() + min(wait, timedelta(days=1))
