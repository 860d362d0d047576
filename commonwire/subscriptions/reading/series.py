"""A rule, further dates, and dates left out. A rule that could be a bomb is refused by the calendar's own check, before it is expanded."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from commonwire.calendar.recurrence.rule import read_rule
from commonwire.subscriptions.reading.blocks import Block
from commonwire.subscriptions.reading.lines import Line
from commonwire.subscriptions.reading.taken import Notes
from commonwire.subscriptions.reading.times import LAST_YEAR, Around, When, read_value

MOST_DATES = 400
_HOURS = re.compile(r"BY(HOUR|MINUTE|SECOND)=([0-9]{1,2})")


def rule_of(block: Block, starts: When, notes: Notes) -> str:
    """Checked, in the form that the calendar keeps; empty when there is none or it was refused."""
    lines = [line for line in block.all("RRULE") if line.value.strip()]
    if len(lines) > 1:
        notes.say(_("It has several rules of repetition; only the first was taken."), doubtful=True)
    if block.line("EXRULE"):
        notes.say(_("It leaves dates out by a rule, which is not supported; those dates were not left out."), doubtful=True)
    if not lines:
        return ""
    try:
        return str(read_rule(_eased(lines[0].value, starts.local), ZoneInfo(starts.zone)))
    except ValidationError as error:
        why = " ".join(error.messages)
        notes.say(_("Its repetition was not taken, only its first date: %(why)s") % {"why": why}, doubtful=True)
        return ""


def _eased(text: str, starts: datetime) -> str:
    """Without what says nothing: spaces, words of one program, the hour that the first date has anyway, an end beyond all times."""
    hours = {"HOUR": starts.hour, "MINUTE": starts.minute, "SECOND": 0}
    kept = []
    for part in re.sub(r"\s", "", text.upper()[:600]).split(";"):
        by_hour = _HOURS.fullmatch(part)
        far = part.startswith("UNTIL=") and part[6:10].isdecimal() and int(part[6:10]) > LAST_YEAR
        if part and not part.startswith("X-") and not far and not (by_hour and hours[by_hour[1]] == int(by_hour[2])):
            kept.append(part)
    return ";".join(kept)


def dates_of(block: Block, name: str, starts: When, around: Around, notes: Notes) -> tuple[str, ...]:
    """RDATE or EXDATE as local times of the event, each once; a bare day has the hour of the first date."""
    found: dict[str, None] = {}
    for line in block.all(name):
        for value in line.value.split(",")[: MOST_DATES * 2]:
            local = _local(value, line, starts, around, notes)
            if local is None:
                notes.say(_("The date “%(date)s” of its repetition was not understood.") % {"date": value.strip()[:40]}, doubtful=True)
            else:
                found[local.isoformat(timespec="minutes")] = None
    if len(found) > MOST_DATES:
        notes.say(_("It lists more than %(most)s single dates; the rest was left out.") % {"most": MOST_DATES}, doubtful=True)
    return tuple(sorted(found)[:MOST_DATES])


def _local(value: str, line: Line, starts: When, around: Around, notes: Notes) -> datetime | None:
    value = value.partition("/")[0]  # of a PERIOD, when it begins
    when = read_value(value, line.parameters.get("TZID", ""), around, notes, days=line.parameters.get("VALUE", "").upper() == "DATE")
    if when is None:
        return None
    if when.whole_day or starts.whole_day:
        return datetime.combine(when.local.date(), starts.local.time())
    if when.told == "none":
        return when.local  # without a zone it is on the clocks of its event
    return when.in_zone(starts.zone).local
