"""All that stands on the page of a day of action: few things of each list, with the way to the whole of it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.maps.drawing import Pin, draw_map
from commonwire.mobilizations.demands.queries import demands_shown, in_words
from commonwire.mobilizations.models import Mobilization, Pledge
from commonwire.mobilizations.queries import counts_of
from commonwire.mobilizations.rallies.table import Row, by_town, spoken_of, table_of
from commonwire.mobilizations.rules import takes_part_in
from commonwire.mobilizations.statements.lists import endorsements_of
from commonwire.mobilizations.statements.totals import behind
from commonwire.mobilizations.statements.tree import first_bodies, tree
from commonwire.mobilizations.words import STANDS
from commonwire.newswire.words import Visibility
from commonwire.press.slots import Fragment

RALLIES_FIRST, BODIES_FIRST, PLEDGES_FIRST, TODAY_FIRST = 24, 40, 12, 8


@dataclass(frozen=True)
class Promise:
    """A pledge with the first who took it."""

    name: str
    terms: str
    source: str
    count: int
    first: list[Pledge]


def whole_page(mobilization: Mobilization, article: object) -> Fragment:
    rows = table_of(mobilization)
    endorsements = endorsements_of(mobilization)
    context: dict[str, object] = {
        "mobilization": mobilization,
        "post": mobilization.post,
        "article": article,
        "counts": counts_of(mobilization),
        "demands": in_words(demands_shown(mobilization), mobilization.post.language),
        "towns": by_town(rows[:RALLIES_FIRST]),
        "more_rallies": max(0, len(rows) - RALLIES_FIRST),
        "today": _today(mobilization, rows),
        "svg": map_of(rows, mobilization, by_towns=True),
        "spoken_of": spoken_of(mobilization),
        "bodies": tree(first_bodies(endorsements, BODIES_FIRST), endorsements),
        "behind_it": behind(endorsements),
        "promises": _promises(mobilization),
        "takes_part": takes_part_in(mobilization),
    }
    return Fragment("mobilizations/action.html", context, (mobilization.key,))


def _today(mobilization: Mobilization, rows: list[Row]) -> list[Row]:
    """What comes next while it is under way, on the clocks of the rallies."""
    now = clock.now()
    coming = [row for row in rows if (row.date.ends or row.date.starts) >= now and not row.is_off]
    return coming[:TODAY_FIRST] if mobilization.is_under_way else []


def map_of(rows: list[Row], mobilization: Mobilization, *, by_towns: bool = False) -> object:
    """Only what whereabouts tell: no point is drawn more exactly than readers may know. `by_towns`: one pin for each, at its first."""
    shown = [row for row in rows if row.where.latitude is not None and row.where.longitude is not None]
    pins = _towns(shown, mobilization) if by_towns else [_pin(row, row.label, row.post.path or "") for row in shown]
    if not pins:
        return ""
    regions = list(mobilization.post.regions.all())
    return draw_map(pins, regions=regions, title=_("Where the rallies are: %(name)s") % {"name": mobilization.name})


def _towns(rows: list[Row], mobilization: Mobilization) -> list[Pin]:
    towns = by_town(rows)
    return [_pin(some[0], town or some[0].label, _leads_to(some, mobilization), len(some)) for town, some in towns]


def _leads_to(rows: list[Row], mobilization: Mobilization) -> str:
    return rows[0].post.path or "" if len(rows) == 1 else f"{mobilization.path}rallies/"


def _pin(row: Row, label: str, url: str, weight: int = 1) -> Pin:
    return Pin(row.where.latitude or 0.0, row.where.longitude or 0.0, label, url, weight)


def _promises(mobilization: Mobilization) -> list[Promise]:
    shown = Pledge.objects.filter(visibility=Visibility.SHOWN, standing__in=STANDS)
    made = []
    for each in mobilization.pledge_types.all():
        takers = shown.filter(type=each)
        first = list(takers.order_by("name", "id")[:PLEDGES_FIRST])
        made.append(Promise(each.name, each.terms, each.source, takers.count(), first))
    return made
