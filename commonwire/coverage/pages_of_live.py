"""The live ticker: one page that renews itself while the day is under way, one that does not, and a page for each day.

Without JavaScript the first loads itself anew once a minute. With it, a script of ours looks every fifteen seconds and puts the new entries
where the reader is (`scripts/live.js`): the only page of the house that has one. Who wants neither reads the second address.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from commonwire.base.text import excerpt
from commonwire.chrome.frame import Frame, feeds_of
from commonwire.chrome.scripts import script_address
from commonwire.coverage.live_data import live_data
from commonwire.coverage.models import TickerEntry
from commonwire.coverage.queries import WHOLE, days_of_entries, entries_between, entries_of
from commonwire.coverage.rules import takes_entries
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.words import NAME
from commonwire.newswire.lists import cut_span
from commonwire.press.printing import Page, Printed
from commonwire.site.models import Site

EVERY = 60  # seconds


def live_page(mobilization: Mobilization, site: Site, language: str) -> Iterator[Printed]:
    entries = entries_of(mobilization, WHOLE)
    yield _page(mobilization, "live/", entries, site, language, refreshes=mobilization.is_under_way)
    yield _page(mobilization, "live/still/", entries, site, language)


def live_day(mobilization: Mobilization, cut: str, site: Site, language: str) -> Iterator[Printed]:
    start, end = cut_span(cut, site.zoneinfo)
    entries = entries_between(mobilization, start, end)
    yield _page(mobilization, f"live/{cut.replace('-', '/')}/", entries, site, language, day=start.date())


def _page(
    mobilization: Mobilization,
    below: str,
    entries: Sequence[TickerEntry],
    site: Site,
    language: str,
    *,
    refreshes: bool = False,
    day: date | None = None,
) -> Page:
    base = site.at(language, f"{mobilization.path}live/")
    path = site.at(language, f"{mobilization.path}{below}")

    def context() -> dict[str, object]:
        title = _("Live: %(name)s") % {"name": mobilization.name}
        is_head = below == "live/"
        frame = Frame(
            site=site,
            language=language,
            path=path,
            title=title,
            description=excerpt(entries[0].text, 200) if entries else "",
            section="actions",
            per_language=True,
            feeds=feeds_of(title, base),
            structured=[live_data(mobilization, entries, site, language)] if is_head else [],
            findable=below != "live/still/",
            script=script_address("live") if refreshes else "",
        )
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "mobilization": mobilization,
            "base": base,
            "days": by_local_day(entries, site),
            "refresh": EVERY if refreshes else 0,
            "is_still": below == "live/still/",
            "day": day,
            "other_days": [] if day else days_of_entries(mobilization, site.zoneinfo),
            "takes_entries": takes_entries(mobilization),
        }

    return Page(path, "coverage/live.html", context, language, shows=[mobilization.part(NAME)])


def by_local_day(entries: Sequence[TickerEntry], site: Site) -> list[tuple[date, list[TickerEntry]]]:
    """As they came, under the day on which they fall where the site is."""
    days: dict[date, list[TickerEntry]] = {}
    for entry in entries:
        days.setdefault(entry.at.astimezone(site.zoneinfo).date(), []).append(entry)
    return list(days.items())
