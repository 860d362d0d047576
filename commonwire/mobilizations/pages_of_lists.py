"""The list of days of action: those called, under way and past, and one page for each year."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from commonwire.chrome.frame import Frame, feeds_of
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.queries import still_rallies
from commonwire.mobilizations.words import Phase
from commonwire.newswire.words import Kind, Visibility
from commonwire.press.printing import FRONT, Dropped, Key, Page, Printed, prints
from commonwire.site.models import Site
from commonwire.site.queries import the_site

PATH = "/actions/"
PAST_FIRST = 30


@dataclass(frozen=True)
class Line:
    mobilization: Mobilization
    rallies: int


@prints("actions", "kind", every=lambda: ["actions"], order=FRONT)
def lists_of_actions(key: Key) -> Iterator[Printed]:
    if key.cut or (key.name == "kind" and key.id != Kind.ACTION):
        return
    site = the_site()
    for language in site.spoken:
        with override(language):
            yield _head(site, language)
            known = _years()
            for year in _years_ever():
                yield _year(year, site, language) if year in known else Dropped(site.at(language, f"{PATH}{year}/"))


def _public() -> QuerySet[Mobilization]:
    return Mobilization.objects.filter(post__visibility=Visibility.SHOWN).select_related("post")


def _years() -> list[int]:
    return sorted({day.year for day in _public().values_list("first_day", flat=True)}, reverse=True)


def _years_ever() -> list[int]:
    """Those too whose last day of action was hidden: their page is to go."""
    return sorted({day.year for day in Mobilization.objects.values_list("first_day", flat=True)})


def _lines(found: QuerySet[Mobilization]) -> list[Line]:
    """Two queries, however many they are."""
    days = list(found)
    shown = Q(post__visibility=Visibility.SHOWN, event__isnull=False)
    counted = dict(
        still_rallies()
        .filter(shown, mobilization__in=[each.pk for each in days])
        .values_list("mobilization")
        .annotate(count=Count("pk"))
        .order_by()
    )
    return [Line(each, counted.get(each.pk, 0)) for each in days]


def _frame(site: Site, language: str, path: str, title: str) -> Frame:
    feeds = feeds_of(_("Days of action"), site.at(language, PATH))
    return Frame(site=site, language=language, path=site.at(language, path), title=title, section="actions", per_language=True, feeds=feeds)


def _head(site: Site, language: str) -> Page:
    frame = _frame(site, language, PATH, _("Days of action"))

    def context() -> dict[str, object]:
        past = _public().filter(phase=Phase.REPORT_BACK).order_by("-first_day", "-id")[:PAST_FIRST]
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "sections": [
                (_("Under way"), _lines(_public().filter(phase=Phase.UNDER_WAY).order_by("first_day", "id"))),
                (_("Called"), _lines(_public().filter(phase=Phase.CALLED).order_by("first_day", "id"))),
                (_("Past"), _lines(past)),
            ],
            "years": _years(),
        }

    return Page(frame.path, "mobilizations/list.html", context, language)


def _year(year: int, site: Site, language: str) -> Page:
    frame = _frame(site, language, f"{PATH}{year}/", _("Days of action, %(year)s") % {"year": year})

    def context() -> dict[str, object]:
        lines = _lines(_public().filter(first_day__year=year).order_by("-first_day", "-id"))
        shared = {"frame": frame, "site": site, "language": language, "years": _years(), "year": year}
        return {**shared, "sections": [("", lines)]}

    return Page(frame.path, "mobilizations/list.html", context, language)
