"""A page as plain data, to be compared whole with what stands beside a document. Empty fields are left out; every line is named."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from commonwire.archive.grammar import LegacyPage, Outcome


def as_data(page: LegacyPage) -> dict[str, Any]:
    data: dict[str, Any] = _plain(page)
    data["placed"] = [f"{line.number} {line.became}" for line in page.placed if line.outcome is not Outcome.BLANK]
    return data


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        found = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        found = {name: each for name, each in found.items() if each not in (None, "", [])}
        return found if isinstance(value, LegacyPage) else {"is": type(value).__name__, **found}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%MZ")
    return value.isoformat() if isinstance(value, date) else value
