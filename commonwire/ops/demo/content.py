"""The example site as typed data: `read_content()` reads the TOML files of `texts/`; nothing here knows a database.

Files are named in `pictures/` and `sounds/` beside this file. Times are spans before or after the present, so the
example is always about now. Texts may hold `{weekday+1}`, `{date-9}`, `{month-75}` and `{year+0}`, counted in days
from the reader's today: they are written out in the language of their post.
"""

import re
import tomllib
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from commonwire.base import clock
from commonwire.ops.demo.nouns import (
    Content,
    Correction,
    Event,
    External,
    Feature,
    Link,
    Part,
    Picture,
    Place,
    Policy,
    Post,
    Quotation,
    Revision,
    Row,
    Said,
    SiteText,
    Sound,
)

HERE = Path(__file__).parent
TEXTS, PICTURES, SOUNDS = HERE / "texts", HERE / "pictures", HERE / "sounds"

Table = dict[str, Any]

_SPAN = re.compile(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?")
_DATE = re.compile(r"\{(weekday|date|month|year)([+-]\d+)\}")
_WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
}
_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
}


def read_content(today: date | None = None) -> Content:
    """The whole example, its dates written out for `today` (by default the present day in the site's zone)."""
    tables: Table = {}
    for file in sorted(TEXTS.glob("*.toml")):
        for name, value in tomllib.loads(file.read_text("utf-8")).items():
            tables[name] = [*tables.get(name, []), *value] if isinstance(value, list) else value
    today = today or clock.now().astimezone(ZoneInfo(tables["site"]["zone"])).date()
    return Content(
        site=SiteText(**{**tables["site"], "languages": tuple(tables["site"]["languages"])}),
        policies=tuple(Policy(**table) for table in tables["policy"]),
        regions=tuple(Place(**table) for table in tables["region"]),
        topics=tuple(Place(**table) for table in tables["topic"]),
        posts=tuple(_post(_dated(table, today)) for table in tables["post"]),
        features=tuple(_feature(_dated(table, today)) for table in tables["feature"]),
        events=tuple(_event(_dated(table, today)) for table in tables["event"]),
    )


def span(words: str) -> timedelta:
    """`3d5h`, `2h14m` or `38m` as a length of time; ValueError for anything else."""
    found = _SPAN.fullmatch(words)
    if not words or not found:
        raise ValueError(f"“{words}” is not a span like 3d5h or 2h14m.")
    days, hours, minutes = (int(number or 0) for number in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def write_dates(text: str, today: date, language: str) -> str:
    """The text with its `{weekday+1}` and the like written out."""
    return _DATE.sub(partial(_written, today=today, language=language), text)


def _written(found: re.Match[str], today: date, language: str) -> str:
    day = today + timedelta(days=int(found[2]))
    month = _MONTHS[language][day.month - 1]
    return {
        "weekday": _WEEKDAYS[language][day.weekday()],
        "date": f"{day.day} de {month}" if language == "es" else f"{day.day} {month}",
        "month": month,
        "year": str(day.year),
    }[found[1]]


def _dated(table: Table, today: date) -> Table:
    """The table with a language, and every text in it, however deep, with its dates written out."""
    language = table.get("language", "en")

    def deep(value: Any) -> Any:
        if isinstance(value, str):
            return write_dates(value, today, language).strip("\n")
        if isinstance(value, list):
            return tuple(deep(one) for one in value)
        return {name: deep(one) for name, one in value.items()} if isinstance(value, dict) else value

    return {**deep(table), "language": language}


def _post(table: Table) -> Post:
    return Post(
        **_spans(table, "ago")
        | {
            "embargo_at": time.fromisoformat(table["embargo_at"]) if "embargo_at" in table else None,
            "correction": Correction(**_spans(table["correction"], "ago")) if "correction" in table else None,
            "picture": tuple(Picture(**one) for one in table.get("picture", ())),
            "sound": tuple(Sound(**one) for one in table.get("sound", ())),
            "external": tuple(External(**one) for one in table.get("external", ())),
            "part": tuple(Part(**_spans(one, "ago")) for one in table.get("part", ())),
            "said": tuple(Said(**_spans(one, "ago")) for one in table.get("said", ())),
        }
    )


def _feature(table: Table) -> Feature:
    rows = tuple(Row(label=row["label"], links=tuple(Link(**link) for link in row["links"])) for row in table.get("row", ()))
    return Feature(
        **_spans(table, "ago", "updated_ago")
        | {
            "row": rows,
            "quotation": Quotation(**table["quotation"]) if "quotation" in table else None,
            "revision": tuple(Revision(**_spans(one, "ago")) for one in table.get("revision", ())),
        }
    )


def _event(table: Table) -> Event:
    return Event(**{**table, "start": time.fromisoformat(table["start"]), "end": time.fromisoformat(table["end"])})


def _spans(table: Table, *names: str) -> Table:
    return {**table, **{name: span(table[name]) for name in names if name in table}}
