"""Where the views of the calendar lie, and which day each leads to."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from commonwire.site.models import Site

ROOT = "/calendar/"


def day_path(day: date) -> str:
    return f"{ROOT}{day:%Y/%m/%d}/"


def month_path(day: date) -> str:
    return f"{ROOT}{day:%Y/%m}/"


def week_path(day: date) -> str:
    """By ISO 8601: a week belongs to the year of its Thursday."""
    year, week, _weekday = day.isocalendar()
    return f"{ROOT}{year}/w{week:02}/"


@dataclass(frozen=True)
class Cut:
    """The days of one page: a day, a week from Monday on, or a month."""

    kind: str  # day, week or month
    first: date
    last: date

    @classmethod
    def of(cls, kind: str, day: date) -> "Cut":
        if kind == "week":
            monday = day - timedelta(days=day.weekday())
            return cls(kind, monday, monday + timedelta(days=6))
        if kind == "month":
            first = day.replace(day=1)
            return cls(kind, first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1))
        return cls("day", day, day)

    @property
    def path(self) -> str:
        return {"day": day_path, "week": week_path, "month": month_path}[self.kind](self.first)

    @property
    def earlier(self) -> "Cut":
        return Cut.of(self.kind, self.first - timedelta(days=1))

    @property
    def later(self) -> "Cut":
        return Cut.of(self.kind, self.last + timedelta(days=1))

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def stays_at(self, present: date, busy: list[date]) -> date:
        """The day that other views open on: today if it is among these days, otherwise the first that has a date, or a middle one."""
        return present if self.holds(present) else busy[0] if busy else self.days[len(self.days) // 2]


@dataclass(frozen=True)
class View:
    code: str
    title: str
    path: str


def views_around(day: date, site: Site, language: str) -> list[View]:
    """The other ways to look, at the same day where that means anything."""
    ways = [
        ("agenda", _("Agenda"), ROOT),
        ("day", _("Day"), day_path(day)),
        ("week", _("Week"), week_path(day)),
        ("month", _("Month"), month_path(day)),
        ("map", _("Map"), f"{ROOT}map/"),
    ]
    return [View(code, title, site.at(language, path)) for code, title, path in ways]


def webcal(site: Site, path: str) -> str:
    """The address by which a calendar program subscribes."""
    return "webcal://" + site.address(path).split("://", 1)[-1]
