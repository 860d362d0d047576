"""What days of action print besides their own page, which is a post's: their lists, the parts of each, rallies' short addresses."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from commonwire.calendar.views_of import calendar_pages_of
from commonwire.chrome.frame import Frame
from commonwire.mobilizations import pages_of_lists, pages_of_paper  # noqa: F401  # they register their printers
from commonwire.mobilizations.action_page import map_of
from commonwire.mobilizations.calendar_of import calendar_of
from commonwire.mobilizations.demands.queries import all_demands
from commonwire.mobilizations.demands.versions import history_of
from commonwire.mobilizations.models import Mobilization, Rally
from commonwire.mobilizations.press_kit import free_pictures_of, quotes_of, releases_of
from commonwire.mobilizations.rallies.table import by_town, spoken_of, table_of
from commonwire.mobilizations.statements.export import as_csv, as_json
from commonwire.mobilizations.statements.lists import AT_ONCE, Said, facets_of, narrowed, page_of, said_of
from commonwire.mobilizations.statements.totals import behind
from commonwire.mobilizations.statements.tree import tree
from commonwire.mobilizations.words import DEMANDS, ENDORSEMENTS, PLEDGES, PRESS, RALLIES
from commonwire.newswire.words import Visibility
from commonwire.press.printing import ARTICLES, Dropped, Key, Page, Printed, Written, prints
from commonwire.site.models import Site
from commonwire.site.queries import the_site

PRINTED = (DEMANDS, RALLIES, ENDORSEMENTS, PLEDGES, PRESS)
FILES = {DEMANDS: ("demands/",), RALLIES: ("rallies/", "map/"), PRESS: ("press/",)} | {
    part: (f"{part}/", f"{part}.csv", f"{part}.json") for part in (ENDORSEMENTS, PLEDGES)
}


def _every() -> Iterator[str]:
    for pk in _public_ids():
        yield from (f"action:{pk}@{part}" for part in PRINTED)


def _public_ids() -> list[int]:
    """Those that have, or had, an address."""
    return list(Mobilization.objects.filter(post__path__isnull=False).values_list("pk", flat=True))


@prints("action", every=_every)
def parts_of_an_action(key: Key) -> Iterator[Printed]:
    """Each part by its own cut; once, in the language of the call, but for the calendar, which exists in each."""
    mobilization = Mobilization.objects.filter(pk=key.id).select_related("post").first() if key.cut in PRINTED else None
    if mobilization is None:
        return
    site = the_site()
    if mobilization.post.visibility != Visibility.SHOWN:
        yield from _dropped(mobilization, key.cut, site)
        return
    language = mobilization.post.language if mobilization.post.language in site.spoken else site.language
    with override(language):
        yield from PRINTERS[key.cut](mobilization, site, language)
    if key.cut == RALLIES:
        yield Dropped(f"{mobilization.path}flyer.pdf")  # made anew when somebody asks for it
        for spoken in site.spoken:
            with override(spoken):
                yield from calendar_pages_of(calendar_of(mobilization), site, spoken)


def _dropped(mobilization: Mobilization, part: str, site: Site) -> Iterator[Printed]:
    yield from (Dropped(f"{mobilization.path}{name}") for name in FILES[part])
    if part == RALLIES:
        yield Dropped(f"{mobilization.path}flyer.pdf")
        for language in site.spoken:
            path = site.at(language, f"{mobilization.path}calendar/")
            yield from (Dropped(path), Dropped(f"{path}calendar.ics"))


def _page(mobilization: Mobilization, site: Site, language: str, name: str, title: str, more: Callable[[], dict[str, object]]) -> Page:
    path = f"{mobilization.path}{name}/"

    def context() -> dict[str, object]:
        full_title = f"{title}: {mobilization.name}"
        frame = Frame(site=site, language=language, path=path, title=full_title, section="actions")
        shared = {"frame": frame, "site": site, "language": language, "text_language": mobilization.post.language}
        return {**shared, "mobilization": mobilization, "title": title, **more()}

    return Page(path, f"mobilizations/{TEMPLATES.get(name, name)}.html", context, language)


def _demands(mobilization: Mobilization, site: Site, language: str) -> Iterator[Printed]:
    def more() -> dict[str, object]:
        return {"histories": [(each, history_of(each, mobilization.post.language)) for each in all_demands(mobilization)]}

    yield _page(mobilization, site, language, "demands", _("Demands"), more)


@prints("rallies", every=lambda: (f"rallies:{pk}" for pk in _public_ids()), order=ARTICLES + 1)
def list_of_rallies(key: Key) -> Iterator[Printed]:
    """Before everything that takes long."""
    mobilization = Mobilization.objects.filter(pk=key.id).select_related("post").first()
    if mobilization:
        yield from _list(mobilization)


@prints("post", every=lambda: (), order=ARTICLES + 1)
def list_with_a_rally(key: Key) -> Iterator[Printed]:
    """With the rally's own page, so that who has added it finds it in the list before they are answered."""
    rally = Rally.objects.filter(post=int(key.id)).select_related("mobilization__post").first()
    if rally:
        yield from _list(rally.mobilization)


