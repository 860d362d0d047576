"""The queues of what was sent in about something: rows of many tables in one order, a page at a time."""

from itertools import chain

from django.db.models import Q

from commonwire.base.ids import is_public_id
from commonwire.newswire.contributions import CONTRIBUTIONS
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility


def held_contributions(after: str, most: int) -> list[Submission]:
    """The oldest first."""
    return _in_order(Visibility.HELD, "sent", after, most, newest=False)


def hidden_contributions(after: str, most: int) -> list[Submission]:
    """The last hidden first."""
    return _in_order(Visibility.HIDDEN, "hidden_at", after, most, newest=True)


def _in_order(visibility: str, field: str, after: str, most: int, *, newest: bool) -> list[Submission]:
    """By a field, then by noun, then by row number: so many, after the row with this public id."""
    nouns = sorted(CONTRIBUTIONS, reverse=newest)
    last = _find(after)
    sign, found = "-" if newest else "", []
    for noun in nouns:
        one = CONTRIBUTIONS[noun]
        rows = one.model._default_manager.filter(visibility=visibility).select_related(*["hidden_by", *one.related])
        if last is not None and getattr(last, field) is not None:
            rows = rows.filter(_beyond(last, field, noun, newest))
        found.append(rows.order_by(f"{sign}{field}", f"{sign}pk")[:most])
    whole = list(chain(*found))
    whole.sort(key=lambda row: (getattr(row, field), str(row._meta.model_name), row.pk), reverse=newest)
    return whole[:most]


def _beyond(last: Submission, field: str, noun: str, newest: bool) -> Q:
    """What comes after the last row, in the table of this noun."""
    here, side = getattr(last, field), "lt" if newest else "gt"
    own = str(last._meta.model_name)
    if noun == own:
        return Q(**{f"{field}__{side}": here}) | Q(**{field: here, f"pk__{side}": last.pk})
    comes_later = noun < own if newest else noun > own
    return Q(**{f"{field}__{side}{'e' if comes_later else ''}": here})


def _find(public_id: str) -> Submission | None:
    if not is_public_id(public_id):
        return None
    models = (each.model for each in CONTRIBUTIONS.values())
    return next((row for model in models if (row := model._default_manager.filter(public_id=public_id).first())), None)
