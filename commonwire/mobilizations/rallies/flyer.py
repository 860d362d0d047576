"""Flyers and posters as PDF. What people typed goes in as data, never as source: no sign in it means anything to the typesetter."""

import io
import json
from functools import cache
from pathlib import Path

import segno
import typst
from django.utils import formats
from django.utils.translation import gettext as _

from commonwire.chrome.templatetags.wire import clock_time
from commonwire.mobilizations.demands.queries import demands_shown, in_words
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.rallies.table import Row, table_of
from commonwire.site.models import Site

TEMPLATES = Path(__file__).parent / "paper"
MOST_TOWNS, MOST_DEMANDS = 60, 8


def rally_flyer(row: Row, site: Site) -> bytes:
    """One sheet for one rally, with the code that leads to it."""
    mobilization = row.rally.mobilization
    return _set(
        "flyer",
        {
            "title": row.post.headline,
            "action": mobilization.name,
            "slogan": mobilization.slogan,
            "when": _when(row, site),
            "where": row.where.line,
            "state": row.state_words,
            "ways": mobilization.way_words,
            "demands": _demands(mobilization, row.post.language),
            "help": mobilization.help_numbers,
            "short": _short(site.address(row.rally.path)),
            "report": _("Report from here"),
            "qr": qr_svg(site.address(row.rally.path)),
            "site": site.name,
            "language": row.post.language,
        },
    )


def action_poster(mobilization: Mobilization, site: Site) -> bytes:
    """One sheet for the whole day: name, demands, the towns and hours."""
    rows = [row for row in table_of(mobilization) if not row.is_off]
    towns = sorted({row.town for row in rows if row.town}, key=str.casefold)
    return _set(
        "poster",
        {
            "title": mobilization.name,
            "names": mobilization.names,
            "slogan": mobilization.slogan,
            "when": _days(mobilization),
            "where": ", ".join(each for each in (mobilization.place, mobilization.reach) if each),
            "called_by": _("Called by %(body)s") % {"body": mobilization.called_by} if mobilization.called_by else "",
            "ways": mobilization.way_words,
            "demands": _demands(mobilization, mobilization.post.language),
            "demands_title": _("Demands"),
            "towns": towns[:MOST_TOWNS],
            "more": _("and %(count)d more") % {"count": len(towns) - MOST_TOWNS} if len(towns) > MOST_TOWNS else "",
            "towns_title": _("Rallies in"),
            "help": mobilization.help_numbers,
            "short": _short(site.address(mobilization.path)),
            "qr": qr_svg(site.address(mobilization.path)),
            "site": site.name,
            "language": mobilization.post.language,
        },
    )


@cache
def _sources() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))}


def _set(name: str, data: dict[str, object]) -> bytes:
    made = typst.compile(_sources()[name], format="pdf", sys_inputs={"data": json.dumps(data)})
    if not isinstance(made, bytes):
        raise TypeError("a flyer is one file")
    return made


def qr_svg(address: str) -> str:
    """Black on white whatever surrounds it: scanners want contrast and a quiet edge."""
    made = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        made, kind="svg", xmldecl=False, svgclass=None, lineclass=None, border=4, scale=5, dark="#000", light="#fff", omitsize=False
    )
    return made.getvalue().decode()


def _demands(mobilization: Mobilization, language: str) -> list[str]:
    shown = in_words(demands_shown(mobilization), language, mobilization.post.language)
    return [each.wording.text for each in shown[:MOST_DEMANDS]]


def _when(row: Row, site: Site) -> str:
    day = formats.date_format(row.date.day, _("l j F Y"))
    return day if row.date.event.all_day else f"{day}, {clock_time(site, row.date.local_start)}"


def _days(mobilization: Mobilization) -> str:
    if mobilization.further_days:
        return ", ".join(formats.date_format(day, _("j F Y")) for day in mobilization.days)
    ends = dict.fromkeys((mobilization.first_day, mobilization.last_day))
    return " – ".join(formats.date_format(day, _("l j F Y")) for day in ends)


def _short(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").strip("/")
