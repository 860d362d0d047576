"""A recurrence rule (RFC 5545, RRULE), read and checked before anything is expanded.

A rule speaks of days alone: the hour is that of the first date. So no rule can ask for every second, and the work of expanding one is
bounded by the days it spans, whether it ever matches or not. Where calendar programs read a rule differently it is refused.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_INTERVAL = 99
MOST_COUNT = 2000
LAST_YEAR = 2199
LONGEST = 300
_BY = {  # name: (the largest number, whether it may be counted from the end, how many there may be)
    "BYMONTH": (12, False, 12),
    "BYMONTHDAY": (31, True, 31),
    "BYYEARDAY": (366, True, 60),
    "BYWEEKNO": (53, True, 53),
    "BYSETPOS": (366, True, 12),
}
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", *_BY}
_DAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?")


class RuleRefused(ValidationError):
    """Why this rule is not taken, in a sentence for whoever wrote it."""


@dataclass(frozen=True)
class Weekday:
    """Tuesday, the second Tuesday (2), the last Tuesday (-1) of its month or year."""

    day: int  # 0 is Monday
    nth: int = 0

    def __str__(self) -> str:
        return f"{self.nth or ''}{WEEKDAYS[self.day]}"


@dataclass(frozen=True)
class Rule:
    """`until` is a moment in UTC, or a day: then the whole of that day on the clocks of the place."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    weekdays: tuple[Weekday, ...] = ()
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0

    def __str__(self) -> str:
        """As a calendar file says it."""
        lists = {
            "BYMONTH": self.months,
            "BYWEEKNO": self.weeks,
            "BYYEARDAY": self.year_days,
            "BYMONTHDAY": self.month_days,
            "BYDAY": self.weekdays,
            "BYSETPOS": self.positions,
        }
        parts = [f"FREQ={self.frequency}"]
        parts += [f"INTERVAL={self.interval}"] if self.interval > 1 else []
        parts += [f"COUNT={self.count}"] if self.count else []
        parts += [f"UNTIL={_written(self.until)}"] if self.until else []
        parts += [f"{name}={','.join(map(str, values))}" for name, values in lists.items() if values]
        parts += [f"WKST={WEEKDAYS[self.week_start]}"] if self.week_start else []
        return ";".join(parts)

    def settled(self, zone: ZoneInfo, all_day: bool) -> "Rule":
        """The rule as a file must say it: UNTIL is a day for whole days, and a moment in UTC for hours."""
        if self.until is None:
            return self
        if all_day:
            day = self.until.astimezone(zone).date() if isinstance(self.until, datetime) else self.until
            return replace(self, until=day)
        if isinstance(self.until, datetime):
            return self
        return replace(self, until=(datetime.combine(self.until, time(23, 59, 59), zone)).astimezone(UTC))


def read_rule(text: str, zone: ZoneInfo | None = None) -> Rule:
    """The rule in a text such as `FREQ=WEEKLY;BYDAY=TU`, with or without `RRULE:`. `zone` reads an UNTIL that is no moment in UTC.

    Raises RuleRefused.
    """
    parts = _parts(text)
    frequency = parts.get("FREQ", "")
    if frequency in ("SECONDLY", "MINUTELY", "HOURLY"):
        raise RuleRefused(_("A series repeats by days, weeks, months or years, not by the hour or faster."))
    if frequency not in FREQUENCIES:
        raise RuleRefused(_("The rule must say how often: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY."))
    rule = Rule(
        frequency=frequency,
        interval=_number(parts, "INTERVAL", MOST_INTERVAL) or 1,
        count=_number(parts, "COUNT", MOST_COUNT),
        until=_until(parts["UNTIL"], zone) if "UNTIL" in parts else None,
        weekdays=_weekdays(parts.get("BYDAY", "")),
        months=_numbers(parts, "BYMONTH"),
        month_days=_numbers(parts, "BYMONTHDAY"),
        year_days=_numbers(parts, "BYYEARDAY"),
        weeks=_numbers(parts, "BYWEEKNO"),
        positions=_numbers(parts, "BYSETPOS"),
        week_start=_week_start(parts.get("WKST", "MO")),
    )
    _must_be_clear(rule)
    return rule


def _parts(text: str) -> dict[str, str]:
    text = text.strip().upper().removeprefix("RRULE:")
    if len(text) > LONGEST:
        raise RuleRefused(_("This rule is too long: %(most)s characters at most.") % {"most": LONGEST})
    parts: dict[str, str] = {}
    for part in text.strip(";").split(";"):
        name, equals, value = part.strip().partition("=")
        if not equals or not value:
            raise RuleRefused(_("“%(part)s” is not a part of a rule. A rule looks like this: FREQ=WEEKLY;BYDAY=TU") % {"part": part[:40]})
        if name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
            raise RuleRefused(_("The hour is that of the first date; a rule cannot name others (%(name)s).") % {"name": name})
        if name not in _KNOWN or name in parts:
            raise RuleRefused(_("The rule says “%(name)s”, which is unknown or stands twice.") % {"name": name[:40]})
        parts[name] = value.strip()
    return parts


