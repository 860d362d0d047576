"""When an embargo ends, read from a line that people write: `EMBARGOED UNTIL Friday, January 23, 2026, 9:00 AM CT`."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from commonwire.base.clock import now

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
# A zone word names the clock on the wall there: who writes EST in July means the hour that people in New York see.
_ZONES = {
    **dict.fromkeys(("et", "est", "edt", "eastern"), "America/New_York"),
    **dict.fromkeys(("ct", "cst", "cdt", "central"), "America/Chicago"),
    **dict.fromkeys(("mt", "mst", "mdt", "mountain"), "America/Denver"),
    **dict.fromkeys(("pt", "pst", "pdt", "pacific"), "America/Los_Angeles"),
    **dict.fromkeys(("akt", "akst", "akdt"), "America/Anchorage"),
    "hst": "Pacific/Honolulu",
    **dict.fromkeys(("utc", "gmt", "z"), "UTC"),
    "bst": "Europe/London",
    **dict.fromkeys(("cet", "cest"), "Europe/Berlin"),
}
_WEEKDAYS = """monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun
    lunes martes miércoles jueves viernes sábado domingo"""
_SMALL = """at on the of de del el a las la time local hours hrs hr h o'clock noon midnight mediodía medianoche am pm and by
    st nd rd th t"""
_DAYS = {*_WEEKDAYS.split(), "noon", "midnight"}
_KNOWN = {*_MONTHS, *_ZONES, *_DAYS, *_SMALL.split()}

_MONTH = rf"\b(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_YEAR = r"(?:[ ,]+(?:del? )?(?P<year>(?:19|20)\d\d)\b)?"
_DATES = [
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:20)?\d\d)\b"),
    re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:20)?\d\d)\b"),
    re.compile(rf"{_MONTH} +(?:the )?{_DAY}{_YEAR}"),
    re.compile(rf"{_DAY} +(?:of |de )?{_MONTH}{_YEAR}"),
]
_TIMES = [
    re.compile(r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)? ?(?P<half>[ap])\.? ?m\b\.?"),
    re.compile(r"(?<![\d.])(?P<hour>[012]?\d)[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d.])"),
    re.compile(r"\b(?P<hour>[012]\d)(?P<minute>[0-5]\d) ?(?:hours|hrs|h)\b"),
]


def reads_as_a_moment(text: str) -> bool:
    """Whether nothing but a date or a time is said: numbers, names of months, days and zones, and the words between them."""
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", re.sub(r"\b([ap])\. ?m\b", r"\1m", text.lower()))
    return all(word in _KNOWN for word in words) and bool(re.search(r"\d", text) or set(words) & _DAYS)


def embargo_moment(status_line: str, zone: str | tzinfo, today: date | None = None) -> datetime | None:
    """The moment in UTC, or None when the line names no day.

    `zone` is the site's, unless the line names one. A day without an hour means its beginning; without a year, the next such
    day from `today`; midnight, the one that ends the day (what is held too long can be let go, never the other way round).
    Of 1/2/2026 the first number is the month, unless it cannot be; of 1.2.2026 it is the day.
    """
    text = " ".join(status_line.lower().replace("–", "-").replace("’", "'").split())
    place = _zone(text) or (ZoneInfo(zone) if isinstance(zone, str) else zone)
    found = _day(text, today or now().astimezone(place).date())
    if not found:
        return None
    day, rest = found
    hour = _hour(rest)
    if hour is None:
        return None
    return (datetime.combine(day, time(), tzinfo=place) + hour).astimezone(UTC)


def _zone(text: str) -> tzinfo | None:
    words = [word for word in re.findall(r"[a-z]+", text) if word in _ZONES]
    stamped = re.search(r"\d{2}:\d{2}(?::\d{2})?z\b", text)
    return ZoneInfo("UTC") if stamped else ZoneInfo(_ZONES[words[-1]]) if words else None


def _day(text: str, today: date) -> tuple[date, str] | None:
    """The day, and the line without it."""
    for pattern in _DATES:
        found = pattern.search(text)
        if not found:
            continue
        month, day = _MONTHS.get(found["month"]) or int(found["month"]), int(found["day"])
        if month > 12 and "/" in found.group():
            month, day = day, month
        made = _dated(found["year"], month, day, today)
        return (made, f"{text[: found.start()]} ; {text[found.end() :]}") if made else None
    return None


def _dated(year: str | None, month: int, day: int, today: date) -> date | None:
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        coming = date(today.year, month, day)
        return coming if coming >= today else date(today.year + 1, month, day)
    except ValueError:  # the 31st of June: there is no such day
        return None


def _hour(text: str) -> timedelta | None:
    """How far into the day, by the clock on the wall, is said in what is left of the line; None when that cannot be told."""
    for pattern in _TIMES:
        found = pattern.search(text)
        if found:
            groups = found.groupdict()
            hour, half = int(groups["hour"]), groups.get("half")
            if half and 1 <= hour <= 12:
                hour = hour % 12 + (12 if half == "p" else 0)
            left = text[: found.start()] + text[found.end() :]
            # A number that is neither day nor hour may be the one that counts: rather ask than let it out too early.
            return None if hour >= 24 or re.search(r"\d", left) else timedelta(hours=hour, minutes=int(groups["minute"] or 0))
    if re.search(r"\d", text):
        return None
    if re.search(r"\b(noon|mediodía)\b", text):
        return timedelta(hours=12)
    return timedelta(days=1) if re.search(r"\b(midnight|medianoche)\b", text) else timedelta()
