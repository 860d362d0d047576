"""How often, asked in questions that need no knowledge of rules: from the answers to a rule, and back."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.calendar.form_fields import FIRST_YEAR, LAST_YEAR
from commonwire.calendar.models import Event
from commonwire.calendar.recurrence.rule import Rule, Weekday, read_rule


class Repeats(models.TextChoices):
    NO = "no", gettext_lazy("no, once")
    DAILY = "daily", gettext_lazy("every day")
    WEEKLY = "weekly", gettext_lazy("every week, on the weekdays ticked below")
    MONTHLY_DAY = "monthly-day", gettext_lazy("every month on the same date")
    MONTHLY_NTH = "monthly-nth", gettext_lazy("every month on the same weekday: the second Tuesday, for example")
    MONTHLY_LAST = "monthly-last", gettext_lazy("every month on the last such weekday: the last Friday, for example")
    YEARLY = "yearly", gettext_lazy("every year")
    RULE = "rule", gettext_lazy("by a rule in the words of calendar files, given below")


_FREQUENCY = {
    Repeats.DAILY: "DAILY",
    Repeats.WEEKLY: "WEEKLY",
    Repeats.MONTHLY_DAY: "MONTHLY",
    Repeats.MONTHLY_NTH: "MONTHLY",
    Repeats.MONTHLY_LAST: "MONTHLY",
    Repeats.YEARLY: "YEARLY",
}
_DATE = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})(?:[ T]+(\d{1,2}:\d{2}))?")


def rule_of(answers: Mapping[str, Any], first: date) -> str:
    """The rule for these answers; "" for an event that happens once. ValidationError by the name of the field."""
    how = answers.get("repeats") or Repeats.NO
    if how == Repeats.NO:
        return ""
    if how == Repeats.RULE:
        return _written(answers)
    if answers.get("until_date") and answers.get("times"):
        raise ValidationError({"times": _("Give a last day or a number of times, not both.")})
    rule = Rule(
        _FREQUENCY[how],
        interval=answers.get("every") or 1,
        count=answers.get("times"),
        until=answers.get("until_date"),
        weekdays=_weekdays(how, answers, first),
    )
    return str(rule)


def _written(answers: Mapping[str, Any]) -> str:
    if not answers.get("rule_text"):
        raise ValidationError({"rule_text": _("Give the rule, for example FREQ=MONTHLY;BYDAY=2TU")})
    try:
        return str(read_rule(str(answers["rule_text"])))
    except ValidationError as refused:
        raise ValidationError({"rule_text": refused.messages}) from refused


def _weekdays(how: str, answers: Mapping[str, Any], first: date) -> tuple[Weekday, ...]:
    match how:
        case Repeats.WEEKLY:
            return tuple(Weekday(int(each)) for each in sorted(answers.get("weekdays") or [])) or (Weekday(first.weekday()),)
        case Repeats.MONTHLY_NTH:
            return (Weekday(first.weekday(), (first.day - 1) // 7 + 1),)
        case Repeats.MONTHLY_LAST:
            return (Weekday(first.weekday(), -1),)
    return ()


def answers_of(event: Event) -> dict[str, object]:
    """The answers that give this event's rule; where none do, the rule itself."""
    hour = event.local_start.time()
    dates = {"further": _lines(event.further_dates, hour), "left_out_dates": _lines(event.left_out, hour)}
    if not event.rule:
        return {"repeats": Repeats.NO, **dates}
    rule = read_rule(event.rule)
    until = rule.until.astimezone(event.zoneinfo).date() if isinstance(rule.until, datetime) else rule.until
    common: dict[str, object] = {"every": rule.interval, "until_date": until, "times": rule.count, **dates}
    for how in _FREQUENCY:
        answers = common | {"repeats": how, "weekdays": [str(each.day) for each in rule.weekdays]}
        if rule_of(answers, event.day) == str(replace(rule, until=until)):
            return answers
    return {"repeats": Repeats.RULE, "rule_text": event.rule, **dates}


def _lines(days: list[str], usual: time) -> str:
    """One date a line; its hour only where it is another than usual."""
    moments = [datetime.fromisoformat(each) for each in days]
    return "\n".join(f"{each:%Y-%m-%d}" if each.time() == usual else f"{each:%Y-%m-%d %H:%M}" for each in moments)


def read_dates(text: str) -> list[str]:
    """`2026-03-03` or `2026-03-03 19:00`, parted by lines, commas or semicolons. ValidationError names what is none."""
    found = []
    for each in re.split(r"[\n,;]+", text):
        words = each.strip()
        match = _DATE.fullmatch(words)
        try:
            if match:
                found.append(_iso(match.group(1), match.group(2)))
            elif words:
                raise ValueError
        except ValueError:
            message = _("“%(given)s” is not a date: 2026-01-23, or with an hour 2026-01-23 18:30.") % {"given": words[:40]}
            raise ValidationError(message) from None
    return list(dict.fromkeys(found))


def _iso(day: str, hour: str | None) -> str:
    local = datetime.strptime(day, "%Y-%m-%d")  # on the clocks of its place
    if not FIRST_YEAR <= local.year <= LAST_YEAR:
        raise ValueError
    return f"{local:%Y-%m-%d}" if hour is None else datetime.combine(local, time.fromisoformat(hour.zfill(5))).isoformat(timespec="minutes")
