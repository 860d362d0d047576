"""From the tables of `texts/` to the nouns: what TOML cannot say, such as a span or a wall time, is read here."""

from collections.abc import Callable, Iterable
from datetime import time
from typing import TypeVar

from commonwire.ops.demo import nouns, nouns_actions
from commonwire.ops.demo.dates import Table, spans

Noun = TypeVar("Noun")


def post(table: Table) -> nouns.Post:
    return nouns.Post(
        **spans(table, "ago")
        | {
            "embargo_at": _time(table.get("embargo_at")),
            "correction": nouns.Correction(**spans(table["correction"], "ago")) if "correction" in table else None,
            "picture": _all(nouns.Picture, table.get("picture")),
            "sound": _all(nouns.Sound, table.get("sound")),
            "external": _all(nouns.External, table.get("external")),
            "part": _all(nouns.Part, table.get("part"), "ago"),
            "said": _all(nouns.Said, table.get("said"), "ago"),
        }
    )


def feature(table: Table) -> nouns.Feature:
    return nouns.Feature(
        **spans(table, "ago", "updated_ago")
        | {
            "row": tuple(nouns.Row(**row | {"links": _all(nouns.Link, row.get("links"))}) for row in table.get("row", ())),
            "quotation": nouns.Quotation(**table["quotation"]) if "quotation" in table else None,
            "revision": _all(nouns.Revision, table.get("revision"), "ago"),
        }
    )


def event(table: Table) -> nouns.Event:
    return nouns.Event(
        **spans(table, "confirmed_ago")
        | {
            **_times(table),
            "first": nouns.Earlier(**table["first"] | _times(table["first"])) if "first" in table else None,
            "change": tuple(nouns.DateChange(**each | {"start": _time(each.get("start"))}) for each in table.get("change", ())),
        }
    )


def organisation(table: Table) -> nouns_actions.Organisation:
    return nouns_actions.Organisation(**table | {"size": _all(nouns_actions.Stated, table.get("size"))})


def action(table: Table) -> nouns_actions.Action:
    return nouns_actions.Action(
        **spans(table, "ago")
        | {
            "demand": _all(nouns_actions.Demand, table.get("demand"), "reworded_ago"),
            "endorsement": _all(nouns_actions.Said, table.get("endorsement")),
            "pledge": tuple(
                nouns_actions.Promise(**each | {"taken": _all(nouns_actions.Said, each.get("taken"))}) for each in table.get("pledge", ())
            ),
            "spoken": _all(nouns_actions.Spoken, table.get("spoken")),
            "report": _all(nouns_actions.Belongs, table.get("report")),
            "entry": _all(nouns_actions.Entry, table.get("entry"), "ago"),
            "turnout": _all(nouns_actions.Counted, table.get("turnout")),
        }
    )


def _all(noun: Callable[..., Noun], tables: Iterable[Table] | None, *spanned: str) -> tuple[Noun, ...]:
    return tuple(noun(**spans(each, *spanned)) for each in tables or ())


def _times(table: Table) -> dict[str, time | None]:
    return {"start": _time(table.get("start")), "end": _time(table.get("end"))}


def _time(words: str | None) -> time | None:
    return time.fromisoformat(words) if words else None
