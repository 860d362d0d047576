"""Between the form of a day of action and its verbs: what the verbs take, and what the form begins with."""

from commonwire.mobilizations.demands.lines import read_demands, written
from commonwire.mobilizations.demands.queries import demands_shown
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.place_mobilization import DETAILS

RENAMED = {"action_zone": "zone", "action_place": "place", "action_legal_help": "legal_help"}  # fields that others use have other names


def details_of(given: dict[str, object]) -> dict[str, object]:
    details = {RENAMED.get(name, name): value for name, value in given.items()}
    details["names"] = [line for line in str(details.pop("further_names", "")).split("\n") if line.strip()]
    details["last_day"] = details.get("last_day") or details["first_day"]
    details["further_days"] = [day.isoformat() for day in details.get("further_days") or []]  # type: ignore[attr-defined]
    details["demands"] = read_demands(str(details.get("demands") or ""))
    return details


def initial_of(mobilization: Mobilization) -> dict[str, object]:
    back = {column: name for name, column in RENAMED.items()}
    pledge = mobilization.pledge_types.first()
    return {back.get(name, name): getattr(mobilization, name) for name in DETAILS if name != "names"} | {
        "further_names": "\n".join(mobilization.names),
        "last_day": mobilization.last_day if mobilization.last_day != mobilization.first_day else None,
        "further_days": ", ".join(mobilization.further_days),
        "phase": mobilization.phase if mobilization.by_hand else "",
        "demands": written(demands_shown(mobilization), mobilization.post.language),
        "pledge_name": pledge.name if pledge else "",
        "pledge_terms": pledge.terms if pledge else "",
    }
