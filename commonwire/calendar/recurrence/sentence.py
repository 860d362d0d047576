"""A series in words: "every second Tuesday at 18:30 until 3 March 2026". In the language being spoken."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.utils import formats
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commonwire.calendar.models import Event
from commonwire.calendar.recurrence.expand import completed
from commonwire.calendar.recurrence.rule import Rule, Weekday, read_rule
from commonwire.chrome.templatetags.wire import clock_time
from commonwire.site.queries import the_site

NTH = {
    1: gettext_lazy("first"),
    2: gettext_lazy("second"),
    3: gettext_lazy("third"),
    4: gettext_lazy("fourth"),
    5: gettext_lazy("fifth"),
    -1: gettext_lazy("last"),
    -2: gettext_lazy("second to last"),
}
WORKING = tuple(Weekday(day) for day in range(5))
MOST_NAMED = 6  # single dates; of more only the number is said


def series_words(event: Event) -> str:
    """ "" for an event that happens once."""
    if not event.is_series:
        return ""
    first = event.local_start
    hour = "" if event.all_day else clock_time(the_site(), first)
    said = _with_hour(rule_words(read_rule(event.rule), first.date()), hour) if event.rule else ""
    said = _with_end(said, read_rule(event.rule), event) if event.rule else said
    further = [*([] if event.rule else [first.replace(tzinfo=None).isoformat()]), *event.further_dates]
    if further:
        named = _with_hour(_named(further), "" if event.rule else hour)
        said = _("%(series)s, and on %(days)s") % {"series": said, "days": named} if said else _("on %(days)s") % {"days": named}
    return _("%(series)s, but not on %(days)s") % {"series": said, "days": _named(event.left_out)} if event.left_out else said


def rule_words(rule: Rule, first: date) -> str:
    """The rule alone, without hour and end. One that no sentence of ours fits is given as it is written."""
    told = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}[rule.frequency](completed(rule, first))
    return told or _("by the rule %(rule)s") % {"rule": replace(rule, count=None, until=None)}


def _with_hour(said: str, hour: str) -> str:
    return _("%(series)s at %(hour)s") % {"series": said, "hour": hour} if hour else said


def _with_end(said: str, rule: Rule, event: Event) -> str:
    if rule.count:
        times = ngettext("once", "%(count)s times", rule.count) % {"count": rule.count}
        return _("%(series)s, %(times)s") % {"series": said, "times": times}
    if rule.until is None:
        return said
    last = rule.until.astimezone(event.zoneinfo).date() if isinstance(rule.until, datetime) else rule.until
    return _("%(series)s until %(day)s") % {"series": said, "day": _day(last)}


def _day(day: date) -> str:
    return formats.date_format(day, _("j F Y"))


def _named(days: Sequence[str]) -> str:
    if len(days) > MOST_NAMED:
        return ngettext("%(count)s day", "%(count)s days", len(days)) % {"count": len(days)}
    return _list([_day(datetime.fromisoformat(each).date()) for each in days])


def _list(words: Sequence[str]) -> str:
    """a, b and c"""
    if len(words) < 2:
        return "".join(words)
    return _("%(words)s and %(last)s") % {"words": ", ".join(words[:-1]), "last": words[-1]}


def _weekdays(days: Sequence[Weekday]) -> str:
    return _list([str(WEEKDAYS[each.day]) for each in days])


def _counted(days: Sequence[Weekday]) -> str:
    """the second Tuesday; "" when one of them has no number, or one that nobody says"""
    if not days or any(each.nth not in NTH for each in days):
        return ""
    return _list([_("the %(nth)s %(weekday)s") % {"nth": NTH[each.nth], "weekday": WEEKDAYS[each.day]} for each in days])


def _daily(rule: Rule) -> str:
    if rule.months or rule.month_days:
        return ""
    if rule.weekdays == WORKING and rule.interval == 1:
        return _("every day from Monday to Friday")
    if rule.weekdays:
        return ""
    return ngettext("every day", "every %(count)s days", rule.interval) % {"count": rule.interval}


def _weekly(rule: Rule) -> str:
    if rule.months:
        return ""
    if rule.weekdays == WORKING and rule.interval == 1:
        return _("every day from Monday to Friday")
    days = {"days": _weekdays(rule.weekdays), "count": rule.interval}
    if rule.interval == 1:
        return _("every %(days)s") % days
    if rule.interval == 2:
        return _("every second %(days)s") % days if len(rule.weekdays) == 1 else _("every second week on %(days)s") % days
    return ngettext("every week on %(days)s", "every %(count)s weeks on %(days)s", rule.interval) % days


def _monthly(rule: Rule) -> str:
    if rule.months:
        return ""
    return _of_months(_in_month(rule), rule.interval)


def _of_months(which: str, interval: int) -> str:
    if not which:
        return ""
    months = ngettext("every month", "every %(count)s months", interval) % {"count": interval}
    return _("%(months)s on %(days)s") % {"months": months, "days": which}


def _in_month(rule: Rule) -> str:
    """the second Tuesday, the 13th day, the last working day; "" when no words fit"""
    if rule.positions:
        if len(rule.positions) > 1 or rule.month_days or rule.positions[0] not in NTH or any(each.nth for each in rule.weekdays):
            return ""
        nth = NTH[rule.positions[0]]
        if rule.weekdays == WORKING:
            return _("the %(nth)s working day") % {"nth": nth}
        return _counted([Weekday(rule.weekdays[0].day, rule.positions[0])]) if len(rule.weekdays) == 1 else ""
    if rule.weekdays:
        return "" if rule.month_days else _counted(rule.weekdays)
    if rule.month_days == (-1,):
        return _("the last day")
    return "" if any(each < 0 for each in rule.month_days) else _list([_("day %(number)s") % {"number": each} for each in rule.month_days])


def _yearly(rule: Rule) -> str:
    if rule.weeks or rule.year_days or len(rule.months) != 1 or rule.positions:
        return ""
    month = MONTHS[rule.months[0]]
    if rule.weekdays and not rule.month_days:
        which = _counted(rule.weekdays)
        on = _("%(days)s of %(month)s") % {"days": which, "month": month} if which else ""
    elif not rule.weekdays and len(rule.month_days) == 1 and rule.month_days[0] > 0:
        on = formats.date_format(date(2024, rule.months[0], 1).replace(day=rule.month_days[0]), _("j F")) if _exists(rule) else ""
    else:
        on = ""
    years = ngettext("every year", "every %(count)s years", rule.interval) % {"count": rule.interval}
    return _("%(years)s on %(day)s") % {"years": years, "day": on} if on else ""


def _exists(rule: Rule) -> bool:
    """Whether a leap year has this day."""
    return rule.month_days[0] <= (date(2024 + rule.months[0] // 12, rule.months[0] % 12 + 1, 1) - date(2024, rule.months[0], 1)).days
