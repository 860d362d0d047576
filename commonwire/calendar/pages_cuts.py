"""A day, a week, a month: the page and the file of each. They are baked where there is a date, and answered where there is none."""

from datetime import date, datetime, timedelta

from django.utils import formats
from django.utils.translation import gettext as _

from commonwire.calendar.icalendar.file import calendar_file
from commonwire.calendar.links import Cut, day_path, views_around, week_path
from commonwire.calendar.models import Occurrence
from commonwire.calendar.queries import by_each_day, doubtful_from, for_file, is_near, nearest, of_days, start_of, today
from commonwire.calendar.views_of import DayOfAgenda, calendar_frame, files_context
from commonwire.press.printing import Dropped, Page, Written
from commonwire.site.models import Site
from commonwire.site.queries import midnight

MOST = {"day": 1000, "week": 40, "month": 5}  # lines for each day


def cut_page(cut: Cut, site: Site, language: str) -> Page | Dropped:
    """Baked where anything happens; elsewhere nothing is kept."""
    return page_of(cut, site, language) if of_days(cut.first, cut.last) else Dropped(site.at(language, cut.path))


def page_of(cut: Cut, site: Site, language: str) -> Page:
    path = site.at(language, cut.path)
    moments = [each for each in (_today_passes(cut, site), doubtful_from(of_days(cut.first, cut.last))) if each]
    return Page(path, f"calendar/{cut.kind}.html", lambda: _context(cut, site, language), language, until=min(moments, default=None))


def _context(cut: Cut, site: Site, language: str) -> dict[str, object]:
    dates, present = of_days(cut.first, cut.last), today(site)
    path = site.at(language, f"{cut.path}calendar.ics")
    stays = cut.stays_at(present, [each.day for each in dates if cut.holds(each.day)])
    frame = calendar_frame(site, language, site.at(language, cut.path), title_of(cut), path, findable=bool(dates))
    return {
        "frame": frame,
        "site": site,
        "language": language,
        "cut": cut,
        "today": present,
        "dates": dates,
        "title": title_of(cut),
        "views": views_around(stays, site, language),
        "view": cut.kind,
        **_neighbours(cut, site, language, bool(dates)),
        **files_context(site, path),
        **_laid_out(cut, dates, site, language),
    }


def title_of(cut: Cut) -> str:
    if cut.kind == "month":
        return formats.date_format(cut.first, _("F Y"))
    if cut.kind == "week":
        year, week, _weekday = cut.first.isocalendar()
        return _("Week %(week)s of %(year)s") % {"week": week, "year": year}
    return formats.date_format(cut.first, _("l j F Y"))


def _neighbours(cut: Cut, site: Site, language: str, is_busy: bool) -> dict[str, object]:
    """Before and after. Beside a page that has dates both are answered in any case; from an empty one the nearest dates are shown too."""
    if is_busy:
        return {"earlier": _link(cut.earlier, site, language), "later": _link(cut.later, site, language)}
    near = [_link(each, site, language) if is_near(each.first, each.last, site) else None for each in (cut.earlier, cut.later)]
    found = [_link(Cut.of(cut.kind, day), site, language) if day else None for day in nearest(cut.first, cut.last)]
    return {"earlier": near[0], "later": near[1], "nearest": [each for each in found if each]}


def _link(cut: Cut, site: Site, language: str) -> dict[str, str]:
    return {"path": site.at(language, cut.path), "title": title_of(cut)}


def _laid_out(cut: Cut, dates: list[Occurrence], site: Site, language: str) -> dict[str, object]:
    filled = by_each_day(dates)
    days = {day: _day(day, *filled[day], MOST[cut.kind], site.at(language, day_path(day))) for day in cut.days}
    if cut.kind != "month":
        return {"days": list(days.values())}
    monday = cut.first - timedelta(days=cut.first.weekday())
    weeks = []
    while monday <= cut.last:
        week = [monday + timedelta(days=n) for n in range(7)]
        weeks.append(
            {"path": site.at(language, week_path(monday)), "number": monday.isocalendar().week, "days": [days.get(d) for d in week]}
        )
        monday += timedelta(days=7)
    return {"weeks": weeks, "weekdays": [monday + timedelta(days=n) for n in range(7)]}


def _day(day: date, begin: list[Occurrence], go_on: list[Occurrence], most: int, path: str) -> DayOfAgenda:
    """What begins comes first, so that a month of strikes pushes no evening off its day."""
    more = max(0, len(begin) + len(go_on) - most)
    return DayOfAgenda(day, begin[:most], path, more, go_on[: max(0, most - len(begin))])


def _today_passes(cut: Cut, site: Site) -> datetime | None:
    """Only the running week or month marks a day as today; a coming one begins to. A day marks nothing."""
    present = today(site)
    if cut.kind == "day" or cut.last < present:
        return None
    return midnight(site) if cut.holds(present) else start_of(cut.first, site)


def cut_file(cut: Cut, site: Site, language: str) -> Written:
    """A file that held something is emptied, not dropped: whoever subscribed to it is to forget what it held."""
    path = site.at(language, f"{cut.path}calendar.ics")

    def content() -> bytes:
        return calendar_file(for_file(of_days(cut.first, cut.last)), site, f"{site.name}: {title_of(cut)}", path)

    return Written(path, content, language, until=doubtful_from(of_days(cut.first, cut.last)))


def read_cut(text: str) -> Cut:
    """`2026-01` or `2026-01-16`, as page keys have it."""
    parts = [int(part) for part in text.split("-")]
    return Cut.of("day", date(*parts)) if len(parts) == 3 else Cut.of("month", date(parts[0], parts[1], 1))
