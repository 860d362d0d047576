"""Turnout as tables.

`turnout.csv` has the columns in which the Crowd Counting Consortium gathers political crowds (its tally sheets since 2021; `lat`, `lon`
and `online` from its compiled tables), one row for each rally:

    date              the day of the rally, on its own clocks
    locality          the city or town, as far as readers may see it; otherwise the neighbourhood or the venue
    state             left empty: the house knows regions, not postal abbreviations
    location          venue and address, as far as readers may see them
    event_type        the type of the event
    title             the headline of the rally
    macroevent        the name of the day of action
    organizations     the organiser that the event names
    participants      left empty: nobody is asked who came
    claims            the demands of the day as they are now, with semicolons between
    size_text         what each sayer said: "organisers 4000-5000 (2 estimates); police 1500 (confirmed)"
    size_low          the lowest that anybody said
    size_high         the highest that anybody said
    source_1 … _3     up to three different sources of the estimates
    online            1 for a rally that is online only
    lat, lon          as far as readers may see them; empty otherwise
    notes             the address of the rally's page
    confirmed         how many of its estimates an editor confirmed; all others are what readers filed (our own column)

`size_mean` is left out on purpose: an average of two claims is a number that nobody said.

`estimates.csv` has every estimate apart, with who says it, how it was found, and in `standing` whether an editor confirmed that they say
it: "claimed" or "confirmed".
"""

import csv
import io
from collections.abc import Iterable, Sequence

from commonwire.coverage.models import Estimate
from commonwire.coverage.queries import estimates_of, said_of
from commonwire.coverage.turnout import Said, by_rally
from commonwire.mobilizations.demands.queries import demands_shown, in_words
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.rallies.table import Row, table_of
from commonwire.site.models import Site

SOURCES = 3
COLUMNS = (
    *("date", "locality", "state", "location", "event_type", "title", "macroevent", "organizations", "participants", "claims"),
    *("size_text", "size_low", "size_high", "source_1", "source_2", "source_3", "online", "lat", "lon", "notes", "confirmed"),
)
APART = ("date", "locality", "title", "said_by", "standing", "low", "high", "method", "at", "source", "note", "rally")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def turnout_csv(mobilization: Mobilization, site: Site) -> bytes:
    said = by_rally(said_of(mobilization))
    sources = _sources(estimates_of(mobilization))
    claims = "; ".join(each.wording.text for each in in_words(demands_shown(mobilization), mobilization.post.language))
    shared = {"macroevent": mobilization.name, "claims": claims}
    rows = [_row(row, said.get(row.rally.pk, []), sources.get(row.rally.pk, []), site) | shared for row in table_of(mobilization)]
    return written(COLUMNS, rows)


def _row(row: Row, said: Sequence[Said], sources: Sequence[str], site: Site) -> dict[str, object]:
    event, where = row.date.event, row.where
    return {
        "date": row.date.day,
        "locality": row.town,
        "location": ", ".join(filter(None, [where.place, where.address])),
        "event_type": event.type,
        "title": row.post.headline,
        "organizations": event.organiser,
        "size_text": "; ".join(_in_words(each) for each in said),
        "size_low": min((each.low for each in said), default=""),
        "size_high": max((each.high for each in said), default=""),
        **{f"source_{n}": source for n, source in enumerate(sources[:SOURCES], 1)},
        "online": int(bool(event.online_url) and not where.line),
        "lat": "" if where.latitude is None else where.latitude,
        "lon": "" if where.longitude is None else where.longitude,
        "notes": site.address(row.post.path or row.post.short_path),
        "confirmed": sum(each.estimates for each in said if each.is_confirmed),
    }


def _in_words(said: Said) -> str:
    """In codes, not in a language: a table is read by programs."""
    people = str(said.low) if said.is_exact else f"{said.low}-{said.high}"
    counted = f"{said.estimates} estimates" if said.estimates > 1 else ""
    further = ", ".join(filter(None, ["confirmed" if said.is_confirmed else "", counted]))
    return f"{said.sayer} {people} ({further})" if further else f"{said.sayer} {people}"


def _sources(estimates: Iterable[Estimate]) -> dict[int | None, list[str]]:
    found: dict[int | None, list[str]] = {}
    for each in estimates:
        some = found.setdefault(each.rally_id, [])
        if each.source and each.source not in some:
            some.append(each.source)
    return found


def estimates_csv(mobilization: Mobilization, site: Site) -> bytes:
    rows = {row.rally.pk: row for row in table_of(mobilization)}
    told = [each for each in estimates_of(mobilization) if each.rally_id is None or each.rally_id in rows]
    return written(APART, [_apart(each, rows.get(each.rally_id or 0), site) for each in told])


def _apart(estimate: Estimate, row: Row | None, site: Site) -> dict[str, object]:
    return {
        "date": row.date.day if row else estimate.mobilization.first_day,
        "locality": row.town if row else "",
        "title": row.post.headline if row else "",
        **{name: getattr(estimate, name) for name in ("said_by", "standing", "low", "high", "method", "source")},
        "at": f"{estimate.at:%Y-%m-%dT%H:%MZ}" if estimate.at else "",
        "note": " ".join(estimate.note.split()),
        "rally": site.address(row.post.path or row.post.short_path) if row else "",
    }


def written(columns: Sequence[str], rows: Iterable[dict[str, object]]) -> bytes:
    """RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it."""
    page = io.StringIO()
    writer = csv.DictWriter(page, columns, restval="")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return page.getvalue().encode()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
