"""What coverage prints of a day of action: the list of its reports and their months, the live ticker and its days, turnout."""

from collections.abc import Iterator

from django.utils.translation import override

from commonwire.coverage.keys import LIVE, REPORTS, TURNOUT
from commonwire.coverage.models import TickerEntry
from commonwire.coverage.pages_of_live import live_day, live_page
from commonwire.coverage.pages_of_reports import reports_day, reports_head, reports_month
from commonwire.coverage.pages_of_turnout import turnout_files, turnout_page
from commonwire.coverage.queries import counted_days
from commonwire.mobilizations.models import Mobilization
from commonwire.newswire.words import Medium
from commonwire.press.printing import Dropped, Key, Printed, prints
from commonwire.site.models import Site
from commonwire.site.queries import the_site


def _every() -> Iterator[str]:
    site = the_site()
    for mobilization in Mobilization.objects.public().select_related("post").order_by("-first_day"):
        yield from every_part(mobilization, site)


def every_part(mobilization: Mobilization, site: Site) -> Iterator[str]:
    """The keys of all pages that coverage prints of this day."""
    yield from (mobilization.part(each) for each in (REPORTS, LIVE, TURNOUT))
    reported = counted_days(mobilization, site.zoneinfo)
    yield from (mobilization.part(f"{REPORTS}-{month}") for month in dict.fromkeys(f"{day:%Y-%m}" for day in reported))
    yield from (mobilization.part(f"{REPORTS}-{day}") for day in reported)
    moments = TickerEntry.objects.filter(mobilization=mobilization).values_list("at", flat=True)
    days = {each.astimezone(site.zoneinfo).date() for each in moments}
    yield from (mobilization.part(f"{LIVE}-{day}") for day in sorted(days))


@prints("action", every=_every)
def coverage_pages(key: Key) -> Iterator[Printed]:
    part, _dash, cut = key.cut.partition("-")
    if part not in (REPORTS, LIVE, TURNOUT):
        return
    mobilization = Mobilization.objects.filter(pk=key.id).select_related("post").first()
    if mobilization is None:
        return
    site = the_site()
    for language in site.spoken:
        with override(language):
            if mobilization.post.is_shown:
                yield from _part(mobilization, part, cut, site, language)
            else:
                yield from (Dropped(site.at(language, f"{mobilization.path}{below}")) for below in _addresses(part, cut))


def _part(mobilization: Mobilization, part: str, cut: str, site: Site, language: str) -> Iterator[Printed]:
    if part == REPORTS and cut:
        yield reports_day(mobilization, cut, site, language) if len(cut) > 7 else reports_month(mobilization, cut, site, language)
    elif part == REPORTS:
        yield from reports_head(mobilization, site, language)
    elif part == LIVE:
        yield from live_day(mobilization, cut, site, language) if cut else live_page(mobilization, site, language)
    else:
        yield turnout_page(mobilization, site, language)
        if language == site.language:
            yield from turnout_files(mobilization, site)


def _addresses(part: str, cut: str) -> Iterator[str]:
    """What lies below a day of action that is shown no more."""
    dated = f"{cut.replace('-', '/')}/" if cut else ""
    if part == REPORTS:
        yield f"coverage/{dated}"
        yield from () if cut else (f"coverage/{medium}/" for medium in Medium.values)
    elif part == LIVE:
        yield f"live/{dated}"
        yield from () if cut else ("live/still/",)
    else:
        yield from ("turnout/", "turnout.csv", "estimates.csv")