def _whole(text: str, name: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,6}", text):
        raise RuleRefused(_("%(name)s needs whole numbers, not “%(given)s”.") % {"name": name, "given": text[:40]})
    return int(text)


def _number(parts: dict[str, str], name: str, most: int) -> int | None:
    if name not in parts:
        return None
    number = _whole(parts[name], name)
    if not 1 <= number <= most:
        raise RuleRefused(_("%(name)s is a number from 1 to %(most)s.") % {"name": name, "most": most})
    return number


def _numbers(parts: dict[str, str], name: str) -> tuple[int, ...]:
    if name not in parts:
        return ()
    most, backwards, how_many = _BY[name]
    numbers = dict.fromkeys(_whole(each.strip(), name) for each in parts[name].split(","))
    if len(numbers) > how_many:
        raise RuleRefused(_("%(name)s lists more than %(most)s numbers.") % {"name": name, "most": how_many})
    if any(not 1 <= abs(each) <= most or (each < 0 and not backwards) for each in numbers):
        raise RuleRefused(_("%(name)s lists a number that does not exist: from 1 to %(most)s.") % {"name": name, "most": most})
    return tuple(sorted(numbers))


def _weekdays(text: str) -> tuple[Weekday, ...]:
    found: list[Weekday] = []
    for each in text.split(",") if text else []:
        match = _DAY.fullmatch(each.strip())
        nth = int(match.group(1) or 0) if match else 0
        if not match or (match.group(1) and not 1 <= abs(nth) <= 53):
            raise RuleRefused(_("“%(given)s” is not a weekday. They are MO, TU, WE, TH, FR, SA, SU, or 2TU, -1FR.") % {"given": each[:40]})
        found.append(Weekday(WEEKDAYS.index(match.group(2)), nth))
    if len(found) > 35:
        raise RuleRefused(_("%(name)s lists more than %(most)s numbers.") % {"name": "BYDAY", "most": 35})
    return tuple(sorted(set(found), key=lambda each: (each.nth, each.day)))


def _week_start(text: str) -> int:
    if text not in WEEKDAYS:
        raise RuleRefused(_("WKST names the first day of the week: MO or SU, for example."))
    return WEEKDAYS.index(text)


def _until(text: str, zone: ZoneInfo | None) -> date | datetime:
    match = _UNTIL.fullmatch(text)
    try:
        if not match:
            raise ValueError
        day = datetime.strptime(match.group(1), "%Y%m%d").date()  # a day
        moment = datetime.strptime(match.group(1) + (match.group(2) or "000000"), "%Y%m%d%H%M%S")
    except ValueError:
        raise RuleRefused(_("UNTIL is a day, 20261231, or a moment in UTC, 20261231T225959Z.")) from None
    if not 1900 <= day.year <= LAST_YEAR:
        raise RuleRefused(_("UNTIL is too far away: the year %(last)s at most.") % {"last": LAST_YEAR})
    if not match.group(2):
        return day
    return moment.replace(tzinfo=UTC if match.group(3) or zone is None else zone).astimezone(UTC)


def _written(until: date | datetime) -> str:
    return f"{until:%Y%m%dT%H%M%SZ}" if isinstance(until, datetime) else f"{until:%Y%m%d}"


def _must_be_clear(rule: Rule) -> None:
    """Refuse what RFC 5545 forbids, and what programs read in different ways."""
    yearly, monthly = rule.frequency == "YEARLY", rule.frequency == "MONTHLY"
    counted = any(each.nth for each in rule.weekdays)
    within = 5 if monthly or rule.months else 53
    if rule.count and rule.until:
        raise RuleRefused(_("Give a number of times or an end, not both."))
    if counted and (not (yearly or monthly) or rule.weeks):
        raise RuleRefused(_("A counted weekday such as 2TU belongs into a rule by months or years."))
    if any(abs(each.nth) > within for each in rule.weekdays):
        raise RuleRefused(_("No month has more than five of a weekday."))
    if (rule.weeks or rule.year_days) and not yearly:
        raise RuleRefused(_("Numbers of weeks or of days of the year belong into a rule by years."))
    if rule.weeks and not rule.weekdays:
        raise RuleRefused(_("A rule by numbers of weeks must name the weekday: BYDAY=MO."))
    if rule.month_days and rule.frequency == "WEEKLY":
        raise RuleRefused(_("Days of the month do not go with a rule by weeks."))
    if rule.positions and not (yearly or monthly):
        raise RuleRefused(_("BYSETPOS counts within a month or a year; calendar programs do not agree on it elsewhere."))
    if rule.positions and not (rule.weekdays or rule.month_days or rule.year_days or rule.weeks or rule.months):
        raise RuleRefused(_("BYSETPOS counts among the days that another part of the rule names."))
