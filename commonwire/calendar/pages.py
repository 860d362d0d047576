"""What the calendar prints: what comes, a map of it, days, weeks, months, and calendar files beside each.

The pages themselves are made in `views_of.py` (agendas), `pages_cuts.py` (days, weeks, months) and `pages_map.py`.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from commonwire.calendar.icalendar.file import calendar_file
from commonwire.calendar.links import ROOT, Cut, View
from commonwire.calendar.models import Occurrence
from commonwire.calendar.pages_cuts import cut_file, cut_page, read_cut
from commonwire.calendar.pages_map import map_file, map_page
from commonwire.calendar.queries import ACCESS, days_with_dates, doubtful_from, for_file
from commonwire.calendar.views_of import CalendarOf, agenda_file, agenda_page
from commonwire.calendar.words import AccessFact, EventType
from commonwire.newswire.lists import listing_of, place_keys
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from commonwire.press.printing import ARTICLES, FEEDS, Dropped, Key, Printed, Written, prints
from commonwire.site.models import Site
from commonwire.site.queries import the_site


@prints("post", every=lambda: (), order=ARTICLES)
def event_file(key: Key) -> Iterator[Printed]:
    """`.ics` beside the page of an event, for as long as the page is there."""
    post = Post.objects.filter(pk=key.id, kind=Kind.EVENT).first()
    if post is None or post.path is None:
        return
    dates = list(Occurrence.objects.filter(event__post=post).select_related("event__post").order_by("starts")[:1])
    path, site = f"{post.path}event.ics", the_site()
    if dates and post.is_shown:
        until = doubtful_from(dates)
        yield Written(path, lambda: calendar_file(for_file(dates), site, post.headline, path), post.language, until=until)
    else:
        yield Dropped(path)


@prints("kind", every=lambda: ["kind:event"])
def head_pages(key: Key) -> Iterator[Printed]:
    """The agenda and the map."""
    for site, language in _spoken(key.id == Kind.EVENT and not key.cut):
        yield agenda_page(_all(), site, language, _facets(site, language))
        yield map_page(site, language)


@prints("map", every=lambda: ())
def map_pages(key: Key) -> Iterator[Printed]:
    """Another outline was laid."""
    for site, language in _spoken(True):
        yield map_page(site, language)


def _cuts() -> Iterator[str]:
    days = days_with_dates()
    yield from dict.fromkeys(f"calendar@{day:%Y-%m}" for day in days)
    yield from (f"calendar@{day:%Y-%m-%d}" for day in days)


@prints("calendar", every=_cuts)
def cut_pages(key: Key) -> Iterator[Printed]:
    """A day with the week it lies in, or a month."""
    cuts = [read_cut(key.cut)] if key.cut else []
    cuts += [Cut.of("week", each.first) for each in cuts if each.kind == "day"]
    for site, language in _spoken(bool(cuts)):
        for cut in cuts:
            yield cut_page(cut, site, language)
            yield cut_file(cut, site, language)


@prints("event-region", "event-topic", every=lambda: [f"event-{key}" for key in place_keys()])
def place_agendas(key: Key) -> Iterator[Printed]:
    for site, language in _spoken(not key.cut):
        calendar = _of_place(Key(key.name.removeprefix("event-"), key.id))
        if calendar:
            yield agenda_page(calendar, site, language)


@prints("event-type", every=lambda: [f"event-type:{code}" for code in EventType.values])
def type_agendas(key: Key) -> Iterator[Printed]:
    for site, language in _spoken(key.id in EventType.values and not key.cut):
        yield agenda_page(_of_type(key.id), site, language)


@prints("access", every=lambda: [f"access:{code}" for code in AccessFact.values])
def access_agendas(key: Key) -> Iterator[Printed]:
    for site, language in _spoken(key.id in AccessFact.values and not key.cut):
        yield agenda_page(_of_access(key.id), site, language)


@prints("kind", "event-region", "event-topic", "event-type", "access", every=lambda: (), order=FEEDS)
def calendar_files(key: Key) -> Iterator[Printed]:
    """A calendar to subscribe to, beside every agenda."""
    for site, language in _spoken(not key.cut):
        calendar = _calendar_of(key)
        if calendar:
            yield agenda_file(calendar, site, language)
        if key.name == "kind" and calendar:
            yield map_file(site, language)


def _spoken(wanted: bool) -> Iterator[tuple[Site, str]]:
    """The languages of the site, each while it is being spoken."""
    site = the_site()
    for language in site.spoken if wanted else []:
        with override(language):
            yield site, language


def _calendar_of(key: Key) -> CalendarOf | None:
    match key.name:
        case "kind":
            return _all() if key.id == Kind.EVENT else None
        case "event-type":
            return _of_type(key.id) if key.id in EventType.values else None
        case "access":
            return _of_access(key.id) if key.id in AccessFact.values else None
    return _of_place(Key(key.name.removeprefix("event-"), key.id))


def _all() -> CalendarOf:
    return CalendarOf(ROOT, _("Calendar"), {}, "", coming=True)


def _of_place(key: Key) -> CalendarOf | None:
    listing = listing_of(key)
    if listing is None:
        return None
    slug = listing.path.strip("/").split("/")[-1]
    title = _("Calendar: %(place)s") % {"place": listing.title}
    return _narrowed(f"{ROOT}{listing.path.strip('/')}/", title, {f"{listing.facet}s": int(key.id)}, f"{listing.facet}={slug}")


def _of_type(code: str) -> CalendarOf:
    title = _("Calendar: %(type)s") % {"type": EventType(code).label}
    return _narrowed(f"{ROOT}type/{code}/", title, {"event__type": code}, f"type={code}")


def _of_access(code: str) -> CalendarOf:
    title = _("Calendar: %(fact)s") % {"fact": AccessFact(code).label}
    return _narrowed(f"{ROOT}access/{code}/", title, {ACCESS: code}, f"access={code}")


def _narrowed(path: str, title: str, where: dict[str, object], query: str) -> CalendarOf:
    return CalendarOf(path, title, where, "", coming=True, above=View("agenda", _("Calendar"), ROOT), past=f"{ROOT}filter/?{query}")


def _facets(site: Site, language: str) -> dict[str, object]:
    """The ways to narrow the calendar, beside the agenda of everything."""
    places = [each for key in place_keys() if (each := listing_of(key))]

    def views(folder: str, codes: type[EventType] | type[AccessFact]) -> list[View]:
        return [View(each.value, str(each.label), site.at(language, f"{ROOT}{folder}/{each.value}/")) for each in codes]

    return {
        "places": [View(each.facet, each.title, site.at(language, f"{ROOT}{each.path.strip('/')}/")) for each in places],
        "types": views("type", EventType),
        "facts": views("access", AccessFact),
        "filter": site.at(language, f"{ROOT}filter/"),
    }
