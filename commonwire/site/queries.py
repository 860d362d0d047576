"""The site, as decided or as it comes."""

from datetime import datetime, timedelta

from commonwire.base import clock
from commonwire.base.remember import once
from commonwire.site.models import Site


def the_site() -> Site:
    """The one row; before the first set-up, the defaults."""
    return once("site", lambda: Site.objects.filter(pk=1).first() or Site(pk=1))


def midnight(site: Site) -> datetime:
    """When "today" ends where the site is."""
    tomorrow = (clock.now().astimezone(site.zoneinfo) + timedelta(days=1)).date()
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=site.zoneinfo)
