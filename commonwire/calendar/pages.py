"""What the calendar prints: what comes, months, days that have an event, and calendar files."""

from calendar import Calendar as Grid
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import override

from commonwire.base import clock
from commonwire.calendar.icalendar_file import calendar_file
from commonwire.calendar.models import Occurrence
from commonwire.calendar.queries import between, beyond_which_nothing, by_day, coming_days, event_of, months, public_dates
from commonwire.chrome.frame import Feed, Frame, feeds_of
from commonwire.newswire.lists import cut_span, listing_of, place_keys
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from commonwire.press.printing import ARTICLES, FEEDS, Dropped, Key, Page, Printed, Written, prints
from commonwire.site.models import Site
from commonwire.site.queries import midnight, the_site

AHEAD = 120
BACK = 90  # days that a subscribed calendar still carries


@prints("post", every=lambda: (), order=ARTICLES)
def event_file(key: Key) -> Iterator[Printed]:
    """`.ics` beside the page of an event."""
    post = Post.objects.filter(pk=key.id, kind=Kind.EVENT).first()
    if post is None or post.path is None:
        return
    event = event_of(post)
    path, site = f"{post.path}event.ics", the_site()
    if event and post.is_shown:
        yield Written(path, lambda: calendar_file(list(event.occurrences.select_related("event__post")), site, post.headline, path), post.language)
    else:
        yield Dropped(path)


@prints("kind", "calendar", every=lambda: ["kind:event", *_cuts()])
def calendar_pages(key: Key) -> Iterator[Printed]:
    if key.name == "kind" and key.id != Kind.EVENT:
        return
    site = the_site()
    for language in site.spoken:
        with override(language):
            if key.name == "kind" and not key.cut:
                yield _agenda("/calendar/", _("Calendar"), site, language, {})
            elif key.name == "calendar" and key.cut:
                yield _month(key.cut, site, language) if len(key.cut) == 7 else _day(key.cut, site, language)
                yield _cut_file(key.cut, site, language)
                for month in beyond_which_nothing(key.cut, site) if len(key.cut) == 7 else ():
                    yield _month(f"{month:%Y-%m}", site, language)  # its link onwards, or back, has come or gone


def _cut_path(cut: str) -> str:
    return f"/calendar/{cut.replace('-', '/')}/"


def _cut_events(cut: str, site: Site) -> list[Occurrence]:
    """The events of a month or a day on the clocks of their own places, which may be a day away from the site's."""
    start, end = cut_span(cut, site.zoneinfo)
    return [event for event in between(start - timedelta(days=1), end + timedelta(days=1)) if f"{event.day}".startswith(cut)]


def _cut_file(cut: str, site: Site, language: str) -> Written | Dropped:
    path, events = site.at(language, f"{_cut_path(cut)}calendar.ics"), _cut_events(cut, site)
    if not events and len(cut) > 7:  # a month's file is emptied, not dropped: whoever subscribed to it is to forget what it held
        return Dropped(path)
    name = f"{site.name}: {cut}"
    return Written(path, lambda: calendar_file(events, site, name, path), language, shows=[event.post.key for event in events])


def _cuts() -> Iterator[str]:
    for month in months():
        yield f"calendar@{month:%Y-%m}"
    yield from sorted({f"calendar@{event.day:%Y-%m-%d}" for event in public_dates()})


@prints("event-region", "event-topic", every=lambda: [f"event-{key}" for key in place_keys()])
def place_agendas(key: Key) -> Iterator[Printed]:
    site = the_site()
    for language in site.spoken if not key.cut else []:
        with override(language):
            listing = listing_of(_place(key))
            if listing:
                where = {f"{listing.facet}s": int(listing.key.id)}
                yield _agenda(f"/calendar{listing.path}", _("Calendar: %(place)s") % {"place": listing.title}, site, language, where)


def _place(key: Key) -> Key:
    """`region:3` of `event-region:3`."""
    return Key(key.name.removeprefix("event-"), key.id)


