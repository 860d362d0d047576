"""What bodies said as CSV and JSON: bodies and businesses, never a person, a contact or a receipt."""

import csv
import io
import json

from commonwire.mobilizations.models import Statement
from commonwire.mobilizations.statements.lists import Said
from commonwire.site.models import Site

COLUMNS = ("name", "kind", "place", "organisation", "standing", "since", "note", "noted", "statement", "source")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def as_csv(said: Said) -> bytes:
    """UTF-8 with its mark, so that spreadsheets know; no cell begins as a formula would."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *_own(said)])
    for each in _rows(said):
        writer.writerow([harmless(value) for value in each.values()])
    return "\ufeff".encode() + text.getvalue().encode()


def harmless(value: object) -> str:
    """A spreadsheet runs what begins with a formula's sign: an apostrophe in front makes it words."""
    text = str(value if value is not None else "")
    return f"'{text}" if text.lstrip(" \"'").startswith(_FORMULA) else text


def as_json(said: Said, site: Site) -> bytes:
    whole = {
        "day_of_action": said.mobilization.name,
        "url": site.address(said.mobilization.path),
        "list": str(said.part),
        "bodies": list(_rows(said)),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _own(said: Said) -> list[str]:
    return ["pledge"] if said.part == "pledges" else ["calls"]


def _rows(said: Said) -> list[dict[str, object]]:
    more = ["type"] if said.part == "pledges" else []
    found = said.everyone().select_related("organisation", *more).order_by("name", "id")
    return [_row(each, said) for each in found]


def _row(each: Statement, said: Said) -> dict[str, object]:
    profile = each.organisation
    row: dict[str, object] = {
        "name": each.name,
        "kind": each.kind,
        "place": each.place,
        "organisation": profile.path if profile and profile.is_shown else "",
        "standing": each.standing,
        "since": each.since.isoformat() if each.since else None,
        "note": each.standing_note,
        "noted": each.standing_day.isoformat() if each.standing_day else None,
        "statement": each.statement,
        "source": each.source,
    }
    return row | ({"pledge": each.type.name} if said.part == "pledges" else {"calls": each.calls})  # type: ignore[attr-defined]
