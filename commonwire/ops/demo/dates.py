"""Dates that are counted from the reader's today, written out in the language of their text."""

import re
from datetime import date, timedelta
from functools import partial
from typing import Any

Table = dict[str, Any]

_SPAN = re.compile(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?")
_DATE = re.compile(r"\{(weekday|date|month|year|stamp)([+-]\d+)\}")
_WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
}
_MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "es": ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
}


def span(words: str) -> timedelta:
    """`3d5h`, `2h14m` or `38m` as a length of time; ValueError for anything else."""
    found = _SPAN.fullmatch(words)
    if not words or not found:
        raise ValueError(f"“{words}” is not a span like 3d5h or 2h14m.")
    days, hours, minutes = (int(number or 0) for number in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def write_dates(text: str, today: date, language: str) -> str:
    """The text with its `{weekday+1}` and the like written out; `{stamp+5}` is a day as calendar files write it."""
    return _DATE.sub(partial(_written, today=today, language=language), text)


def _written(found: re.Match[str], today: date, language: str) -> str:
    day = today + timedelta(days=int(found[2]))
    month = _MONTHS[language][day.month - 1]
    return {
        "weekday": _WEEKDAYS[language][day.weekday()],
        "date": f"{day.day} de {month}" if language == "es" else f"{day.day} {month}",
        "month": month,
        "year": str(day.year),
        "stamp": f"{day:%Y%m%d}",
    }[found[1]]


def dated(table: Table, today: date) -> Table:
    """The table with a language, and every text in it, however deep, with its dates written out."""
    language = table.get("language", "en")

    def deep(value: Any, name: str = "") -> Any:
        if isinstance(value, str):
            return write_dates(value, today, "es" if name.endswith("_es") else language).strip("\n")
        if isinstance(value, list):
            return tuple(deep(one) for one in value)
        return {name: deep(one, name) for name, one in value.items()} if isinstance(value, dict) else value

    return {**deep(table), "language": language}


def spans(table: Table, *names: str) -> Table:
    """The table with these of its texts as lengths of time."""
    return {**table, **{name: span(table[name]) for name in names if name in table}}