@prints("kind", "event-region", "event-topic", every=lambda: (), order=FEEDS)
def calendar_files(key: Key) -> Iterator[Printed]:
    """A calendar to subscribe to, beside every agenda."""
    site = the_site()
    if key.cut or (key.name == "kind" and key.id != Kind.EVENT):
        return
    listing = None if key.name == "kind" else listing_of(_place(key))
    where: Mapping[str, object] = {f"{listing.facet}s": int(listing.key.id)} if listing else {}
    path = f"/calendar{listing.path}calendar.ics" if listing else "/calendar/calendar.ics"
    name = f"{site.name}: {listing.title}" if listing else site.name

    def content() -> bytes:
        since = clock.now() - timedelta(days=BACK)
        return calendar_file(between(since, clock.now() + timedelta(days=366 * 5), where), site, name, path)

    for language in site.spoken:
        yield Written(site.at(language, path), content, language)


def _frame(site: Site, language: str, path: str, title: str, ics: str) -> Frame:
    feeds = [
        *feeds_of(_("Calendar"), site.at(language, "/calendar/")),
        Feed(_("Calendar file"), site.at(language, ics), "text/calendar"),
    ]
    return Frame(
        site=site, language=language, path=site.at(language, path), title=title, section="calendar", per_language=True, feeds=feeds
    )


def _agenda(path: str, title: str, site: Site, language: str, where: Mapping[str, object]) -> Page:
    frame = _frame(site, language, path, title, f"{path}calendar.ics")

    def context() -> dict[str, object]:
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "title": title,
            "days": coming_days(site, AHEAD, where, most=300),
            "today": clock.now().astimezone(site.zoneinfo).date(),
            "ics": f"{frame.path}calendar.ics",
            "webcal": site.address(f"{frame.path}calendar.ics").replace("http", "webcal", 1).replace("webcals", "webcal", 1),
            "places": [each for key in place_keys() if (each := listing_of(key))],
            "is_agenda": True,
            "this_month": clock.now().astimezone(site.zoneinfo).date().replace(day=1) in months(),
        }

    return Page(frame.path, "calendar/agenda.html", context, language, until=midnight(site))


def _month(cut: str, site: Site, language: str) -> Page:
    path, events = _cut_path(cut), _cut_events(cut, site)
    first, end = (each.date() for each in cut_span(cut, site.zoneinfo))
    title = _("Calendar, %(month)s") % {"month": cut}

    def context() -> dict[str, object]:
        found = dict(by_day(events))
        weeks = [[(day, found.get(day, [])) if day.month == first.month else (None, []) for day in week] for week in _weeks(first)]
        return {
            "frame": _frame(site, language, path, title, f"{path if events else '/calendar/'}calendar.ics"),
            "has_events": bool(events),
            "site": site,
            "language": language,
            "weeks": weeks,
            "first": first,
            "today": clock.now().astimezone(site.zoneinfo).date(),
            "earlier": (first - timedelta(days=1)).replace(day=1),
            "later": end,
            "known": months(),
        }

    return Page(
        site.at(language, path),
        "calendar/month.html",
        context,
        language,
        until=_today_passes(cut, site),
        shows=[e.post.key for e in events],
    )


def _today_passes(cut: str, site: Site) -> datetime | None:
    """Only the running month marks a day as today; the coming one begins to."""
    today = clock.now().astimezone(site.zoneinfo).date()
    start, end = (each.date() for each in cut_span(cut, site.zoneinfo))
    if start <= today < end:
        return midnight(site)
    return datetime(start.year, start.month, start.day, tzinfo=site.zoneinfo) if start > today else None


def _weeks(first: date) -> list[list[date]]:
    return Grid().monthdatescalendar(first.year, first.month)


def _day(cut: str, site: Site, language: str) -> Page | Dropped:
    path, events = _cut_path(cut), _cut_events(cut, site)
    start = cut_span(cut, site.zoneinfo)[0]
    if not events:
        return Dropped(site.at(language, path))

    def context() -> dict[str, object]:
        frame = _frame(site, language, path, _("Calendar, %(day)s") % {"day": cut}, f"{path}calendar.ics")
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "title": "",
            "days": [(start.date(), events)],
            "the_day": start.date(),
        }

    return Page(site.at(language, path), "calendar/agenda.html", context, language, shows=[event.post.key for event in events])