def _list(mobilization: Mobilization) -> Iterator[Printed]:
    if mobilization.post.visibility != Visibility.SHOWN:
        return  # dropped with the other parts
    site = the_site()
    language = mobilization.post.language if mobilization.post.language in site.spoken else site.language

    def listed() -> dict[str, object]:
        return {"towns": by_town(table_of(mobilization)), "spoken_of": spoken_of(mobilization), "with_codes": True}

    with override(language):
        yield _page(mobilization, site, language, "rallies", _("Rallies"), listed)


def _map(mobilization: Mobilization, site: Site, language: str) -> Iterator[Printed]:
    def mapped() -> dict[str, object]:
        return {"svg": map_of(table_of(mobilization), mobilization)}

    yield _page(mobilization, site, language, "map", _("Map of the rallies"), mapped)


def _said(mobilization: Mobilization, site: Site, language: str, part: str) -> Iterator[Printed]:
    said = said_of(mobilization, part)
    yield _page(mobilization, site, language, part, str(said.title), lambda: _said_context(said))
    yield Written(f"{mobilization.path}{part}.csv", lambda: as_csv(said), language)
    yield Written(f"{mobilization.path}{part}.json", lambda: as_json(said, site), language)


def _said_context(said: Said) -> dict[str, object]:
    found, after = page_of(narrowed(said, {}), "")
    return {
        "said": said,
        "bodies": tree(found, said),
        "after": after,
        "facets": facets_of(said),
        "count": said.standing().count(),
        "behind_it": behind(said),
        "promises": list(said.mobilization.pledge_types.all()) if said.part == PLEDGES else [],
        "at_once": AT_ONCE,
    }


def _press(mobilization: Mobilization, site: Site, language: str) -> Iterator[Printed]:
    def more() -> dict[str, object]:
        return {
            "releases": releases_of(mobilization),
            "quotes": quotes_of(mobilization),
            "pictures": free_pictures_of(mobilization),
        }

    yield _page(mobilization, site, language, "press", _("Press kit"), more)


TEMPLATES = {ENDORSEMENTS: "said", PLEDGES: "said", "demands": "demand_versions", "rallies": "rally_list", "map": "rally_map"}
PRINTERS: dict[str, Callable[[Mobilization, Site, str], Iterator[Printed]]] = {
    DEMANDS: _demands,
    RALLIES: _map,
    PRESS: _press,
    ENDORSEMENTS: lambda mobilization, site, language: _said(mobilization, site, language, ENDORSEMENTS),
    PLEDGES: lambda mobilization, site, language: _said(mobilization, site, language, PLEDGES),
}
