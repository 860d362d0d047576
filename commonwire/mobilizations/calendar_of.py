"""One calendar of all rallies, with the day itself above them."""

from dataclasses import replace
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from commonwire.calendar.icalendar.whole import Whole
from commonwire.calendar.links import View
from commonwire.calendar.views_of import CalendarOf
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.queries import rallies_of
from commonwire.mobilizations.words import RALLIES


def uid_of(mobilization: Mobilization) -> str:
    """What calendar files call the day: `RELATED-TO` of each rally names it."""
    return f"action-{mobilization.post.public_id}@{urlsplit(settings.SITE_URL).hostname}"


def calendar_of(mobilization: Mobilization) -> CalendarOf:
    name = mobilization.name
    whole = Whole(
        uid=uid_of(mobilization),
        title=name,
        first=mobilization.first_day,
        last=mobilization.last_day,
        path=mobilization.path,
        sequence=mobilization.sequence,
        changed=mobilization.post.updated or mobilization.post.published,
    )
    return CalendarOf(
        path=f"{mobilization.path}calendar/",
        title=_("Calendar: %(name)s") % {"name": name},
        where={"event__in": rallies_of(mobilization).values("event")},
        key=mobilization.part(RALLIES),
        parents=(whole, *_further(mobilization, whole)),
        above=View("", name, mobilization.path),
    )


def _further(mobilization: Mobilization, whole: Whole) -> list[Whole]:
    """Days that do not follow on each other are entries of their own."""
    days = [day for day in mobilization.days if day > mobilization.last_day]
    return [replace(whole, uid=f"{whole.uid}-{day:%Y%m%d}", first=day, last=day) for day in days]
