"""Make a post a day of action, change it, take it back: the row beside the post, its demands and its pledge."""

from django.db import transaction

from commonwire.ledger.record import record
from commonwire.mobilizations.demands.word_demands import DemandLine, word_demands
from commonwire.mobilizations.models import Endorsement, Mobilization, Pledge, PledgeType
from commonwire.mobilizations.pledges.add_pledge_type import add_pledge_type
from commonwire.mobilizations.queries import address_of, keys_of
from commonwire.mobilizations.rules import phase_by_time
from commonwire.mobilizations.words import Phase
from commonwire.newswire.models import Post

DETAILS = (
    "names",
    "slogan",
    "first_day",
    "last_day",
    "further_days",
    "zone",
    "place",
    "reach",
    "ways",
    "further_ways",
    "called_by",
    "press_contact",
    "legal_help",
    "medical_help",
    "arrest_support",
)
LISTS = ("names", "further_days", "ways")
DAYS = ("first_day", "last_day", "further_days")


@transaction.atomic
def place_mobilization(*, post: Post, details: dict[str, object], by: str = "") -> Mobilization:
    """`details` holds any of DETAILS (`first_day` and `zone` are needed), `phase`, `demands`, `pledge_name` and `pledge_terms`."""
    given = _given(details)
    given.setdefault("last_day", given["first_day"])
    path = post.path or address_of(post)
    mobilization = Mobilization(post=post, slug=path.strip("/").rsplit("/", 1)[-1], **given)
    _set_phase(mobilization, details)
    mobilization.save()
    _say_more(mobilization, details)
    record("mobilization.called", f"mobilization:{mobilization.pk}", touched=_touched(mobilization), by=by)
    return mobilization


@transaction.atomic
def change_mobilization(*, post: Post, details: dict[str, object], by: str = "") -> Mobilization:
    """Change what `details` names; demands keep their numbers (see `demands/word_demands.py`)."""
    mobilization = Mobilization.objects.select_for_update().get(post=post)
    mobilization.post = post
    changed = [name for name, value in _given(details).items() if getattr(mobilization, name) != value]
    for name in changed:
        setattr(mobilization, name, details[name])
    mobilization.sequence += bool(set(changed) & set(DAYS))
    _set_phase(mobilization, details)
    mobilization.save()
    _say_more(mobilization, details)
    record("mobilization.changed", f"mobilization:{mobilization.pk}", touched=_touched(mobilization), by=by, fields=changed)
    return mobilization


@transaction.atomic
def remove_mobilization(*, post: Post) -> None:
    """The author withdraws: words, demands, numbers and contacts go with the text. What bodies said is not ours to keep without it."""
    mobilization = Mobilization.objects.filter(post=post).first()
    if mobilization is None:
        return
    for hanging in (mobilization.demands, mobilization.named_rallies):
        hanging.all().delete()
    Pledge.objects.filter(type__mobilization=mobilization).delete()
    Endorsement.objects.filter(mobilization=mobilization).delete()
    PledgeType.objects.filter(mobilization=mobilization).delete()
    for name in set(DETAILS) - {"first_day", "last_day", "zone"}:
        setattr(mobilization, name, [] if name in LISTS else "")
    mobilization.on_front = False
    mobilization.save()
    record("mobilization.removed", f"mobilization:{mobilization.pk}", touched=_touched(mobilization))


def _given(details: dict[str, object]) -> dict[str, object]:
    return {name: details[name] for name in DETAILS if name in details and details[name] is not None}


def _set_phase(mobilization: Mobilization, details: dict[str, object]) -> None:
    chosen = str(details.get("phase") or "")
    if "phase" in details:
        mobilization.by_hand = bool(chosen)
    if mobilization.by_hand and chosen:
        mobilization.phase = Phase(chosen)
    elif not mobilization.by_hand:
        mobilization.phase = phase_by_time(mobilization)


def _say_more(mobilization: Mobilization, details: dict[str, object]) -> None:
    if "demands" in details:
        lines: list[DemandLine] = details["demands"]  # type: ignore[assignment]
        word_demands(mobilization=mobilization, lines=lines, language=mobilization.post.language)
    if details.get("pledge_name"):
        add_pledge_type(mobilization=mobilization, name=str(details["pledge_name"]), terms=str(details.get("pledge_terms") or ""))


def _touched(mobilization: Mobilization) -> list[str]:
    return [*keys_of(mobilization), "kind:action", "actions"]
