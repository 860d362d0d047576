"""Rules as organisers and their programs write them, and zones with every habit that clocks have: the same ones everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

ZONES = [
    "America/Los_Angeles",
    "America/New_York",
    "America/Chicago",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Santiago",
    "America/Havana",
    "America/Mexico_City",
    "America/Nuuk",
    "Europe/Madrid",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Moscow",
    "Europe/Istanbul",
    "Europe/Chisinau",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Johannesburg",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Jerusalem",
    "Asia/Beirut",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Asia/Gaza",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Australia/Adelaide",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Honolulu",
    "Atlantic/Azores",
    "Antarctica/Troll",
    "UTC",
]
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HOURS = ((0, 0), (0, 30), (1, 30), (2, 0), (2, 30), (3, 15), (9, 0), (12, 0), (18, 30), (19, 0), (23, 30))
BEGINS = datetime(2026, 1, 5)


@dataclass(frozen=True)
class Made:
    rule: str
    zone: str
    starts: datetime  # UTC
    ends: datetime | None
    all_day: bool = False
    further_dates: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def made_rules(count: int, seed: int = 20260123) -> Iterator[Made]:
    draw = Random(seed)
    for number in range(count):
        yield _made(draw, ZONES[number % len(ZONES)])


def _made(draw: Random, zone: str) -> Made:
    all_day = draw.random() < 0.12
    local = BEGINS + timedelta(days=draw.randrange(300))
    hour, minute = (0, 0) if all_day else draw.choice(HOURS)
    starts = local.replace(hour=hour, minute=minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    lasts = timedelta(days=1) if all_day else draw.choice([None, timedelta(minutes=90), timedelta(hours=5)])
    near = [local.replace(hour=hour, minute=minute) + timedelta(days=each) for each in draw.sample(range(10, 900), 4)]
    listed = tuple(each.isoformat(timespec="minutes") for each in near) if draw.random() < 0.25 else ()
    return Made(
        rule=_rule(draw, local),
        zone=zone,
        starts=starts,
        ends=_end(starts, lasts, zone, all_day),
        all_day=all_day,
        further_dates=listed[:2],
        left_out=(*listed[2:], *([(local.replace(hour=hour, minute=minute) + timedelta(weeks=3)).isoformat()] if listed else [])),
    )


def _end(starts: datetime, lasts: timedelta | None, zone: str, all_day: bool) -> datetime | None:
    if lasts is None:
        return None
    if not all_day:
        return starts + lasts
    return (starts.astimezone(ZoneInfo(zone)).replace(tzinfo=None) + lasts).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _rule(draw: Random, first: datetime) -> str:
    kind = draw.choice(
        ["daily", "weekly", "weekly", "weekly", "monthly day", "monthly nth", "monthly nth", "last working", "yearly", "yearly nth"]
    )
    rule = {
        "daily": lambda: f"FREQ=DAILY;INTERVAL={draw.choice([1, 2, 3, 10])}",
        "weekly": lambda: f"FREQ=WEEKLY;INTERVAL={draw.choice([1, 1, 1, 2, 3])};BYDAY={_days(draw, first)}",
        "monthly day": lambda: f"FREQ=MONTHLY;BYMONTHDAY={draw.choice([1, 13, 15, 29, 30, 31, -1, -2])}",
        "monthly nth": lambda: (
            f"FREQ=MONTHLY;INTERVAL={draw.choice([1, 1, 2])};BYDAY={draw.choice([1, 2, 3, 4, 5, -1])}{draw.choice(WEEKDAYS)}"
        ),
        "last working": lambda: f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={draw.choice([-1, 1, 2])}",
        "yearly": lambda: f"FREQ=YEARLY;BYMONTH={draw.randrange(1, 13)};BYMONTHDAY={draw.choice([1, 8, 23, 28])}",
        "yearly nth": lambda: f"FREQ=YEARLY;BYMONTH={draw.randrange(1, 13)};BYDAY={draw.choice([1, 2, -1])}{draw.choice(WEEKDAYS)}",
    }[kind]()
    if kind in ("weekly", "daily") and draw.random() < 0.2:
        rule += f";BYMONTH={','.join(map(str, sorted(draw.sample(range(1, 13), 5))))}"
    if kind == "weekly" and draw.random() < 0.2:
        rule += ";WKST=SU"
    return rule + _ending(draw, first)


def _days(draw: Random, first: datetime) -> str:
    chosen = {WEEKDAYS[first.weekday()], *draw.sample(WEEKDAYS, draw.choice([0, 0, 1, 2]))}
    return ",".join(day for day in WEEKDAYS if day in chosen)


def _ending(draw: Random, first: datetime) -> str:
    how = draw.random()
    if how < 0.2:
        return f";COUNT={draw.choice([1, 5, 30, 100])}"
    if how < 0.4:
        return f";UNTIL={first + timedelta(days=draw.randrange(400, 1500)):%Y%m%d}"
    return ""
