"""How many came: a page with every range, and the same as two tables for those who count."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from django.utils.translation import gettext as _

from commonwire.chrome.frame import Frame
from commonwire.coverage.queries import WHOLE, estimates_of, said_of
from commonwire.coverage.rules import takes_entries
from commonwire.coverage.table import estimates_csv, turnout_csv
from commonwire.coverage.turnout import by_rally, sums
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.rallies.table import table_of
from commonwire.mobilizations.words import DEMANDS, NAME, RALLIES
from commonwire.press.printing import Page, Written
from commonwire.site.models import Site


def turnout_page(mobilization: Mobilization, site: Site, language: str) -> Page:
    path = site.at(language, f"{mobilization.path}turnout/")

    def context() -> dict[str, object]:
        estimates = estimates_of(mobilization)
        title = _("Turnout: %(name)s") % {"name": mobilization.name}
        frame = Frame(site=site, language=language, path=path, title=title, section="actions", per_language=True)
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "mobilization": mobilization,
            "estimates": estimates[:WHOLE],
            "untold": max(0, len(estimates) - WHOLE),
            "takes_entries": takes_entries(mobilization),
        } | figures(mobilization)

    return Page(path, "coverage/turnout.html", context, language, shows=[mobilization.part(NAME), mobilization.part(RALLIES)])


def figures(mobilization: Mobilization) -> dict[str, object]:
    """Each rally of which somebody said something (by its town where that tells it apart), the day as a whole, and the sums by sayer."""
    said, rows = said_of(mobilization), table_of(mobilization)
    rallies = by_rally(said)
    towns = Counter(row.town for row in rows)
    told = [
        (row, row.town if towns[row.town] == 1 and row.town else row.post.headline, rallies[row.rally.pk])
        for row in rows
        if row.rally.pk in rallies
    ]
    there = {row.rally.pk for row in rows}
    return {"told": told, "whole": rallies.get(None, []), "sums": sums([each for each in said if each.rally in there], len(rows))}


def turnout_files(mobilization: Mobilization, site: Site) -> Iterator[Written]:
    shows = [mobilization.part(each) for each in (NAME, RALLIES, DEMANDS)]
    for name, table in (("turnout", turnout_csv), ("estimates", estimates_csv)):
        yield Written(f"{mobilization.path}{name}.csv", partial(table, mobilization, site), mobilization.post.language, shows=shows)
