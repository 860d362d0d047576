"""Time zones by whatever name a program gave them."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from commonwire.subscriptions.reading.blocks import Block
from commonwire.subscriptions.reading.windows_zones import WINDOWS

# Where two offsets are all that is known of a zone: the first of these that keeps both.
_USUAL = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage", "America/Halifax",
    "America/St_Johns", "Europe/London", "Europe/Berlin", "Europe/Athens", "Australia/Sydney", "Australia/Adelaide", "Pacific/Auckland",
    "America/Santiago", "America/Phoenix", "Pacific/Honolulu", "America/Bogota", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Tokyo",
)  # fmt: skip
_OFFSET = re.compile(r"(?:UTC|GMT|Z)?\s*([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE | re.ASCII)
_SHOWN = re.compile(r"\((?:UTC|GMT)(?:[+-][0-9:]{1,6})?\)\s*(.*)", re.IGNORECASE)


@cache
def _known() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones() if not name.startswith(("posix/", "right/")) and name != "localtime"}


@cache
def _cities() -> dict[str, str]:
    """`Berlin`: Europe/Berlin. Where two zones have a city of one name, neither."""
    found: dict[str, str] = {}
    for name in _known().values():
        if "/" in name and not name.startswith(("Etc/", "US/", "Canada/", "Mexico/", "Brazil/", "Chile/")):
            city = name.rsplit("/", 1)[1].replace("_", " ").casefold()
            found[city] = "" if city in found else name
    return {city: name for city, name in found.items() if name}


def zone_named(name: str) -> str:
    """The IANA name, or nothing: `Europe/Berlin`, `/mozilla.org/20050126_1/Europe/Berlin`, `W. Europe Standard Time` …"""
    name = name.strip().strip("\"'")[:200]
    folded = name.casefold().replace(" ", "_")
    return _known().get(folded, "") or _behind_a_prefix(folded) or WINDOWS.get(name.casefold(), "") or _by_city(name) or _by_offset(name)


def _behind_a_prefix(folded: str) -> str:
    parts = folded.replace("-", "/").split("/") if folded.count("/") == 0 else folded.split("/")
    tails = ("/".join(parts[at:]) for at in range(1, len(parts)))
    return next((found for tail in tails if "/" in tail and (found := _known().get(tail, ""))), "")


def _by_city(name: str) -> str:
    """As Outlook shows a zone: by the cities in it."""
    shown = _SHOWN.fullmatch(name)
    cities = [city.strip().casefold() for city in shown[1].split(",")] if shown else []
    by_name = ("central time (us & canada)", "eastern time (us & canada)", "pacific time (us & canada)", "mountain time (us & canada)")
    for city in cities:
        if city in by_name:
            return WINDOWS[f"{city.split()[0]} standard time"]
    return next((_cities()[city] for city in cities if city in _cities()), "")


def _by_offset(name: str) -> str:
    """`GMT+0200` and `UTC-5` as a zone without change of clocks; only whole hours have one."""
    found = _OFFSET.fullmatch(name)
    if not found or int(found[3] or 0) or int(found[2]) > 12:
        return ""
    hours = int(found[2])
    return "UTC" if not hours else f"Etc/GMT{'-' if found[1] == '+' else '+'}{hours}"  # there the sign is turned round


def zone_described(block: Block, likely: str) -> str:
    """The IANA zone that a VTIMEZONE describes: named in it, or one that keeps the same offsets this year; `likely` is tried first."""
    for name in ("X-LIC-LOCATION", "TZID"):
        if found := zone_named(block.value(name)):
            return found
    standard, daylight = (_offset(block, name) for name in ("STANDARD", "DAYLIGHT"))
    if standard is None and daylight is None:
        return ""
    wanted = {standard if standard is not None else daylight, daylight if daylight is not None else standard}
    return next((zone for zone in (likely, *_USUAL, *_fixed()) if _offsets(zone) == wanted), "")


def _fixed() -> Iterator[str]:
    yield from (f"Etc/GMT{hours:+d}" for hours in range(-14, 13) if hours)
    yield "UTC"


def _offset(block: Block, name: str) -> timedelta | None:
    values = [inner.value("TZOFFSETTO") for inner in block.within(name)]
    found = _OFFSET.fullmatch(values[-1]) if values else None
    if not found:
        return None
    return timedelta(hours=int(found[2]), minutes=int(found[3] or 0)) * (-1 if found[1] == "-" else 1)


@cache
def _offsets(zone: str) -> set[timedelta | None]:
    return {datetime(2026, month, 1, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 7)}
