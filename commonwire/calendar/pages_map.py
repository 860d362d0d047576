"""What comes within a month, on a map drawn here, and the same in words beside it."""

from datetime import timedelta

from django.utils import formats
from django.utils.translation import gettext as _

from commonwire.calendar.icalendar.file import calendar_file
from commonwire.calendar.links import ROOT, views_around
from commonwire.calendar.models import Occurrence
from commonwire.calendar.queries import coming_days, for_file, today
from commonwire.calendar.telling import telling_of
from commonwire.calendar.views_of import calendar_frame, days_of_agenda, files_context
from commonwire.calendar.whereabouts import whereabouts
from commonwire.chrome.templatetags.wire import clock_time
from commonwire.maps.drawing import Pin, draw_map
from commonwire.press.printing import Page, Written
from commonwire.site.models import Site
from commonwire.site.queries import midnight
from commonwire.taxonomy.models import Region

DAYS = 30
MOST = 500
FILE = f"{ROOT}map/calendar.ics"


def map_page(site: Site, language: str) -> Page:
    path = site.at(language, f"{ROOT}map/")
    return Page(path, "calendar/map.html", lambda: _context(path, site, language), language, until=midnight(site), shows=["map"])


def map_file(site: Site, language: str) -> Written:
    """The dates that stand on the map's page, with a point or without one."""
    path = site.at(language, FILE)

    def content() -> bytes:
        return calendar_file(for_file(_dates(site)), site, f"{site.name}: {_title()}", path)

    return Written(path, content, language, until=midnight(site))


def _title() -> str:
    return _("Map of the coming %(days)s days") % {"days": DAYS}


def _dates(site: Site) -> list[Occurrence]:
    return [date for _day, some in coming_days(site, DAYS, most=MOST) for date in some]


def _context(path: str, site: Site, language: str) -> dict[str, object]:
    title, ics, dates = _title(), site.at(language, FILE), _dates(site)
    placed = [date for date in dates if whereabouts(date).has_point]
    pins = [_pin(date, site) for date in placed]
    return {
        "frame": calendar_frame(site, language, path, title, ics),
        "site": site,
        "language": language,
        "title": title,
        "svg": draw_map(pins, regions=list(Region.objects.all()), title=title),
        "pins": pins,
        "elsewhere": days_of_agenda([date for date in dates if date not in placed], site, language),
        "views": views_around(today(site), site, language),
        "view": "map",
        "until": today(site) + timedelta(days=DAYS),
        **files_context(site, ics),
    }


def _pin(date: Occurrence, site: Site) -> Pin:
    where, local = whereabouts(date), date.local_start
    hour = "" if date.event.all_day else f" {clock_time(site, local)}"
    when = f"{formats.date_format(local.date(), _('D j M'))}{hour}"
    telling = telling_of(date)
    words = ", ".join(each for each in (str(telling.word) if telling else "", when, date.post.headline, where.line) if each)
    if where.latitude is None or where.longitude is None:
        raise ValueError("a date without a point has no pin")
    return Pin(where.latitude, where.longitude, words, date.post.path or "")
