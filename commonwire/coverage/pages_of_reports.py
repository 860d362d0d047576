"""The reports of a day of action: the newest, those of one medium, and a page for each month."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from commonwire.chrome.frame import Frame, feeds_of
from commonwire.coverage.listing import CoverageListing, coverage_of
from commonwire.coverage.queries import counted_days, counted_media, newest_reports
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.words import NAME
from commonwire.newswire.lists import HEAD, SPLIT, by_day, cut_span
from commonwire.newswire.models import Post
from commonwire.newswire.words import Medium
from commonwire.press.printing import Dropped, Page, Printed
from commonwire.site.models import Site
from commonwire.site.queries import midnight

OF_MEDIUM = 100


def reports_head(mobilization: Mobilization, site: Site, language: str) -> Iterator[Printed]:
    listing = coverage_of(mobilization)
    yield _page(listing, "", newest_reports(mobilization, HEAD), site, language)
    counts = dict(counted_media(mobilization))
    for medium in Medium:
        if counts.get(medium):
            yield _page(listing, f"{medium.value}/", newest_reports(mobilization, OF_MEDIUM, medium=medium), site, language, medium)
        else:
            yield Dropped(site.at(language, f"{listing.path}{medium.value}/"))


def _page(listing: CoverageListing, below: str, posts: Sequence[Post], site: Site, language: str, medium: Medium | None = None) -> Page:
    path = site.at(language, f"{listing.path}{below}")

    def context() -> dict[str, object]:
        title = listing.title if medium is None else f"{listing.title}, {medium.label}"
        return _shared(listing, path, title, site, language) | {
            "days": by_day(list(posts), site.zoneinfo),
            "media": counted_media(listing.mobilization),
            "medium": medium,
            "months": sorted({day.replace(day=1) for day in counted_days(listing.mobilization, site.zoneinfo)}, reverse=True),
            "is_head": True,
        }

    return Page(path, "coverage/reports.html", context, language, until=midnight(site), shows=_shown(listing, posts))


def reports_month(mobilization: Mobilization, cut: str, site: Site, language: str) -> Page:
    """A month on one page; of a busy one, its days."""
    days = [(day, count) for day, count in counted_days(mobilization, site.zoneinfo).items() if f"{day:%Y-%m}" == cut]
    busy = sum(count for _day, count in days) > SPLIT
    return _cut(mobilization, cut, days if busy else [], site, language)


def reports_day(mobilization: Mobilization, cut: str, site: Site, language: str) -> Page:
    """It is there whether its month is busy or not: nobody knows beforehand."""
    return _cut(mobilization, cut, [], site, language)


def _cut(mobilization: Mobilization, cut: str, counts: Sequence[tuple[date, int]], site: Site, language: str) -> Page:
    listing = coverage_of(mobilization)
    path = site.at(language, f"{listing.path}{cut.replace('-', '/')}/")
    start, end = cut_span(cut, site.zoneinfo)
    posts = [] if counts else list(listing.between(start, end).newest())

    def context() -> dict[str, object]:
        return _shared(listing, path, f"{listing.title}, {cut}", site, language) | {
            "short_days": by_day(posts, site.zoneinfo),
            "counts": counts,
            "cut_start": start.date(),
            "is_day": len(cut) > 7,
        }

    return Page(path, "coverage/reports.html", context, language, shows=_shown(listing, posts))


def _shown(listing: CoverageListing, posts: Sequence[Post]) -> list[str]:
    """A report that is hidden or corrected knows nothing of this list: the list remembers the report."""
    return [listing.mobilization.part(NAME), *(post.key for post in posts)]


def _shared(listing: CoverageListing, path: str, title: str, site: Site, language: str) -> dict[str, object]:
    mobilization = listing.mobilization
    frame = Frame(
        site=site,
        language=language,
        path=path,
        title=title,
        section="actions",
        per_language=True,
        feeds=feeds_of(mobilization.name, site.at(language, mobilization.path)),
    )
    base = site.at(language, listing.path)
    heading = _("Coverage")
    return {"frame": frame, "site": site, "language": language, "mobilization": mobilization, "base": base, "heading": heading}
